"""All reference truth in one value; the shipped defaults are read once a process."""

from dataclasses import dataclass
from functools import cache

from cmn_core.reference.collection import Collection, read_collection
from cmn_core.reference.forms import Forms, read_forms
from cmn_core.reference.indicators import Group, Indicator, read_groups, read_indicators
from cmn_core.reference.kinds import Kinds, read_kinds
from cmn_core.reference.layouts import Layouts, read_layouts
from cmn_core.reference.limits import Limits, LimitText, read_limit_texts, read_limits
from cmn_core.reference.palette import Palette, read_palette
from cmn_core.reference.practices import PracticeRules, read_practice_rules
from cmn_core.reference.problem_texts import ProblemText, read_problem_texts
from cmn_core.reference.programme import ProgrammeTexts, read_programme_texts
from cmn_core.reference.region import Region, read_region
from cmn_core.reference.widening import Widening, read_widening


@dataclass(frozen=True, slots=True)
class Reference:
    """What the model, the region and the rules are; handed to every function that needs it."""

    region: Region
    indicators: tuple[Indicator, ...]
    groups: tuple[Group, ...]
    forms: Forms
    widening: Widening
    kinds: Kinds
    layouts: Layouts
    limits: Limits
    limit_texts: tuple[LimitText, ...]
    collection: Collection
    palette: Palette
    practices: PracticeRules
    problem_texts: dict[str, ProblemText]
    programme: ProgrammeTexts

    def indicator(self, code: str) -> Indicator:
        """Return an indicator by its code."""
        return next(indicator for indicator in self.indicators if indicator.code == code)


@cache
def shipped_reference() -> Reference:
    """Read the shipped defaults."""
    return Reference(
        region=read_region(),
        indicators=read_indicators(),
        groups=read_groups(),
        forms=read_forms(),
        widening=read_widening(),
        kinds=read_kinds(),
        layouts=read_layouts(),
        limits=read_limits(),
        limit_texts=read_limit_texts(),
        collection=read_collection(),
        palette=read_palette(),
        practices=read_practice_rules(),
        problem_texts=read_problem_texts(),
        programme=read_programme_texts(),
    )
