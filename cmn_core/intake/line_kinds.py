"""Which rows under a heading are no data: totals, captions, column numbers, repeated headings, signatures."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cmn_core.intake.organisation_names import looks_like_organisation
from cmn_core.reference.spelling import fold_text

_TOTAL = re.compile(r"(?:итог|всего|общий итог|сумма\b|свод\b|в том числе\b)")
_GRAND = re.compile(r"(?:всего|общий)|(?:муниципал|район|област|округ|региону|г\. )")
_SIGNATURE = re.compile(
    r"(?:исполнител|исп\.|директор|руководител|председател|начальник|заведующ|зав\.|заместител|методист|специалист|"
    r"ответственн|согласован|утвержда|подпис|м\. ?п\.|тел\b|тел\.|телефон|дата\b|примечани|сноск|\*|\u00b9|\d\) )"
)
_PEOPLE = re.compile(r"\bфио\b|ф\. ?и\. ?о|фамили|телефон|контакт|снилс|дата рождени")
_PERSON = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|"
    r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы)\b"
)


def is_total(label: str) -> bool:
    """Tell «ИТОГО», «Всего по району» from an organisation."""
    return bool(_TOTAL.match(fold_text(label).strip(' ".:')))


def reads_as_grand_total(label: str) -> bool:
    """Tell «Всего по району» from «Итого по городским школам» by its words."""
    return bool(_GRAND.search(fold_text(label)))


def is_signature(label: str) -> bool:
    """Tell a signature, an executor or a footnote; a quoted name after a post («Директор МБОУ «…»») is one too."""
    return bool(_SIGNATURE.match(fold_text(label)))


def names_person(text: str) -> bool:
    """Tell whether a text holds a person's name: «Иванова А. П.», «Иванова Анна Петровна»."""
    return _PERSON.search(text) is not None


def names_people_column(caption: str) -> bool:
    """Tell a column of people («ФИО наставника», «Телефон») by its folded caption."""
    return _PEOPLE.search(caption) is not None


def is_caption(label: str, is_merged_across: bool, is_numbered: bool) -> bool:
    """Tell a section caption («Сельские школы») from an organisation whose counts are left out."""
    if is_merged_across:
        return True
    return not is_numbered and not looks_like_organisation(label)


def is_column_numbers(cells: Sequence[str]) -> bool:
    """Tell the row «1 2 3 4 5 6» (also «А Б 1 2 3 4») under a heading; cells are the columns from left to right."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 4 or not cells[-1]:
        return False
    numbers = [int(cell) for cell in filled if re.fullmatch(r"\d{1,2}", cell)]
    letters = [cell for cell in filled if re.fullmatch(r"[А-Яа-яA-Za-z]", cell)]
    ascending = all(later - earlier == 1 for earlier, later in pairwise(numbers))
    return len(numbers) + len(letters) == len(filled) and len(numbers) >= 3 and ascending
