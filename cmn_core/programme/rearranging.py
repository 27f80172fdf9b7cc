"""A programme moved to other circumstances: another order, another kind of organisation, another organisation."""

from cmn_core.programme.opening import form_name, open_programme
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Approval, KeptForm, KeptModel, Programme
from cmn_core.reference import Reference


def move_model(programme: Programme, form_key: str, model_key: str, by: int) -> Programme:
    """Move a role model up (−1) or down (+1) among those of its form; at the end it stays where it is."""
    return programme.having(
        forms=tuple(_moved(form, model_key, by) if form.key == form_key else form for form in programme.forms)
    )


def _moved(form: KeptForm, model_key: str, by: int) -> KeptForm:
    place = next((place for place, model in enumerate(form.models) if model.key == model_key), None)
    if place is None or not 0 <= place + by < len(form.models):
        return form
    models = list(form.models)
    models.insert(place + by, models.pop(place))
    return form.having(models=tuple(models))


def change_kind(programme: Programme, kind: str, reference: Reference) -> Programme:
    """Take another kind of organisation; forms that nobody named otherwise are called as that kind calls them."""
    names = {form.code: (form_name(form, programme.kind), form_name(form, kind)) for form in reference.forms.federal}
    forms = []
    for form in programme.forms:
        before, after = names.get(form.key, ("", ""))
        forms.append(form.having(label=after) if form.label == before else form)
    return programme.having(kind=kind, forms=tuple(forms))


def copy_for(programme: Programme, state: OrganisationState, reference: Reference, school_year: int) -> Programme:
    """Return a programme for another organisation or year: words and role models stay, people and numbers do not."""
    opened = open_programme(state, reference, school_year)
    kept = change_kind(programme, state.kind, reference)
    return kept.having(
        organisation=opened.organisation,
        school_year=school_year,
        place=opened.place,
        approval=Approval(approved_post=programme.approval.approved_post),
        authors=(),
        curator="",
        forms=tuple(form.having(models=tuple(map(_without_people, form.models))) for form in kept.forms),
        aims=None if kept.aims is None else tuple(aim.having(people=None) for aim in kept.aims),
        # Months are of the year.
        stages=kept.stages if school_year == programme.school_year else None,
    )


def _without_people(model: KeptModel) -> KeptModel:
    return model.having(count=None, curator="", period="")
