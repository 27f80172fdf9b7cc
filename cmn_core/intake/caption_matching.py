"""Which column of a layout a caption means, in whatever words."""

import re
from collections.abc import Sequence

from cmn_core.reference import Column, Layout
from cmn_core.reference.spelling import fold_text

_LONGEST = 200
"""Characters; more is a sentence, no caption."""
_PART = re.compile(r"(?:из них|в том числе|в т\. ?ч\.?)")


class CaptionMatcher:
    """Matches folded captions with a layout's columns; remembers what it has seen."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._known: dict[str, Column | None] = {}
        self._parts = [(column, self._own_words(column)) for column in layout.columns if column.of]

    def match(self, texts: Sequence[str], passed: Sequence[str]) -> Column | None:
        """Match a column by its lowest text first, then by all its texts; `passed`: the fields left of it.

        «из них 15–19» goes on from the nearest column left of it that has such a part.
        """
        lowest, whole = texts[-1], " ".join(texts)
        direct = None if _PART.match(lowest) else self.column_of(lowest)
        if direct is not None:
            return self._closer(texts, direct) or direct
        return self._part_of(lowest, passed) or self.column_of(whole)

    def _closer(self, texts: Sequence[str], direct: Column) -> Column | None:
        """Return what «наставляемых» means right under «Опрошено», if that is more than the word alone."""
        if len(texts) < 2:
            return None
        both, upper = self.column_of(f"{texts[-2]} {texts[-1]}"), self.column_of(texts[-2])
        return both if both and both is not upper and len(both.words) > len(direct.words) else None

    def column_of(self, caption: str) -> Column | None:
        """Find the column most of whose words stand in a caption."""
        if caption not in self._known:
            self._known[caption] = self._find(caption)
        return self._known[caption]

    def _find(self, caption: str) -> Column | None:
        if len(caption) > _LONGEST:
            return None
        best: Column | None = None
        for column in self.layout.columns:
            if caption in column.whole:
                return column
            if (best is None or len(column.words) > len(best.words)) and _is_worded(caption, column):
                best = column
        return best

    def _part_of(self, caption: str, passed: Sequence[str]) -> Column | None:
        parts = [column for column, words in self._parts if words and _has_words(caption, words)]
        for field in reversed(passed if parts else ()):
            for column in parts:
                if column.of == field:
                    return column
        return None

    def _own_words(self, part: Column) -> list[tuple[str, ...]]:
        """Return the words that a part does not share with the column it is a part of."""
        parent = fold_text(self.layout.column(part.of).caption)
        return [group for group in part.words if not any(stem in parent for stem in group)]


def _is_worded(caption: str, column: Column) -> bool:
    excluding = [stem in caption for stem in column.without]
    if any(excluding) and not (column.unless_all and all(excluding)):
        return False
    return _has_words(caption, column.words)


def _has_words(caption: str, groups: Sequence[Sequence[str]]) -> bool:
    return all(any(stem in caption for stem in group) for group in groups)
