"""Kinds of organisations, their subordination, and the scope of a report."""

from dataclasses import dataclass

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml
from cmn_core.reference.spelling import fold_text


class Kind(Entry):
    """A kind of organisation."""

    code: str
    label: str
    title: str
    words: tuple[str, ...]
    """A cell with one of these stems means this kind …"""
    whole: tuple[str, ...]
    """… or one whose letters are nothing but one of these, or the label."""


class Subordination(Entry):
    """To whom an organisation belongs."""

    code: str
    label: str
    plural: str


class Scope(Entry):
    """Which organisations a report speaks of."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Kinds:
    """The three small lists by which organisations and reports are told apart."""

    kinds: tuple[Kind, ...]
    subordinations: tuple[Subordination, ...]
    scopes: tuple[Scope, ...]

    def scope_label(self, code: str) -> str:
        """Return the scope's words."""
        return next(scope.label for scope in self.scopes if scope.code == code)

    def recognise(self, text: str) -> str | None:
        """Read a cell's words as the code of a kind; None where they name none, or two of them."""
        folded = fold_text(text)
        # «доп. образование», «Доп.обр.», «С.О.Ш.» are written with every kind of stop between.
        letters = "".join(filter(str.isalnum, folded))
        named = {
            kind.code
            for kind in self.kinds
            if letters in (fold_text(kind.label), *kind.whole) or any(stem in folded for stem in kind.words)
        }
        return named.pop() if len(named) == 1 else None

    def kind_label(self, code: str) -> str:
        """Return the kind's abbreviation: ООО, ОДО, СПО."""
        return next(kind.label for kind in self.kinds if kind.code == code)

    def subordination_label(self, code: str) -> str:
        """Return the subordination's adjective."""
        return next(item.label for item in self.subordinations if item.code == code)


def read_kinds() -> Kinds:
    """Read the shipped lists."""
    path = DATA_FOLDER / "reference" / "kinds.toml"
    raw = read_toml(path)
    return Kinds(
        parse_entries(path, "kind", Kind, raw.get("kind")),
        parse_entries(path, "subordination", Subordination, raw.get("subordination")),
        parse_entries(path, "scope", Scope, raw.get("scope")),
    )
