"""Listed practices with the same programme in one line, whatever the spelling of its name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from cmn_core.analysis.practice_filter import PracticeTotals, total_practices
from cmn_core.analysis.practice_folding import fold_names
from cmn_core.analysis.practice_names import practice_key
from cmn_core.analysis.practices import ListedPractice
from cmn_core.reference import Reference
from cmn_core.reference.spelling import collapse_spaces

FoldOrder = Literal["organisations", "mentees", "name"]


@dataclass(frozen=True, slots=True)
class FoldedPractice:
    """A programme with all who carry it out."""

    name: str | None
    """As most write it; None: practices that name their form alone."""
    spellings: tuple[str, ...]
    """The most usual first."""
    practices: tuple[ListedPractice, ...]
    reported: PracticeTotals
    planned: PracticeTotals

    @property
    def organisations(self) -> int:
        """How many organisations carry it out or plan it."""
        return len({practice.organisation_id for practice in self.practices})

    @property
    def districts(self) -> int:
        """In how many municipalities."""
        return len({practice.district for practice in self.practices})


def find_folds(practices: Iterable[ListedPractice], reference: Reference) -> Mapping[str, str]:
    """Return for each written name the levelled one of its group; of all practices, whatever is looked for."""
    rule = reference.practices.folding
    keys = {practice.name: practice_key(practice.name, rule) for practice in practices if practice.name}
    folds = fold_names(keys.values(), reference)
    return {name: folds[key] for name, key in keys.items()}


def fold_practices(
    practices: Iterable[ListedPractice], folds: Mapping[str, str], order: FoldOrder = "organisations"
) -> tuple[FoldedPractice, ...]:
    """Put practices of one programme into one line; those without a name stand last."""
    grouped: defaultdict[str | None, list[ListedPractice]] = defaultdict(list)
    for practice in practices:
        grouped[folds[practice.name] if practice.name else None].append(practice)
    folded = [_fold(members) for members in grouped.values()]
    return tuple(sorted(folded, key=lambda line: _place(line, order)))


def _fold(members: list[ListedPractice]) -> FoldedPractice:
    # An organisation has one voice, however many role models its programme keeps.
    said = {(practice.organisation_id, collapse_spaces(practice.name)) for practice in members if practice.name}
    written = Counter(name for _, name in said)
    spellings = tuple(sorted(written, key=lambda name: (-written[name], name.isupper(), len(name), name)))
    return FoldedPractice(
        name=spellings[0] if spellings else None,
        spellings=spellings,
        practices=tuple(sorted(members, key=_member_order)),
        reported=total_practices([practice for practice in members if practice.source == "report"]),
        planned=total_practices([practice for practice in members if practice.source == "programme"]),
    )


def _member_order(practice: ListedPractice) -> tuple[str, str, str, str]:
    return practice.district, practice.organisation, practice.source, practice.count.key


def _place(line: FoldedPractice, order: FoldOrder) -> tuple[bool, int, str]:
    first = {"organisations": line.organisations, "mentees": line.reported.mentees, "name": 0}[order]
    return line.name is None, -first, (line.name or "").lower().replace("ё", "е")
