"""How organisations' names are levelled, as data: legal forms, school types, words of a kind."""

from dataclasses import dataclass
from functools import cache

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, parse_table, read_toml


class Owner(Entry):
    """A stem of a legal form's adjective and its letter in the abbreviation."""

    stem: str
    letter: str


class Phrase(Entry):
    """Stems of consecutive words and what stands for them; `institution` ones close a legal form."""

    stems: tuple[str, ...]
    short: str
    institution: bool = False


class KindWords(Entry):
    """Words in a levelled name that tell its kind."""

    code: str
    words: tuple[str, ...]


class LegalForms(Entry):
    """A pattern of one levelled word that is a legal form."""

    pattern: str


class EnterpriseForms(Entry):
    """Legal forms of enterprises, folded, longest first."""

    forms: tuple[str, ...]


class Words(Entry):
    """Words that tell one thing from another."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameSpellings:
    """Everything by which names are levelled."""

    owners: tuple[Owner, ...]
    phrases: tuple[Phrase, ...]
    words: dict[str, str]
    kinds: tuple[KindWords, ...]
    legal_pattern: str
    organisation_words: tuple[str, ...]
    """Words that only an organisation's name has …"""
    caption_words: tuple[str, ...]
    """… and those of a caption over several."""


@cache
def read_name_spellings() -> NameSpellings:
    """Read the shipped spellings once."""
    path = DATA_FOLDER / "reference" / "names.toml"
    raw = read_toml(path)
    return NameSpellings(
        owners=parse_entries(path, "owner", Owner, raw.get("owner")),
        phrases=parse_entries(path, "phrase", Phrase, raw.get("phrase")),
        words=dict(raw.get("words", {})),
        kinds=parse_entries(path, "kind", KindWords, raw.get("kind")),
        legal_pattern=parse_table(path, LegalForms, raw.get("legal")).pattern,
        organisation_words=parse_table(path, Words, raw.get("organisation")).words,
        caption_words=parse_table(path, Words, raw.get("caption")).words,
    )


@cache
def read_enterprise_forms() -> tuple[str, ...]:
    """Read the legal forms by which partners' names are not told apart."""
    path = DATA_FOLDER / "reference" / "names.toml"
    return parse_table(path, EnterpriseForms, read_toml(path).get("enterprise")).forms


@cache
def read_no_enterprise() -> frozenset[str]:
    """Read the words by which a report says that no enterprise gave mentors."""
    path = DATA_FOLDER / "reference" / "names.toml"
    return frozenset(parse_table(path, Words, read_toml(path).get("no_enterprise")).words)
