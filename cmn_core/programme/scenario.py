"""A scenario of widening: what a municipality might add, and to which indicator it is counted."""

from typing import Annotated

from pydantic import Field

from cmn_core.programme.programme import Count, Piece
from cmn_core.programme.words import Line


class Option(Piece):
    """A form or role model with the pairs and groups that would be added."""

    form: str
    """The reference's code."""
    role_model: Line = ""
    """The official label; empty: the form as such."""
    pairs: Count = 0
    groups: Count = 0
    group_size: Annotated[int, Field(ge=2, le=500)] | None = None
    """Mentees of a group; None: the usual ones of the reference."""
    new_enterprises: Count = 0
    """Enterprises that give mentors for the first time."""

    @property
    def is_empty(self) -> bool:
        """Tell an option that adds nobody."""
        return not (self.pairs or self.groups or self.new_enterprises)


class Scenario(Piece):
    """Options that an official weighs together."""

    indicator: str = "coverage"
    options: tuple[Option, ...] = ()
    note: Line = ""

    @property
    def filled(self) -> tuple[Option, ...]:
        """Return the options that add somebody."""
        return tuple(option for option in self.options if not option.is_empty)
