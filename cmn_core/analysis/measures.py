"""What a form ratio counts, in code and in words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from cmn_core.reference.indicators import LAYOUT_CODES, LayoutCode

MeasureCode = Literal["programmes", "mentees", "organisations"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of form ratios with the words of its switch, sentence and subtitle."""

    code: MeasureCode
    label: str
    counted: tuple[str, str, str]
    """Plural forms of what is counted: «1 программа, 2 программы, 5 программ»."""
    verb: str
    """Joins what is counted with its form: «программ идут в форме …»."""
    subtitle: str
    counted_by: Mapping[LayoutCode, tuple[str, str]] = field(default_factory=dict)
    """Where layouts count differently: whose reports, and what of them is counted."""

    def describe(self, layouts: Collection[LayoutCode] = LAYOUT_CODES) -> str:
        """Write what is measured, and where the reports of these layouts count differently, which counts what."""
        told = [words for layout, words in self.counted_by.items() if layout in layouts]
        if not told:
            return self.subtitle
        differing = "; ".join(f"{whose} — {what}" for whose, what in told)
        return f"{self.subtitle}: {told[0][1] if len(told) == 1 else differing}"


MEASURES: dict[MeasureCode, Measure] = {
    "programmes": Measure(
        "programmes",
        "Программы",
        ("программа", "программы", "программ"),
        "идут",
        "доля программ наставничества по формам, %",
    ),
    "mentees": Measure(
        "mentees",
        "Наставляемые",
        ("наставляемый", "наставляемого", "наставляемых"),
        "—",
        "доля наставляемых по формам, %",
        {
            "monthly": ("из ежемесячных отчётов", "«Наставляемых» в программах, участия"),
            "expansion": ("из отчётов о расширении", "вовлечённые дополнительно"),
        },
    ),
    "organisations": Measure(
        "organisations",
        "Организации",
        ("пара «организация – форма»", "пары «организация – форма»", "пар «организация – форма»"),
        "—",
        "доля пар «организация – форма», %",
    ),
}
