"""Walk a table of organisations and tell its rows apart: data, totals, section breaks, signatures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cmn_core.intake.heading_dates import is_date_row
from cmn_core.intake.headings import recognise_captions
from cmn_core.intake.line_kinds import is_aside, is_caption, is_column_numbers, is_total
from cmn_core.intake.organisation_names import names_several
from cmn_core.intake.sign_offs import is_executor, is_only_person, is_signature, signs_off
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference.spelling import fold_text

_USUAL_WORDS = 2
"""Words beside the organisation that a usual row has: programme and form, or the kind."""
_UNITS = frozenset({"чел", "человек", "ед", "кол-во", "количество"})
LineKind = Literal["data", "total", "head_total", "section", "signature"]
"""`head_total`: a caption with the sums of the rows under it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that means something."""

    row: int
    kind: LineKind
    label: str = ""


def walk_lines(table: TableCells) -> Iterator[Line]:
    """Yield the rows under the heading that carry data, sums, section breaks or signatures; the rest is no data."""
    data_seen = False
    for row in table.rows:
        if not data_seen and is_date_row(table.sheet, row):
            continue
        labels = table.lead_texts(row)
        kind = _kind_of(table, row, labels)
        if kind:
            data_seen = data_seen or kind == "data"
            yield Line(row, kind, " ".join(labels))


def _kind_of(table: TableCells, row: int, labels: list[str]) -> LineKind | None:
    texts = table.own_texts(row)
    label = labels[0] if labels else ""
    if _is_plain_data(table, row, labels, texts):
        return "data"
    if any(is_total(words) for words in labels) or _is_total_elsewhere(table, row, texts):
        return "total"
    if is_aside(label):
        return "section"
    if not any(texts.values()):
        unvalued = any(table.position(row, field) in table.sheet.unvalued_formulas for field in table.count_fields)
        return "data" if unvalued else _kind_of_outer_label(label)
    if _is_numbers_row(table, row, texts) or table.repeats_heading(row) or _says_nothing(table, texts):
        return None
    readable, practises = _readable(table, row), _states_practice(table, texts)
    if readable < len(table.count_fields) or not practises:
        cells = table.row_texts(row)
        if signs_off(label, texts["organisation"], texts.get("mentoring_form", ""), cells, readable):
            return "signature"
    if any(texts[field] or table.count(row, field).code for field in table.count_fields):
        if not readable:
            return _kind_of_unreadable(table, row, texts)
        if practises or not names_several(texts["organisation"]):
            return "data"
        return "head_total" if any(table.count(row, field).count for field in table.count_fields) else "section"
    if practises:
        return "data"
    return _kind_of_lone_label(table, row, texts["organisation"])


def _is_plain_data(table: TableCells, row: int, labels: list[str], texts: dict[str, str]) -> bool:
    """Tell the usual row at a glance: a name, all numbers, a programme and a form."""
    if len(texts["organisation"]) < 9 or not all(texts[field] for field in table.practice_fields[:_USUAL_WORDS]):
        return False
    if len(labels) != 1 or _readable(table, row) < len(table.count_fields):
        return False
    return not is_total(labels[0]) and not is_executor(labels[0])


def _says_nothing(table: TableCells, texts: dict[str, str]) -> bool:
    """Tell a row of units («чел.»), one struck out with dashes, or a page's number alone."""
    organisation = fold_text(texts["organisation"])
    if organisation not in ("", "-"):
        return False
    if any(texts[field] for field in table.count_fields):
        said = {fold_text(text).rstrip(".") for text in texts.values()} - {""}
        return said <= _UNITS or (organisation == "-" and said == {"-"})
    return not any(sign.isalpha() for text in texts.values() for sign in text)


def _is_total_elsewhere(table: TableCells, row: int, texts: dict[str, str]) -> bool:
    """Tell a total whose word stands right of the organisations: the row's only words, beside a number."""
    if texts["organisation"] or not any(is_total(text) for text in texts.values()):
        return False
    words = [text for text in table.row_texts(row) if any(sign.isalpha() for sign in text)]
    return len(words) == 1 and _readable(table, row) > 0


def _kind_of_outer_label(label: str) -> LineKind | None:
    """Judge a row with nothing under the captions but words left of them."""
    if not any(sign.isalpha() for sign in label):
        return None
    return "signature" if is_signature(label) or is_only_person(label) else "section"


def _kind_of_unreadable(table: TableCells, row: int, texts: dict[str, str]) -> LineKind | None:
    """Judge a row without one readable number of people: data, a caption astray, or the heading reworded."""
    if _is_heading_again(table, texts):
        return None
    if texts["organisation"] or _states_practice(table, texts):
        return "data"
    filled = [value for value in table.sheet.rows[row - 1] if value not in (None, "")]
    if all(isinstance(value, date) for value in filled):
        return "section"
    words = [value for value in filled if isinstance(value, str)]
    return "section" if len(filled) == len(words) == 1 and _are_plain_words(table, row, words[0]) else "data"


def _are_plain_words(table: TableCells, row: int, words: str) -> bool:
    codes = {table.count(row, field).code for field in table.count_fields}
    return codes <= {None, "not_a_number"} and not any(sign.isdigit() for sign in words)


def _is_heading_again(table: TableCells, texts: dict[str, str]) -> bool:
    """Tell a heading that stands again in other words: two captions at least, one of them over counts."""
    organisation = fold_text(texts["organisation"])
    if '"' in organisation or (organisation and not ("наименован" in organisation or "организаци" in organisation)):
        return False
    fields = recognise_captions(texts.values(), table.layout)
    return len(fields) > 1 and not fields.isdisjoint(table.count_fields)


def _kind_of_lone_label(table: TableCells, row: int, organisation: str) -> LineKind | None:
    """Judge a row with nothing but words in the organisation's column."""
    if not organisation:
        return None
    if is_caption(organisation, table.is_merged_across(row), table.is_numbered(row)):
        return "section"
    return "data"


def _is_numbers_row(table: TableCells, row: int, texts: dict[str, str]) -> bool:
    if any(len(texts[field]) > 8 for field in table.text_fields):
        return False
    return is_column_numbers(table.row_texts(row))


def _readable(table: TableCells, row: int) -> int:
    return [table.count(row, field).count is None for field in table.count_fields].count(False)


def _states_practice(table: TableCells, texts: dict[str, str]) -> bool:
    """Tell a row with words beside the organisation: a programme, a form, a kind."""
    return any(texts[field] for field in table.practice_fields)
