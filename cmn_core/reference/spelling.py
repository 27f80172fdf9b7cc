"""How spellings are levelled before words are compared: white space, quotes, dashes, ё, look-alike letters."""

import re
import unicodedata
from functools import lru_cache

ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Most cells are level already: one search is cheaper than two substitutions.
_UNLEVEL = re.compile("[^\\S ]|  |^ | $|[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES = re.compile("[«»„“”‟\u2018\u2019\u201a‹›`´″']")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_LATIN_TWINS = str.maketrans("aceopxykABCEHKMOPTXY", "асеорхукАВСЕНКМОРТХУ")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+")
LATIN_LOOKALIKES = frozenset("aceopxykABCEHKMOPTXY")


def collapse_spaces(text: str) -> str:
    """Make every run of white space one blank and drop zero-width signs and soft hyphens."""
    if not _UNLEVEL.search(text):
        return text
    return _SPACES.sub(" ", ZERO_WIDTH.sub("", text)).strip()


def drop_unseen(text: str) -> str:
    """Drop what nobody sees and what turns the reading round: control marks, zero-width signs; line ends stay."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign)[0] != "C")


@lru_cache(maxsize=60_000)
def fold_text(text: str) -> str:
    """Level a text for comparison: case, ё, quotes, dashes, spaces, Latin twins inside Russian words."""
    levelled = _DASHES.sub("-", _QUOTES.sub('"', collapse_spaces(text)))
    if _LATIN.search(levelled):
        levelled = _WORD.sub(lambda found: _russian_twin(found[0]), levelled)
    return levelled.lower().replace("ё", "е")


def mixed_words(text: str) -> list[str]:
    """Return the words in which Latin letters stand among Russian ones."""
    if not _LATIN.search(text):
        return []
    return [word for word in _WORD.findall(text) if _is_mixed(word)]


def latin_letters(word: str) -> str:
    """Return the Latin letters of a word in their order."""
    return "".join(letter for letter in word if letter.isascii())


def _is_mixed(word: str) -> bool:
    return any(letter.isascii() for letter in word) and any(not letter.isascii() for letter in word)


def _russian_twin(word: str) -> str:
    latin = [letter for letter in word if letter.isascii()]
    if latin and (len(latin) < len(word) or all(letter in LATIN_LOOKALIKES for letter in latin)):
        return word.translate(_LATIN_TWINS)
    return word
