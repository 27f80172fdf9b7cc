"""What each problem code means: its severity and the words told to the sender."""

from typing import Literal

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml

Severity = Literal["error", "warning", "info"]


class Wording(Entry):
    """Templates of a message and of what to do."""

    message: str
    remedy: str


class ProblemText(Wording):
    """A code of the contract with templates of its message and remedy."""

    code: str
    severity: Severity
    title: str
    mended_in: Literal["cell", "count", "file"] = "cell"
    """Where another value mends it: in the faulty cell, there if it holds a count, or in the file alone."""
    confirmed_together: bool = False
    """A wording that the open lists allow: a pile's files that have no other warning are confirmed with one tick."""
    variants: dict[str, Wording] = Field(default_factory=dict)
    """Other words for the same code, where one sentence does not fit all."""

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The usual words and the others."""
        return (self, *self.variants.values())


def read_problem_texts() -> dict[str, ProblemText]:
    """Read the shipped texts by code, in the order of the file."""
    path = DATA_FOLDER / "reference" / "problems.toml"
    texts = parse_entries(path, "problem", ProblemText, read_toml(path).get("problem"))
    return {text.code: text for text in texts}
