"""Lines that people sign a table with: posts, executors, telephones, footnotes; none of them is data."""

import re
from collections.abc import Sequence

from cmn_core.intake.cells.grid import Sheet, cell_address
from cmn_core.intake.organisation_names import looks_like_organisation
from cmn_core.reference.spelling import fold_text

_EXECUTOR = re.compile(r"(?:исполнител[ья]\b|исп\.)")
_SIGNATURE = re.compile(
    r"(?:исполнител|исп\.|директор|руководител|председател|начальник|заведующ|зав\.|заместител|зам\.|методист|специалист|"
    r"и\. ?о\.|врио|глава\b|секретар|координатор|составил|подготовил|контактн|e-?mail|эл\. ?почт|"
    r"ответственн|согласован|утвержда|подпис|м\. ?п\.|тел\b|тел\.|телефон|дата\b|примечани|сноск|\*|\u00b9|\d\) |"
    r"\"?\d{1,2}\"? (?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*\b|"
    r"\d{1,2}\.\d{1,2}\.\d{4}\b)"
)
_PEOPLE = re.compile(r"\bфио\b|ф\. ?и\. ?о|фамили|телефон|контакт|снилс|дата рождени")
_PERSON = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|"
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы)\b"
)
_TELEPHONE = re.compile(r"(?:\+7|\b8)?[\s(-]*(?:\d{3,5}\)?[\s-]*)?\d{1,3}(?:[\s-]\d{2}){2}\b")
_BESIDE_A_PERSON = re.compile(r"[\s.,;:/()_№-]|тел\b|т\b|факс\b|моб\b|раб\b")
_LINE_TO_SIGN_ON = re.compile(r"_{3,}")
_PAIR = re.compile(r"[а-я] ?- ?[а-я]")


def is_executor(label: str) -> bool:
    """Tell «Исполнитель: …», whatever stands beside it."""
    return bool(_EXECUTOR.match(fold_text(label)))


def is_signature(label: str) -> bool:
    """Tell a signature, an executor, a date or a footnote; «Директор МБОУ «…»» is one too."""
    return bool(_SIGNATURE.match(fold_text(label)))


def is_only_person(text: str) -> bool:
    """Tell a text that is a person's name, a telephone or both, and nothing else."""
    left = _PERSON.sub("", text)
    without_telephone = _TELEPHONE.sub("", left)
    return (left != text or without_telephone != left) and not _BESIDE_A_PERSON.sub("", without_telephone.lower())


def signs_off(label: str, organisation: str, form: str, cells: Sequence[str], readable: int) -> bool:
    """Tell a row that signs the table from one of data.

    `label`: the row's first words; `cells`: all its texts; `readable`: how many of its counts are numbers.
    """
    if is_executor(label):
        return True
    if readable > 1 or _PAIR.search(fold_text(form)):
        return False
    if is_signature(label):
        return readable == 0 or len(cells) <= 1 + readable
    if organisation:
        return is_only_person(organisation) or (
            readable == 0
            and not looks_like_organisation(organisation)
            and any(_LINE_TO_SIGN_ON.search(cell) or is_only_person(cell) for cell in cells)
        )
    return any(
        is_executor(cell) or is_only_person(cell) or (not form and not readable and is_signature(cell))
        for cell in cells
    )


def find_person(sheet: Sheet, row: int) -> str | None:
    """Return the first cell of a row that names a person («Иванова А. П.»); the name itself is dropped."""
    for column, value in enumerate(sheet.rows[row - 1], 1):
        if isinstance(value, str) and _PERSON.search(value):
            return cell_address(row, column)
    return None


def names_people_column(caption: str) -> bool:
    """Tell a column of people («ФИО наставника», «Телефон») by its folded caption."""
    return _PEOPLE.search(caption) is not None
