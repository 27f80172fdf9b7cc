"""Kinds of organisations, their subordination, and the scope of a report."""

from dataclasses import dataclass

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml


class Kind(Entry):
    """A kind of organisation."""

    code: str
    label: str
    title: str


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
