"""What the people of a new pair or group add to the indicators, and what is assumed by it."""

from dataclasses import dataclass

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, parse_table, read_toml


class WideningRule(Entry):
    """What one person of a form, or of a role model of it, adds one to; by the codes of the indicators."""

    form: str
    role_model: str = ""
    """The official label; empty: the form's own rule."""
    mentee: tuple[str, ...] = ()
    mentor: tuple[str, ...] = ()
    enterprises: bool = False
    """Mentors may come from enterprises that gave none before."""
    assumes: str


class WideningTerms(Entry):
    """What holds for every form."""

    group_size: int = Field(ge=2)
    """Mentees of a group, until somebody says otherwise."""
    common: tuple[str, ...]
    enterprises: str
    survey: str
    """Why pairs and groups move no indicator of a survey."""


@dataclass(frozen=True, slots=True)
class Widening:
    """The rules by which a scenario is counted."""

    terms: WideningTerms
    rules: tuple[WideningRule, ...]

    def rule(self, form: str, role_model: str = "") -> WideningRule:
        """Return the rule of a role model, else of its form."""
        of_form = {rule.role_model: rule for rule in self.rules if rule.form == form}
        return of_form.get(role_model, of_form[""])


def read_widening() -> Widening:
    """Read the shipped rules."""
    path = DATA_FOLDER / "reference" / "widening.toml"
    raw = read_toml(path)
    rules = parse_entries(path, "rule", WideningRule, raw.pop("rule", None))
    return Widening(parse_table(path, WideningTerms, raw), rules)
