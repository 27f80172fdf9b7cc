"""What a person said about a file so far: what is still open, and the decisions that it comes to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cmn_core.intake.counting import RowPlace
from cmn_core.intake.matching import NameMatch
from cmn_core.intake.name_questions import find_unanswered
from cmn_core.intake.problems import shorten
from cmn_core.intake.reading import Reading
from cmn_core.period import Period
from cmn_core.store.comparing import Choices
from cmn_core.store.decisions import Decisions
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.versions import ReportVersion
from cmn_core.wording import join_names

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to what a reading leaves open; name keys stand for organisations."""

    organisations: Mapping[str, int | None] = field(default_factory=dict)
    """The known organisation that a name is, None: a new one."""
    districts: Mapping[str, str] = field(default_factory=dict)
    """ОКТМО of a new organisation in the region's own form."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    subordinations: Mapping[str, str] = field(default_factory=dict)
    different_children: frozenset[RowPlace] = frozenset()

    @property
    def change_nothing(self) -> bool:
        """Tell whether the comparison is the same as without any answer."""
        return not (self.organisations or self.districts or self.different_children)

    @property
    def choices(self) -> Choices:
        """Return what changes the comparison with the store."""
        return Choices(self.organisations, self.districts, different_children=self.different_children)


def state_date(reading: Reading, period: Period) -> date:
    """Return the date of the figures: the file's own where it lies in the period, else the day the period closes on."""
    if reading.as_of is not None and reading.period == period:
        return reading.as_of
    return period.closing_date


def find_open_points(matches: Sequence[NameMatch], sender: str | None, answers: Answers) -> tuple[str, ...]:
    """Return sentences about what has to be answered before saving.

    `matches`: the names as they were before any answer.
    """
    return tuple(_find_open_points(matches, sender, answers))


def _find_open_points(matches: Sequence[NameMatch], sender: str | None, answers: Answers) -> Iterator[str]:
    unanswered = find_unanswered(matches, answers.organisations.keys())
    if unanswered:
        yield f"Ответьте, какие это организации: {_name(unanswered)}."
    if sender is None:
        homeless = [match.name for match in matches if _is_homeless(match, answers)]
        if homeless:
            yield f"Укажите муниципалитет новых организаций: {_name(homeless)}."


def _is_homeless(match: NameMatch, answers: Answers) -> bool:
    """Tell a name that saving would make a new organisation of, in no municipality."""
    answered = match.kind == "new" or match.key in answers.organisations
    is_new = answered and not match.is_settled and answers.organisations.get(match.key) is None
    return is_new and match.key not in answers.districts


def decide(
    reading: Reading,
    key: ReportKey,
    answers: Answers,
    in_force: ReportVersion | None,
    *,
    left_out_sheets: frozenset[str] = frozenset(),
    author: str,
) -> Decisions:
    """Put the answers together with the version in force that the person compared with; not confirmed yet."""
    return Decisions(
        sender=key.sender,
        scope=key.scope,
        layout=key.layout,
        period=key.period,
        as_of=state_date(reading, key.period),
        author=author,
        organisation_choices=dict(answers.organisations),
        districts_of_new=dict(answers.districts),
        kinds_of_new=dict(answers.kinds),
        subordinations_of_new=dict(answers.subordinations),
        left_out_sheets=left_out_sheets,
        different_children=answers.different_children,
        compared_with=in_force.report_id if in_force else None,
    )


def as_shown(now: Decisions, shown: Decisions | None) -> Decisions | None:
    """Return the decisions that were on the screen, None where they are not the ones of this moment.

    Against another version in force they are returned all the same: the store says who saved meanwhile.
    """
    if shown is None or (now != shown and now.compared_with == shown.compared_with):
        return None
    return shown


def _name(names: Sequence[str]) -> str:
    return join_names([shorten(name) for name in names], _MOST_NAMED)
