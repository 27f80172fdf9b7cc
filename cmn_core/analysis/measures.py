"""What a form ratio counts, in code and in words."""

from dataclasses import dataclass
from typing import Literal

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
        "доля наставляемых по формам, % (из отчётов о расширении — вовлечённые дополнительно)",
    ),
    "organisations": Measure(
        "organisations",
        "Организации",
        ("пара «организация – форма»", "пары «организация – форма»", "пар «организация – форма»"),
        "—",
        "доля пар «организация – форма», %",
    ),
}
