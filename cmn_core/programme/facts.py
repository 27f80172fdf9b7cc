"""The facts that the shipped texts of a programme name in braces."""

from collections.abc import Iterable

from cmn_core.programme.filling import Facts
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import UNITS, Programme, Unit
from cmn_core.programme.standing import describe_standing, pupil_roles
from cmn_core.reference import Reference
from cmn_core.wording import count_of, format_count, format_date, format_pct, format_target

UNIT_WORDS: dict[Unit, tuple[str, str, str]] = {
    "pair": ("пара", "пары", "пар"),
    "group": ("группа", "группы", "групп"),
}
# What «включает» governs.
_FORMS = ("форму", "формы", "форм")
_MODELS = ("ролевую модель", "ролевые модели", "ролевых моделей")
_SAID = ""


def gather_facts(programme: Programme, state: OrganisationState, reference: Reference) -> Facts:
    """Return every fact by its name; None where it is not known."""
    return {
        **_place_facts(programme, state, reference),
        **_people_facts(programme, state, reference),
        **_plan_facts(programme, reference),
        **_form_marks(programme, reference),
    }


def year_facts(programme: Programme) -> dict[str, str | None]:
    """Return the facts that the school year alone gives."""
    return {
        "school_year": programme.school_year_words,
        "first_year": str(programme.school_year),
        "second_year": str(programme.school_year + 1),
    }


def tell_units(counts: Iterable[tuple[Unit, int]]) -> str:
    """Write how many pairs and groups there are: «24 пары, 2 группы»."""
    listed = list(counts)
    sums = {unit: sum(count for each, count in listed if each == unit) for unit in UNITS}
    return ", ".join(count_of(count, *UNIT_WORDS[unit]) for unit, count in sums.items() if count)


def _place_facts(programme: Programme, state: OrganisationState, reference: Reference) -> dict[str, str | None]:
    region, words = reference.region.facts, reference.programme.words
    return {
        "organisation": programme.organisation,
        "region": region.name,
        "region_genitive": region.name_genitive,
        "centre": region.centre,
        "projects": ", ".join(f"«{project}»" for project in region.projects),
        **year_facts(programme),
        "curator": programme.curator or None,
        "municipal": _said(state.subordination == "municipal"),
        "supplementary": _said(programme.kind == "supplementary"),
        "blank_date": words.blank_date,
        "blank_number": words.blank_number,
    }


def _people_facts(programme: Programme, state: OrganisationState, reference: Reference) -> dict[str, str | None]:
    coverage = describe_standing("coverage", programme, state, reference)
    value, target, needed = coverage.value_pct, coverage.target_pct, coverage.needed
    lacking = None if needed is None or coverage.numerator is None else needed - coverage.numerator
    as_of = format_date(state.as_of) if state.as_of else None
    with_teachers = any(form.code == "teacher_teacher" for form in programme.forms)
    return {
        "as_of": as_of,
        "pupils": _count(state.pupils_10_19 or None),
        "involved": _count(state.involved) if as_of else None,
        "coverage": None if value is None or as_of is None else format_pct(value, target),
        "target": None if target is None else format_target(target),
        "target_set": _said(target is not None),
        "needed": _count(needed),
        "lacking": _count(lacking) if lacking is not None and lacking > 0 else None,
        "reached": _said(lacking is not None and lacking <= 0),
        "young_teachers": _count(state.young_teachers or None) if with_teachers else None,
        "young_mentees": _count(state.young_teacher_mentees) if with_teachers and state.young_teachers else None,
    }


def _plan_facts(programme: Programme, reference: Reference) -> dict[str, str | None]:
    forms, models = programme.forms, programme.models
    told = [model.mentees for _, model in models]
    known = [mentees for mentees in told if mentees is not None]
    return {
        "chosen": _said(bool(models)),
        "forms": ", ".join(f"«{form.label}»" for form in forms) or None,
        "forms_count": count_of(len(forms), *_FORMS) if forms else None,
        "models_count": count_of(len(models), *_MODELS) if models else None,
        "units": tell_units((model.unit, model.count) for _, model in models if model.count) or None,
        # A sum of some of them would pass for all of them.
        "mentees": _count(sum(known)) if known and len(known) == len(told) else None,
    }


def _form_marks(programme: Programme, reference: Reference) -> dict[str, str | None]:
    kept = {form.key for form in programme.forms}
    taken = {role for form in programme.forms for role in pupil_roles(form, programme.kind, reference.programme)}
    marks = {form.code: _said(form.code in kept) for form in reference.forms.federal}
    teams = {team.code for team in reference.programme.teams}
    return {**marks, "team": _said(bool(kept & teams)), "pupils_taken": _said(bool(taken))}


def _said(is_so: bool) -> str | None:
    return _SAID if is_so else None


def _count(people: int | None) -> str | None:
    return None if people is None else format_count(people)
