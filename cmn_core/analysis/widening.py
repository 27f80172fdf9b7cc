"""What a scenario of widening comes to: people added, the figure that they make, what is still lacking."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cmn_core.analysis.figure import Figure
from cmn_core.analysis.gaps import compute_gap_people
from cmn_core.analysis.numerators import PARTNERS
from cmn_core.programme.scenario import Option, Scenario
from cmn_core.reference import Indicator, Reference
from cmn_core.reference.widening import Widening, WideningRule
from cmn_core.shares import compute_value_pct


@dataclass(frozen=True, slots=True)
class OptionResult:
    """An option's people, and what it adds to the indicator."""

    option: Option
    mentors: int
    mentees: int
    enterprises: int
    """Those that give mentors for the first time: never more than there are mentors."""
    added: int
    moves: bool
    """Whether its people count to the indicator at all."""
    pairs_to_close: int | None
    """More pairs of it that alone close what the scenario leaves; None: they add nothing, or no gap is known."""
    groups_to_close: int | None


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """A figure as it is and as the scenario would make it."""

    before: Figure
    after: Figure
    options: tuple[OptionResult, ...]
    """In the order of the scenario's options."""

    @property
    def added(self) -> int:
        """What all options add to the numerator: known also where the figure has no data."""
        return sum(option.added for option in self.options)


def compute_scenario(scenario: Scenario, figure: Figure, reference: Reference) -> ScenarioResult:
    """Add a scenario's people to a municipality's figure; the figure says to which indicator they are counted.

    Without a numerator there is nothing to add to, without a whole no value: then the people are counted alone.
    """
    indicator, rules = reference.indicator(figure.indicator), reference.widening
    added = sum(count_added(option, indicator, rules) for option in scenario.options)
    after = add_people(figure, added)
    options = tuple(_compute_option(option, indicator, rules, after.gap_people) for option in scenario.options)
    return ScenarioResult(figure, after, options)


def compute_effects(scenario: Scenario, figures: Iterable[Figure], reference: Reference) -> tuple[ScenarioResult, ...]:
    """Count one scenario to several indicators of a municipality."""
    return tuple(compute_scenario(scenario, figure, reference) for figure in figures)


def add_people(figure: Figure, added: int) -> Figure:
    """Return the figure with a larger numerator, against the same whole and target."""
    numerator = None if figure.numerator is None else figure.numerator + added
    return replace(
        figure,
        numerator=numerator,
        value_pct=compute_value_pct(numerator, figure.denominator),
        gap_people=compute_gap_people(numerator, figure.denominator, figure.target_pct),
    )


def count_added(option: Option, indicator: Indicator, widening: Widening) -> int:
    """Count what an option adds to the numerator of an indicator."""
    if indicator.counted == PARTNERS:
        return _count_enterprises(option, widening)
    rule = widening.rule(option.form, option.role_model)
    mentees = count_mentees(option, widening) if indicator.code in rule.mentee else 0
    return mentees + (_count_mentors(option) if indicator.code in rule.mentor else 0)


def count_mentees(option: Option, widening: Widening) -> int:
    """Count the mentees of an option's pairs and groups."""
    return option.pairs + option.groups * (option.group_size or widening.terms.group_size)


def count_of_unit(rule: WideningRule, indicator: Indicator, mentees: int) -> int:
    """Count what one mentor with so many mentees adds at most: an enterprise each where enterprises are counted."""
    if indicator.counted == PARTNERS:
        return int(rule.enterprises)
    return mentees * (indicator.code in rule.mentee) + (indicator.code in rule.mentor)


def _compute_option(option: Option, indicator: Indicator, widening: Widening, gap: int | None) -> OptionResult:
    rule = widening.rule(option.form, option.role_model)
    size = option.group_size or widening.terms.group_size
    of_pair = count_of_unit(rule, indicator, 1)
    return OptionResult(
        option=option,
        mentors=_count_mentors(option),
        mentees=count_mentees(option, widening),
        enterprises=_count_enterprises(option, widening),
        added=count_added(option, indicator, widening),
        moves=of_pair > 0,
        pairs_to_close=_units_to_close(gap, of_pair),
        groups_to_close=_units_to_close(gap, count_of_unit(rule, indicator, size)),
    )


def _count_mentors(option: Option) -> int:
    return option.pairs + option.groups


def _count_enterprises(option: Option, widening: Widening) -> int:
    """Count the enterprises, one a mentor at most."""
    rule = widening.rule(option.form, option.role_model)
    return min(option.new_enterprises, _count_mentors(option)) if rule.enterprises else 0


def _units_to_close(gap: int | None, unit: int) -> int | None:
    return -(-gap // unit) if gap is not None and unit else None
