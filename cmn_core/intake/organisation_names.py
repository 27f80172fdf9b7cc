"""Organisations' names: one key for all spellings of one, and what a name tells of its bearer."""

import re
from functools import lru_cache

from cmn_core.intake.reading import ScopeCode
from cmn_core.reference.names import Phrase, read_name_spellings
from cmn_core.reference.region import RegionFacts, read_region
from cmn_core.reference.spelling import fold_text

_NUMBER_SIGN = re.compile(r"(?:№|\bn[oо]?\.?|\bномер)\s*(?=\d)")
# «3. МБОУ «Лесная СОШ»»: a number in the list, not in the name.
_LIST_NUMBER = re.compile(r"^\d{1,3}[.)] ?(?=[^\d\s])")
_TOKEN = re.compile(r"№\d+|[а-яa-z0-9]+")
_NUMBER = re.compile(r"\d+")
MOST_NAMES = 60_000
"""A little over the rows that one file may have."""


@lru_cache(maxsize=MOST_NAMES)
def name_key(name: str) -> str:
    """Return the levelled legal form and name: equal keys are one organisation.

    Full words and abbreviations, quotes, case, ё, «№ 5»/«№5», look-alike letters make no difference.
    """
    spellings = read_name_spellings()
    tokens = _TOKEN.findall(_NUMBER_SIGN.sub("№", _LIST_NUMBER.sub("", fold_text(name))))
    tokens = _join_legal_form(_shorten_phrases(tokens))
    return " ".join(" ".join(spellings.words.get(token, token) for token in tokens).split())


@lru_cache(maxsize=MOST_NAMES)
def plain_key(name: str) -> str:
    """Return the key without the legal form: what two spellings of one school share."""
    legal = re.compile(read_name_spellings().legal_pattern)
    return " ".join(token for token in name_key(name).split() if not legal.match(token))


def name_numbers(name: str) -> frozenset[str]:
    """Return the numbers in a name: school № 1 is never school № 2."""
    return frozenset(_NUMBER.findall(name_key(name)))


def looks_like_organisation(name: str) -> bool:
    """Tell an organisation's name from a section caption: a legal form, a numbered or quoted name, a type of school."""
    spellings = read_name_spellings()
    tokens = name_key(name).split()
    if '"' in fold_text(name) or any(token.startswith("№") for token in tokens):
        return True
    if not tokens or set(_TOKEN.findall(fold_text(name))) & set(spellings.caption_words):
        return False
    return bool(re.match(spellings.legal_pattern, tokens[0])) or bool(set(tokens) & set(spellings.organisation_words))


def names_several(label: str) -> bool:
    """Tell a caption over several organisations by its first words: «Городские школы», «Учреждения культуры»."""
    plurals = read_name_spellings().caption_words
    for word in _TOKEN.findall(fold_text(label)):
        if word in plurals:
            return '"' not in label and "№" not in label and "«" not in label
        if not word.endswith(("ие", "ые")):
            return False
    return False


def guess_kind(name: str) -> str:
    """Propose the kind by the name: vocational, supplementary, else a school."""
    tokens = name_key(name).split()
    for kind in read_name_spellings().kinds:
        if any(token == word or (len(word) > 4 and token.startswith(word)) for token in tokens for word in kind.words):
            return kind.code
        if kind.code == "vocational" and tokens and tokens[0].endswith("поу"):
            return kind.code
    return "school"


def guess_subordination(name: str, scope: ScopeCode | None, region: RegionFacts) -> str:
    """Propose the subordination: by the report's scope, else by the region's words in the legal form."""
    if scope in ("municipal", "state"):
        return scope
    legal_part = fold_text(name).split('"')[0]
    return "state" if any(_has_words(legal_part, fold_text(words)) for words in region.state_words) else "municipal"


def _has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<![а-яa-z]){re.escape(words)}(?![а-яa-z])", text) is not None


def _shorten_phrases(tokens: list[str]) -> list[str]:
    """Replace written-out phrases by their abbreviations, longest first at every place."""
    shortened: list[str] = []
    place = 0
    while place < len(tokens):
        likely = _phrases_from(tokens[place])
        phrase = next((item for item in likely if _stands_at(tokens, place, item)), None) if likely else None
        if phrase is None:
            shortened.append(tokens[place])
            place += 1
        else:
            shortened.append(f"={phrase.short}" if phrase.institution else phrase.short)
            place += len(phrase.stems)
    return shortened


@lru_cache(maxsize=20_000)
def _phrases_from(word: str) -> tuple[Phrase, ...]:
    """Return the phrases that may begin with a word, longest first."""
    phrases = (*read_name_spellings().phrases, *read_region().facts.name_phrase)
    return tuple(
        sorted((item for item in phrases if word.startswith(item.stems[0])), key=lambda item: -len(item.stems))
    )


def _stands_at(tokens: list[str], place: int, phrase: Phrase) -> bool:
    words = tokens[place : place + len(phrase.stems)]
    return len(words) == len(phrase.stems) and all(
        word.startswith(stem) for word, stem in zip(words, phrase.stems, strict=True)
    )


@lru_cache(maxsize=20_000)
def _owner_letter(word: str) -> str | None:
    return next((owner.letter for owner in read_name_spellings().owners if word.startswith(owner.stem)), None)


def _join_legal_form(tokens: list[str]) -> list[str]:
    """Join «муниципальное бюджетное» + «=оу» into «мбоу»."""
    if not any(token.startswith("=") for token in tokens):
        return tokens
    joined: list[str] = []
    adjectives: list[str] = []
    for token in tokens:
        if _owner_letter(token):
            adjectives.append(token)
        elif token.startswith("="):
            joined.append("".join(_owner_letter(word) or "" for word in adjectives) + token[1:])
            adjectives = []
        else:
            joined += [*adjectives, token]
            adjectives = []
    return joined + adjectives
