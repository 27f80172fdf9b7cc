"""The same programme under slightly different names: which levelled names are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cmn_core.analysis.practice_names import holds_number, list_place_stems, strict_words
from cmn_core.reference import Reference
from cmn_core.reference.practices import FoldingRule

_COMPARED_AT_ONCE = 500
"""Rows of the table of likeness: a thousand names of one word would take too much room otherwise."""


class _Groups:
    """Names joined two by two; a group is known by its first name in the alphabet, however they were joined."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def find(self, name: str) -> str:
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def join(self, first: str, second: str) -> None:
        above, below = sorted((self.find(first), self.find(second)))
        self._above[below] = above


def fold_names(keys: Iterable[str], reference: Reference) -> Mapping[str, str]:
    """Return for each levelled name the one that stands for its group.

    Joined are names that differ by blanks alone, and names of as many words, each like its counterpart; words that
    tell one programme from another (numbers, classes, places, short words) have to be the same.
    """
    names = sorted(set(keys))
    rule = reference.practices.folding
    groups = _Groups(names)
    _join_by_blanks(names, rule, groups)
    stems = list_place_stems(reference.region)
    comparable: defaultdict[tuple[str | None, ...], list[str]] = defaultdict(list)
    for name in names:
        comparable[strict_words(name, rule, stems)].append(name)
    for strict, members in comparable.items():
        if len(members) > 1:
            _join_by_likeness(members, strict, rule, groups)
    return {name: groups.find(name) for name in names}


def _join_by_blanks(names: Iterable[str], rule: FoldingRule, groups: _Groups) -> None:
    by_letters: dict[str, str] = {}
    for name in names:
        # «1 2 класс» is not «12 класс».
        if not holds_number(name, rule):
            groups.join(by_letters.setdefault(name.replace(" ", ""), name), name)


def _join_by_likeness(names: list[str], strict: tuple[str | None, ...], rule: FoldingRule, groups: _Groups) -> None:
    from rapidfuzz import fuzz, process

    # Where each word is as like as the rule wants, the whole names are too: the table leaves few pairs to look at.
    least = rule.word_likeness_pct
    for start in range(0, len(names), _COMPARED_AT_ONCE):
        compared = names[start : start + _COMPARED_AT_ONCE]
        likeness = process.cdist(compared, names, scorer=fuzz.ratio, score_cutoff=least - 0.01)
        for row, column in zip(*likeness.nonzero(), strict=True):
            first, second = compared[row], names[column]
            if first < second and _have_like_words(first, second, strict, least):
                groups.join(first, second)


def _have_like_words(first: str, second: str, strict: tuple[str | None, ...], least_pct: int) -> bool:
    from rapidfuzz import fuzz

    pairs = zip(first.split(" "), second.split(" "), strict, strict=True)
    return all(word is not None or fuzz.ratio(mine, other) >= least_pct for mine, other, word in pairs)
