"""What a person has to say about the organisations of a report: which likeness is the same one, what a new one is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cmn_core.intake.matching import NameMatch
from cmn_core.intake.organisation_names import guess_kind, guess_subordination
from cmn_core.intake.reading import ScopeCode
from cmn_core.reference.region import RegionFacts


@dataclass(frozen=True, slots=True)
class NewOrganisationGuess:
    """What a new organisation seems to be; a person may correct it."""

    key: str
    name: str
    kind: str
    subordination: str


def find_proposals(matches: Sequence[NameMatch]) -> tuple[NameMatch, ...]:
    """Return the names that look like a known organisation's: each waits for a person."""
    return tuple(match for match in matches if match.kind == "proposal")


def find_unanswered(matches: Sequence[NameMatch], answered: Collection[str]) -> tuple[str, ...]:
    """Return the names of the likenesses that nobody has answered; `answered`: name keys."""
    return tuple(match.name for match in find_proposals(matches) if match.key not in answered)


def guess_new_organisations(
    matches: Sequence[NameMatch], answers: Mapping[str, int | None], scope: ScopeCode, region: RegionFacts
) -> tuple[NewOrganisationGuess, ...]:
    """Describe the organisations that saving will add: names like nobody's, and likenesses that were refused.

    `answers`: name key → the known organisation chosen, None for a new one.
    """
    return tuple(
        NewOrganisationGuess(
            match.key, match.name, guess_kind(match.name), guess_subordination(match.name, scope, region)
        )
        for match in matches
        if _is_new(match, answers)
    )


def _is_new(match: NameMatch, answers: Mapping[str, int | None]) -> bool:
    if match.kind == "new":
        return answers.get(match.key) is None
    return match.kind == "proposal" and match.key in answers and answers[match.key] is None
