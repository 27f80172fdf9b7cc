"""Mentoring forms and their role models, and how a cell's words are read as one of them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, parse_table, read_toml
from cmn_core.reference.spelling import fold_text

FormReadingKind = Literal["known", "own", "unreadable", "empty"]

_SPACED_DASH = re.compile(r"\s+-{1,3}>?\s+")
_DASH = re.compile(r"\s*(?:->|-{1,3}|/|\u2192)\s*")
_WORD = re.compile(r"[а-яa-z0-9]+")
_PAIR_WORD = re.compile(r"[а-яa-z]{3,}", re.IGNORECASE)
# A bullet or a formula's sign before the words is no part of them.
_WRAPPING = re.compile(r"^[-=+@*\u2022\s]*(?:форма(?: наставничества)?)?\s*:?\s*[\"'(]*|[\"').;,*]*$")
_REMARK = re.compile(r"\s*\([^()]*\)\.?\s*$")


class RoleModel(Entry):
    """A typical pair of roles inside a form."""

    label: str
    synonyms: tuple[str, ...]
    gist: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The official label and the synonyms met."""
        return (self.label, *self.synonyms)


class MentoringForm(Entry):
    """A federal form: its official label, the words read as its two sides, and who it suits."""

    code: str
    label: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    colour: str
    suits: tuple[str, ...]
    shown_as: dict[str, str]
    role_models: tuple[RoleModel, ...]


class OtherForm(Entry):
    """A bucket beside the federal forms: own forms, or a form that is not named."""

    code: str
    label: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class FormReading:
    """What a cell of the column «Форма» was read as."""

    code: str
    kind: FormReadingKind


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms: the federal ones in official order, then the two buckets."""

    federal: tuple[MentoringForm, ...]
    own: OtherForm
    unnamed: OtherForm
    unassigned: OtherForm

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes in the order of every table and chart."""
        return (*(form.code for form in self.federal), self.own.code, self.unnamed.code)

    def label(self, code: str) -> str:
        """Return the label of a form or bucket."""
        return self._by_code(code).label

    def colour(self, code: str) -> str:
        """Return the colour of a form or bucket."""
        return self._by_code(code).colour

    def recognise(self, text: str | None) -> FormReading:
        """Read a cell's words as a federal form, an own pair «X – Y», or neither."""
        folded = _level(text or "")
        if folded in ("", "-"):
            return FormReading(self.unnamed.code, "empty")
        halves = _split_pair(folded)
        if len(halves) != 2:
            return FormReading(self.own.code, "unreadable")
        first, second = (half.strip(" .,;()") for half in halves)
        for form in self.federal:
            if first in form.sides[0] and second in form.sides[1]:
                return FormReading(form.code, "known")
        by_model = self._of_role_model(f"{first} - {second}")
        if by_model:
            return FormReading(by_model.code, "known")
        if _DASH.search(folded) and _reads_as_side(first) and _reads_as_side(second):
            return FormReading(self.own.code, "own")
        return FormReading(self.own.code, "unreadable")

    def find_role_model(self, form_code: str, text: str) -> RoleModel | None:
        """Find a federal form's role model by its label or a synonym; dashes and blanks make no difference."""
        words = read_words(text)
        for form in self.federal:
            if form.code == form_code:
                return next((model for model in form.role_models if words in map(read_words, model.spellings)), None)
        return None

    def _of_role_model(self, pair: str) -> MentoringForm | None:
        """Return the only form that has these words for a role model; several have «лидер – последователь»."""
        having = [
            form
            for form in self.federal
            if any(pair == _level(words) for model in form.role_models for words in model.spellings)
        ]
        return having[0] if len(having) == 1 else None

    def _by_code(self, code: str) -> MentoringForm | OtherForm:
        every: tuple[MentoringForm | OtherForm, ...] = (*self.federal, self.own, self.unnamed, self.unassigned)
        return next(form for form in every if form.code == code)


@lru_cache(maxsize=2_000)
def _level(text: str) -> str:
    """Fold a cell's words; bullets, quotes and a remark in brackets at the end are left out."""
    folded = fold_text(text).replace('"', " ").strip()
    folded = _REMARK.sub("", folded) or folded
    return " ".join(_WRAPPING.sub("", folded).split())


@lru_cache(maxsize=2_000)
def read_words(text: str) -> tuple[str, ...]:
    """Return the words alone, in their order: dashes, quotes, case and bullets make no difference."""
    return tuple(_WORD.findall(_level(text))) or (_level(text),)


def _split_pair(folded: str) -> list[str]:
    """Split «кто – кому»; a dash between blanks wins over a hyphen inside a word («педагог-новатор – …»)."""
    for separator in (_SPACED_DASH, _DASH):
        halves = separator.split(folded)
        if len(halves) == 2:
            return halves
    return folded.split(" ") if folded.count(" ") == 1 and not _DASH.search(folded) else []


def _reads_as_side(words: str) -> bool:
    """Tell a written-out role («команда») from an abbreviation («уч.»)."""
    return bool(_PAIR_WORD.search(words)) and "." not in words and not re.search(r"\d", words)


def read_forms() -> Forms:
    """Read the shipped forms."""
    path = DATA_FOLDER / "reference" / "forms.toml"
    raw = read_toml(path)
    own, unnamed, unassigned = (parse_table(path, OtherForm, raw.get(key)) for key in ("own", "unnamed", "unassigned"))
    return Forms(parse_entries(path, "form", MentoringForm, raw.get("form")), own, unnamed, unassigned)
