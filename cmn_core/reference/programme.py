"""What the programme builder starts from: sections with guidance and opening texts, forms, stages, risks, captions."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, parse_table, read_toml

Role = Literal["mentee", "mentor"]
Held = Literal["legal_ground", "forms", "stages", "aims", "risks"]
Sentence = str | tuple[str, ...]
"""A sentence with facts in braces, or several of which the first that can be said is said."""


class SectionTexts(Entry):
    """A section of the programme: how it opens, and what stands in it after the text."""

    code: str
    title: str
    level: Literal[1, 2] = 1
    guidance: str
    """Said beside the field, never in the document."""
    holds: Held | None = None
    paragraphs: tuple[tuple[Sentence, ...], ...]


class ModelTexts(Entry):
    """A typical role model: who meets, and what for."""

    label: str
    """A team form's own words; of a federal form the official label, whose gist stands with the forms."""
    gist: str = ""
    goal: str
    mentor: str
    mentee: str
    result: str


class FormTexts(Entry):
    """A form: when it fits, and which of its roles the organisation's own pupils take."""

    code: str
    label: str = ""
    """Of a team form."""
    description: str = ""
    """Of a team form: what the document says of it."""
    when: str
    when_as: dict[str, str] = Field(default_factory=dict)
    """Where it is said otherwise, by kind of organisation."""
    own_pupils: dict[str, tuple[Role, ...]]
    """By kind of organisation."""
    model: tuple[ModelTexts, ...]

    def fits_when(self, kind: str) -> str:
        """Return the sentence on when the form fits an organisation of this kind."""
        return self.when_as.get(kind, self.when)


class StageTexts(Entry):
    """A stage with its months; facts in braces."""

    title: str
    months: str
    actions: str
    responsible: str
    responsible_as: dict[str, str] = Field(default_factory=dict)
    """Where others answer for it, by kind of organisation."""
    result: str


class RiskTexts(Entry):
    """What may go wrong, and what is done."""

    risk: str
    answer: str


class AimTexts(Entry):
    """An indicator that programmes expect …"""

    indicator: str
    words: str = ""
    forms: tuple[str, ...] = ()
    """… with one of these forms alone …"""
    with_pupils: bool = False
    """… or where the organisation's own pupils are mentees …"""
    with_pupil_mentors: bool = False
    """… or mentors."""


class Acts(Entry):
    """The acts that the programme rests on; facts in braces."""

    acts: tuple[str, ...]


class DocumentWords(Entry):
    """The document's own lines and captions; facts in braces."""

    agreed: str
    approved: str
    protocol: str
    order: str
    signature: str
    blank: str
    blank_date: str
    blank_number: str
    school_year: str
    authors: str
    curator: str
    contents: str
    table_caption: str
    table_heading: tuple[str, str]
    form_heading: str
    model_caption: str
    model_heading: tuple[str, str]
    plan_title: str
    plan_caption: str
    plan_heading: tuple[str, ...]
    plan_total: str
    stages_caption: str
    stages_heading: tuple[str, ...]
    aims_caption: str
    aims_heading: tuple[str, ...]
    risks_caption: str
    risks_heading: tuple[str, ...]
    reported_practices: str
    """Of a form that a report names: its programmes …"""
    reported_partners: str
    """… and the enterprises in them."""
    model_period: str


class ModelParts(Entry):
    """What each field of a role model is called in the document and in remarks."""

    goal: str
    mentor: str
    mentee: str
    result: str
    units: str
    period: str
    curator: str


@dataclass(frozen=True, slots=True)
class ProgrammeTexts:
    """Everything that a programme opens with."""

    sections: tuple[SectionTexts, ...]
    forms: tuple[FormTexts, ...]
    """Of the federal forms."""
    teams: tuple[FormTexts, ...]
    """Own forms that are ready to be kept."""
    legal_ground: tuple[str, ...]
    stages: tuple[StageTexts, ...]
    aims: tuple[AimTexts, ...]
    risks: tuple[RiskTexts, ...]
    words: DocumentWords
    model_parts: ModelParts

    def section(self, code: str) -> SectionTexts:
        """Return a section by its code."""
        return next(section for section in self.sections if section.code == code)

    def find_form(self, key: str) -> FormTexts | None:
        """Return the texts of a federal or a team form; None for any other own one."""
        return next((form for form in (*self.forms, *self.teams) if form.code == key), None)


def read_programme_texts() -> ProgrammeTexts:
    """Read the shipped texts."""
    path, of_models = (DATA_FOLDER / "reference" / name for name in ("programme.toml", "programme_models.toml"))
    raw, models = read_toml(path), read_toml(of_models)
    return ProgrammeTexts(
        sections=parse_entries(path, "section", SectionTexts, raw.get("section")),
        forms=parse_entries(of_models, "form", FormTexts, models.get("form")),
        teams=parse_entries(of_models, "team", FormTexts, models.get("team")),
        legal_ground=parse_table(path, Acts, raw.get("legal_ground")).acts,
        stages=parse_entries(path, "stage", StageTexts, raw.get("stage")),
        aims=parse_entries(path, "aim", AimTexts, raw.get("aim")),
        risks=parse_entries(path, "risk", RiskTexts, raw.get("risk")),
        words=parse_table(path, DocumentWords, raw.get("words")),
        model_parts=parse_table(path, ModelParts, raw.get("model_parts")),
    )
