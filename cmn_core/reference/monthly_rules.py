"""How the numbers of the monthly form must agree: what may not exceed what."""

from dataclasses import dataclass
from typing import Literal

from cmn_core.reference.layouts import Layout, MonthlyLayout

Relation = Literal["at_most", "at_least"]


@dataclass(frozen=True, slots=True)
class CountRule:
    """A number of a row that must agree with others of the same row."""

    field: str
    """The number that is complained of."""
    others: tuple[str, ...]
    relation: Relation = "at_most"
    """`at_most`: not over the sum of the others; `at_least`: not under the greatest of them."""


ORGANISATION_RULES = (
    CountRule("pupils_15_19", ("pupils_10_19",)),
    CountRule("involved", ("mentees", "mentors")),
    CountRule("involved", ("mentees", "mentors"), "at_least"),
    CountRule("mentees", ("pupils_10_19",)),
    CountRule("mentors", ("pupils_10_19",)),
    CountRule("mentors_15_19", ("mentors",)),
    CountRule("young_mentees", ("young_teachers",)),
    CountRule("satisfied_mentees", ("surveyed_mentees",)),
    CountRule("satisfied_mentors", ("surveyed_mentors",)),
)
PROGRAMME_RULES = (CountRule("mentees_10_19", ("mentees",)),)
PARTICIPATION_RULES = (
    CountRule("mentees", ("mentees_10_19",)),
    CountRule("surveyed_mentees", ("mentees",)),
    CountRule("surveyed_mentors", ("mentors",)),
)
"""A number of «Организации» is not over the sum of a column over the organisation's rows of «Программы»."""


def describe_rules(layout: MonthlyLayout) -> tuple[str, ...]:
    """Say in words what may not exceed what."""
    organisations, programmes = layout.organisations, layout.programmes
    return (
        *(_describe(rule, organisations, organisations) for rule in ORGANISATION_RULES),
        *(_describe(rule, programmes, programmes) for rule in PROGRAMME_RULES),
        *(
            f"{_describe(rule, organisations, programmes)} во всех программах организации"
            for rule in PARTICIPATION_RULES
        ),
    )


def _describe(rule: CountRule, layout: Layout, layout_of_others: Layout) -> str:
    others = [f"«{layout_of_others.column(field).short}»" for field in rule.others]
    if rule.relation == "at_least":
        bound = f"не меньше, чем {' или '.join(others)}"
    else:
        bound = f"не больше, чем {' и '.join(others)}{' вместе' if len(others) > 1 else ''}"
    return f"«{layout.column(rule.field).short}» {bound}"
