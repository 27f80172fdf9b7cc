"""How an organisation stands by an indicator in the calendar year in which a school year ends, and what it plans.

A school year lies in two calendar years; its results come with its end, so 2020/2021 is compared with 2021.
"""

from dataclasses import dataclass
from decimal import Decimal

from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.reference import Indicator, Reference
from cmn_core.reference.programme import ProgrammeTexts
from cmn_core.shares import compute_value_pct, count_needed


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator of an organisation: what is reported, planned by the region and planned by the programme."""

    indicator: Indicator
    year: int
    target_pct: Decimal | None
    numerator: int | None
    denominator: int | None
    planned: int | None
    """People of the kept pairs and groups, participations; None where none of them can be told."""

    @property
    def value_pct(self) -> Decimal | None:
        """Return the reported share."""
        return compute_value_pct(self.numerator, self.denominator)

    @property
    def needed(self) -> int | None:
        """Return how many people make the target."""
        return count_needed(self.denominator, self.target_pct)


def describe_standing(code: str, programme: Programme, state: OrganisationState, reference: Reference) -> Standing:
    """Describe how the organisation stands by an indicator."""
    indicator = reference.indicator(code)
    year = programme.school_year + 1
    numerator, denominator = _reported(code, state)
    return Standing(
        indicator, year, indicator.target_pct(year), numerator, denominator,
        count_planned(code, programme, reference),
    )  # fmt: skip


def count_planned(code: str, programme: Programme, reference: Reference) -> int | None:
    """Count the people of the kept pairs and groups who enter an indicator; one person may be in several."""
    told = [
        people
        for form, model in programme.models
        for people in _people_of(code, form, model, programme.kind, reference)
        if people is not None
    ]
    return sum(told) if told else None


def pupil_roles(form: KeptForm, kind: str, texts: ProgrammeTexts) -> tuple[str, ...]:
    """Return which roles of a form the organisation's own pupils take; of an unknown form: the mentees."""
    known = texts.find_form(form.key)
    return known.own_pupils.get(kind, ()) if known else ("mentee",)


def _people_of(code: str, form: KeptForm, model: KeptModel, kind: str, reference: Reference) -> list[int | None]:
    if code == "young_teacher_share":
        # An own role model does not tell how long its mentee has been teaching.
        is_counted = model.typical and code in reference.widening.rule(form.code, model.typical).mentee
        return [model.mentees] if is_counted else []
    roles = {"coverage": ("mentee", "mentor"), "mentee_share": ("mentee",), "mentor_share": ("mentor",)}.get(code, ())
    people = {"mentee": model.mentees, "mentor": model.count}
    return [people[role] for role in pupil_roles(form, kind, reference.programme) if role in roles]


def _reported(code: str, state: OrganisationState) -> tuple[int | None, int | None]:
    """Return an organisation's numerator and whole; it has none of enterprises, and surveys are not asked for here."""
    return {
        "coverage": (state.involved, state.pupils_10_19),
        "mentee_share": (state.mentees_10_19, state.pupils_10_19),
        "mentor_share": (state.mentors_15_19, state.pupils_15_19),
        "young_teacher_share": (state.young_teacher_mentees, state.young_teachers),
    }.get(code, (None, None))
