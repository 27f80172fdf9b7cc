"""A scenario of widening: what a municipality might add, and to which indicator it is counted."""

from typing import Annotated

from pydantic import Field

from cmn_core.programme.programme import Count, Piece, Unit
from cmn_core.programme.words import Line


class Option(Piece):
    """A form and role model with the pairs or groups that would be added."""

    form: str
    """The reference's code."""
    role_model: Line = ""
    """The official label; empty: the form as such."""
    unit: Unit = "pair"
    count: Count = 0
    group_size: Annotated[int, Field(ge=2, le=500)] | None = None
    new_enterprises: Count = 0
    """Enterprises that give mentors for the first time."""


class Scenario(Piece):
    """Options that an official weighs together."""

    indicator: str = "coverage"
    options: tuple[Option, ...] = ()
    note: Line = ""
