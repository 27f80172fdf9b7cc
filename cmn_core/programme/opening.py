"""How a programme opens, which forms suit an organisation, and how each is kept, changed or dropped."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from cmn_core.programme.facts import gather_facts
from cmn_core.programme.filling import fill_paragraphs
from cmn_core.programme.opened_parts import open_period
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.programme.words import LONGEST_LINE
from cmn_core.reference import MentoringForm, Reference
from cmn_core.wording import capital

Kept = TypeVar("Kept", KeptForm, KeptModel)
OWN = "own"
_OWN_KEY = "own-"
_YEAR_BEGINS = 7
"""July: the old school year is over, and what is written now is for the next one."""


def school_year_of(day: date) -> int:
    """Return the year in which the school year of a day begins: from July on the year itself, else the one before."""
    return day.year if day.month >= _YEAR_BEGINS else day.year - 1


def open_programme(state: OrganisationState, reference: Reference, school_year: int) -> Programme:
    """Return an organisation's programme before anything was decided: no form kept, every text the shipped one."""
    facts = reference.region.facts
    is_capital = state.district == facts.capital
    return Programme(
        organisation=state.name[:LONGEST_LINE],
        kind=state.kind,
        school_year=school_year,
        place=reference.region.district(state.district).short if is_capital else facts.name,
    )


def compose_text(code: str, programme: Programme, state: OrganisationState, reference: Reference) -> str:
    """Return the shipped text of a section with the facts in it, a line a paragraph."""
    section = reference.programme.section(code)
    return fill_paragraphs(section.paragraphs, gather_facts(programme, state, reference))


def current_text(code: str, programme: Programme, state: OrganisationState, reference: Reference) -> str:
    """Return a section's text as it stands: in own words, else as shipped."""
    own = programme.texts.get(code)
    return compose_text(code, programme, state, reference) if own is None else own


def suits(form: MentoringForm, kind: str) -> bool:
    """Tell whether a federal form suits organisations of a kind."""
    return kind in form.suits


def form_name(form: MentoringForm, kind: str) -> str:
    """Return how organisations of a kind call a federal form: «Студент – студент» in a college."""
    return capital(form.shown_as.get(kind, form.label))


def keep_form(programme: Programme, reference: Reference, code: str) -> Programme:
    """Keep a federal form, or a team form that is ready, by its code; one that is kept stays as it is."""
    federal = next((form for form in reference.forms.federal if form.code == code), None)
    team = next((team for team in reference.programme.teams if team.code == code), None)
    if federal:
        kept = KeptForm(key=code, code=code, label=form_name(federal, programme.kind))
    elif team:
        kept = KeptForm(key=code, code=OWN, label=team.label, description=team.description)
    else:
        raise KeyError(code)
    order = [form.code for form in reference.forms.federal]
    return _with_form(programme, kept, order)


def keep_own_form(programme: Programme, label: str, description: str = "") -> Programme:
    """Keep a form of the organisation's own."""
    key = _free_key([form.key for form in programme.forms])
    return _with_form(programme, KeptForm(key=key, code=OWN, label=label, description=description), [])


def change_form(programme: Programme, form_key: str, **changes: object) -> Programme:
    """Put anew the label or the description of a kept form."""
    return _change(programme, form_key, lambda form: form.having(**changes))


def drop_form(programme: Programme, form_key: str) -> Programme:
    """Leave a form out, with its role models."""
    return programme.having(forms=tuple(form for form in programme.forms if form.key != form_key))


def offered_models(programme: Programme, reference: Reference, form_key: str) -> tuple[KeptModel, ...]:
    """Return the typical role models of a form as they would be kept; a form in own words has none."""
    texts = reference.programme.find_form(form_key)
    if texts is None:
        return ()
    federal = next((form for form in reference.forms.federal if form.code == form_key), None)
    gists = {model.label: model.gist for model in federal.role_models} if federal else {}
    period = open_period(programme, reference)
    return tuple(
        KeptModel(
            key=f"typical-{place}",
            typical=model.label if federal else "",
            label=model.label,
            gist=gists.get(model.label, model.gist),
            goal=model.goal,
            mentor=model.mentor,
            mentee=model.mentee,
            result=model.result,
            unit="pair" if federal else "group",
            period=period,
            curator=programme.curator,
        )
        for place, model in enumerate(texts.model, 1)
    )


def keep_model(programme: Programme, reference: Reference, form_key: str, label: str) -> Programme:
    """Keep a typical role model of a kept form by its label, with the shipped words; a kept one stays as it is."""
    offered = offered_models(programme, reference, form_key)
    kept = next(model for model in offered if model.label == label)
    order = [model.key for model in offered]
    return _change(programme, form_key, lambda form: _with_model(form, kept, order))


def keep_own_model(programme: Programme, reference: Reference, form_key: str, label: str, gist: str = "") -> Programme:
    """Keep a role model of the organisation's own in a kept form."""

    def add(form: KeptForm) -> KeptForm:
        own = KeptModel(
            key=_free_key([model.key for model in form.models]),
            label=label,
            gist=gist,
            period=open_period(programme, reference),
            curator=programme.curator,
        )
        return _with_model(form, own, [])

    return _change(programme, form_key, add)


def change_model(programme: Programme, form_key: str, model_key: str, **changes: object) -> Programme:
    """Put anew some fields of a kept role model."""
    return _change(
        programme,
        form_key,
        lambda form: form.having(
            models=tuple(model.having(**changes) if model.key == model_key else model for model in form.models)
        ),
    )


def drop_model(programme: Programme, form_key: str, model_key: str) -> Programme:
    """Leave a role model out."""
    return _change(
        programme,
        form_key,
        lambda form: form.having(models=tuple(model for model in form.models if model.key != model_key)),
    )


def _change(programme: Programme, form_key: str, change: Callable[[KeptForm], KeptForm]) -> Programme:
    """Change a kept form; one that was dropped meanwhile stays dropped."""
    return programme.having(forms=tuple(change(form) if form.key == form_key else form for form in programme.forms))


def _with_form(programme: Programme, kept: KeptForm, order: list[str]) -> Programme:
    if any(form.key == kept.key for form in programme.forms):
        return programme
    return programme.having(forms=_ordered((*programme.forms, kept), order))


def _with_model(form: KeptForm, kept: KeptModel, order: list[str]) -> KeptForm:
    if any(model.key == kept.key for model in form.models):
        return form
    return form.having(models=_ordered((*form.models, kept), order))


def _ordered(kept: tuple[Kept, ...], order: list[str]) -> tuple[Kept, ...]:
    """Put those of the reference first, in its order; the organisation's own follow as they were added."""
    return tuple(sorted(kept, key=lambda piece: order.index(piece.key) if piece.key in order else len(order)))


def _free_key(taken: list[str]) -> str:
    numbers = [int(key.removeprefix(_OWN_KEY)) for key in taken if key.startswith(_OWN_KEY)]
    return f"{_OWN_KEY}{max(numbers, default=0) + 1}"
