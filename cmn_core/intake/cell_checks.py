"""Faults of single cells: numbers that are none, suspicious texts, forms outside the reference."""

import re
from collections.abc import Iterator, Sequence

from cmn_core.intake.cells.grid import cell_address
from cmn_core.intake.counts import CountReading
from cmn_core.intake.headings import text_of
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.table_cells import TableCells
from cmn_core.reference import FormReading, Reference
from cmn_core.reference.spelling import latin_letters, mixed_words
from cmn_core.wording import format_count

_EXTERNAL = re.compile(r"\[\d+\]|\[[^\]]+\.(?:xl\w+|ods|csv)\]|(?:file|https?):", re.IGNORECASE)
_FORMULA_SIGNS = ("=", "+", "-", "@")


def check_count(
    table: TableCells, row: int, field: str, reading: CountReading, reference: Reference
) -> Iterator[Problem]:
    """Report what is wrong with a count's cell, a too large number included."""
    code = reading.code
    if code is None and reading.count is not None and reading.count > reference.limits.implausible_count:
        code = "implausible_count"
    if code:
        yield make_problem(
            reference.problem_texts,
            code,
            sheet=table.sheet.name,
            cell=table.address(row, field),
            value=table.raw(row, field),
            shown=table.shown(row, field),
            column=table.layout.column(field).short,
            limit=format_count(reference.limits.implausible_count),
            limit_name=" человек",
        )


def check_text(table: TableCells, row: int, field: str, reference: Reference) -> Iterator[Problem]:
    """Report formula-like beginnings, Latin letters in Russian words, and formulas that give no text."""
    place = table.position(row, field)
    text = table.own_text(row, field)
    is_broken = place in table.sheet.error_cells or place in table.sheet.unvalued_formulas
    mixed = mixed_words(text)
    if not is_broken and not mixed and not text.startswith(_FORMULA_SIGNS):
        return
    texts, sheet, cell = reference.problem_texts, table.sheet.name, table.address(row, field)
    column = table.layout.column(field).short
    if place in table.sheet.error_cells:
        yield make_problem(texts, "formula_error", sheet=sheet, cell=cell, value=text, column=column)
        return
    if place in table.sheet.unvalued_formulas:
        yield make_problem(texts, "formula_no_cached_value", sheet=sheet, cell=cell, column=column)
        return
    if text.startswith(_FORMULA_SIGNS) and len(text) > 1 and place not in table.sheet.formulas:
        yield make_problem(texts, "formula_injection_text", sheet=sheet, cell=cell, value=text)
    if mixed:
        letters = ", ".join(dict.fromkeys("".join(latin_letters(word) for word in mixed)))
        yield make_problem(texts, "mixed_script", sheet=sheet, cell=cell, value=text, letters=letters)


def check_form(table: TableCells, row: int, reading: FormReading, reference: Reference) -> Iterator[Problem]:
    """Report an own form, an unreadable one, or a programme without any."""
    if reading.kind == "known":
        return
    value = table.own_text(row, "mentoring_form") or None
    yield make_problem(
        reference.problem_texts,
        "own_form" if reading.kind == "own" else "unknown_form",
        variant=None if value else "missing",
        sheet=table.sheet.name,
        cell=table.address(row, "mentoring_form"),
        value=value,
        forms=", ".join(form.label.lower() for form in reference.forms.federal),
    )


def describe_hidden_rows(table: TableCells, rows: Sequence[int], field: str, reference: Reference) -> Problem:
    """Report hidden rows of data once, at the first one's cell of a field."""
    listed = ", ".join(str(row) for row in rows[:10]) + (" …" if len(rows) > 10 else "")
    cell = table.address(rows[0], field)
    return make_problem(reference.problem_texts, "hidden_rows", sheet=table.sheet.name, cell=cell, rows=listed)


def check_external_links(table: TableCells, reference: Reference) -> Iterator[Problem]:
    """Report formulas that take a number from another file; its stored value is what was read."""
    for (row, column), formula in table.sheet.formulas.items():
        if _EXTERNAL.search(formula):
            yield make_problem(
                reference.problem_texts,
                "external_link",
                sheet=table.sheet.name,
                cell=cell_address(row, column),
                value=text_of(table.sheet.value(row, column)),
            )
