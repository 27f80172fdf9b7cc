"""Names of programmes as they are compared: levelled words, and which of the words must not differ."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cmn_core.reference import Region
from cmn_core.reference.practices import FoldingRule
from cmn_core.reference.spelling import fold_text

# «5а» and «5 а» are one class: digits stand apart from letters.
_WORD = re.compile(r"\d+|[а-яa-z]+")
_ROMAN = re.compile(r"[ivxх]+")


@lru_cache(maxsize=60_000)
def practice_key(name: str, rule: FoldingRule) -> str:
    """Return a name levelled: case, ё, quotes, dashes, blanks and idle words make no difference; numbers do.

    A name of nothing but idle words keeps them, one without any word stays as it is.
    """
    folded = fold_text(name)
    words = _WORD.findall(folded)
    telling = [word for word in words if word not in rule.idle_words]
    return " ".join(telling or words) or folded


def list_place_stems(region: Region) -> tuple[str, ...]:
    """Return the stems by which the names of a region's municipalities begin."""
    words = (fold_text(district.short).removeprefix("г. ").split("-")[-1] for district in region.districts)
    return tuple(sorted({word.removesuffix("ий").removesuffix("ый") for word in words}))


def strict_words(key: str, rule: FoldingRule, place_stems: Iterable[str]) -> tuple[str | None, ...]:
    """Return the words of a levelled name that must not differ in another of its spellings, None for the others.

    Numbers, short words (the letter of a class among them) and places.
    """
    words = key.split(" ")
    stems = tuple(place_stems)
    return tuple(
        word if _is_strict(word, rule, stems) or (place and words[place - 1] in rule.place_words) else None
        for place, word in enumerate(words)
    )


def holds_number(key: str, rule: FoldingRule) -> bool:
    """Tell whether a levelled name has a number in it, in whatever writing."""
    return any(_is_number(word, rule) for word in key.split(" "))


def _is_strict(word: str, rule: FoldingRule, place_stems: tuple[str, ...]) -> bool:
    return len(word) < rule.shortest_word or _is_number(word, rule) or word.startswith(place_stems)


def _is_number(word: str, rule: FoldingRule) -> bool:
    return word.isdigit() or bool(_ROMAN.fullmatch(word)) or word.startswith(rule.number_stems)
