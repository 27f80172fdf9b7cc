"""A finished programme as a row of blocks: the document and the preview on the screen are drawn from the same ones."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ApprovalBlock:
    """Agreed on the left, approved on the right; blanks to fill by hand are part of the lines."""

    agreed: tuple[str, ...]
    approved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The middle and the foot of the first page."""

    title: str
    organisation: str
    school_year: str
    authors: tuple[str, ...]
    place_and_year: str


@dataclass(frozen=True, slots=True)
class ContentsBlock:
    """The table of contents, made of the headings that follow."""

    heading: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is a section."""

    level: Literal[1, 2]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Items, each with its mark or number."""

    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form with the role models that are kept of it, each as one item of the cell."""

    form: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleModelTable:
    """The seed's two-column table, its caption over it."""

    caption: str
    heading: tuple[str, str]
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class GridTable:
    """Any other table, its caption over it; `widths`: shares of the text's width."""

    caption: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


Block = ApprovalBlock | TitleBlock | ContentsBlock | Heading | Paragraph | Listing | RoleModelTable | GridTable
