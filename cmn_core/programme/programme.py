"""A mentoring programme as it is being written: what the organisation keeps of the model, changes and adds.

Only what a person decided stands here. A part that is None, or a section that is absent, opens with the shipped text
made of the organisation's facts, and follows them until somebody writes their own.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from cmn_core.programme.words import Line, Prose

Unit = Literal["pair", "group"]
UNITS: tuple[Unit, ...] = ("pair", "group")
Count = Annotated[int, Field(ge=0, le=10_000)]


class Piece(BaseModel):
    """A part of a programme; what a later version added and this one does not know is left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def having(self, **parts: object) -> Self:
        """Return the same with some parts put anew, cleaned and checked."""
        return self.model_validate({**dict(self), **parts})


class Approval(Piece):
    """The block at the top; what is empty is printed as a blank to fill by hand."""

    agreed_by: Line = ""
    """Who agreed: «Педагогический совет»."""
    agreed_protocol: Line = ""
    """The number of the protocol."""
    agreed_on: date | None = None
    approved_post: Line = "Директор"
    approved_name: Line = ""
    order_number: Line = ""
    order_date: date | None = None


class KeptModel(Piece):
    """A role model that the organisation will really carry out."""

    key: str
    """Tells it from the others of its form; never shown."""
    typical: Line = ""
    """The official label of the reference that it comes from; empty: the organisation's own."""
    label: Line
    gist: Prose = ""
    goal: Prose = ""
    mentor: Prose = ""
    mentee: Prose = ""
    result: Prose = ""
    unit: Unit = "pair"
    count: Count | None = None
    """Pairs or groups; None: not known yet."""
    group_size: Annotated[int, Field(ge=2, le=500)] | None = None
    """Mentees of a group, where the unit is a group."""
    period: Line = ""
    curator: Line = ""

    @property
    def mentees(self) -> int | None:
        """Return how many mentees are planned, None where it cannot be told yet."""
        if self.count is None:
            return None
        if self.unit == "pair":
            return self.count
        return self.count * self.group_size if self.group_size else None


class KeptForm(Piece):
    """A form of mentoring that the organisation keeps, with its role models."""

    key: str
    """The reference's code of a federal form; another word tells an own form from the others."""
    code: str
    """The reference's code; «own» for the organisation's own."""
    label: Line
    """As the document names it: by the kind of organisation, or in own words."""
    description: Prose = ""
    models: tuple[KeptModel, ...] = ()


class Stage(Piece):
    """A stage of carrying out."""

    title: Line
    months: Line = ""
    actions: Prose = ""
    responsible: Line = ""
    result: Prose = ""


class Risk(Piece):
    """What may go wrong, and what will be done."""

    risk: Prose
    answer: Prose = ""


class Aim(Piece):
    """A figure to be reached by the end of the school year."""

    indicator: str
    """The reference's code."""
    people: Count | None = None
    """The numerator that is expected; None: what the plan of pairs and groups comes to."""
    words: Prose = ""


class Programme(Piece):
    """The whole programme."""

    title: Line = "Программа наставничества"
    organisation: Line
    """As the document names it."""
    kind: str
    """The reference's code: it sets which forms suit and how they are called."""
    school_year: Annotated[int, Field(ge=2019, le=2100)]
    """The year it begins in: 2020 for 2020/2021."""
    place: Line = ""
    """Where the document is issued, for the title page."""
    approval: Approval = Approval()
    authors: tuple[Line, ...] = ()
    curator: Line = ""
    forms: tuple[KeptForm, ...] = ()
    texts: dict[str, Prose] = Field(default_factory=dict)
    """Sections in own words, by the codes of the reference."""
    legal_ground: tuple[Line, ...] | None = None
    aims: tuple[Aim, ...] | None = None
    stages: tuple[Stage, ...] | None = None
    risks: tuple[Risk, ...] | None = None

    @property
    def school_year_words(self) -> str:
        """Return the school year as it is written."""
        return f"{self.school_year}/{self.school_year + 1}"

    @property
    def models(self) -> tuple[tuple[KeptForm, KeptModel], ...]:
        """Return every kept role model with its form, in order."""
        return tuple((form, model) for form in self.forms for model in form.models)
