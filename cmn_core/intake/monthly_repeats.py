"""Rows that stand twice in a table of the monthly form."""

from collections.abc import Iterable, Iterator

from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import MonthlyOrganisation, MonthlyProgramme
from cmn_core.reference import Reference
from cmn_core.reference.spelling import fold_text


def check_repeated_organisations(rows: Iterable[MonthlyOrganisation], reference: Reference) -> Iterator[Problem]:
    """Report an organisation that has a row already, at the later one."""
    seen: dict[str, MonthlyOrganisation] = {}
    for row in rows:
        if row.organisation is None:
            continue
        first = seen.setdefault(name_key(row.organisation), row)
        if first is not row:
            yield _problem(row, first, "Организация повторяется", "alone", reference)


def check_repeated_programmes(rows: Iterable[MonthlyProgramme], reference: Reference) -> Iterator[Problem]:
    """Report a programme that stands again under the same form, role model and partner, at the later row."""
    seen: dict[tuple[str, ...], MonthlyProgramme] = {}
    for row in rows:
        if row.organisation is None or row.programme is None:
            continue
        form = row.mentoring_form if row.form_code == "own" else row.form_code
        texts = (row.programme, form, row.role_model, row.partner)
        key = (name_key(row.organisation), *(fold_text(text or "") for text in texts))
        first = seen.setdefault(key, row)
        if first is not row:
            whole = _counts(first) == _counts(row)
            reason = "Строка повторена целиком" if whole else "Та же программа с другими числами"
            yield _problem(row, first, reason, None, reference)


def _counts(row: MonthlyProgramme) -> tuple[int | None, ...]:
    return (row.mentors, row.mentees, row.mentees_10_19)


def _problem(
    row: MonthlyOrganisation | MonthlyProgramme,
    first: MonthlyOrganisation | MonthlyProgramme,
    reason: str,
    variant: str | None,
    reference: Reference,
) -> Problem:
    place = str(first.row) if first.sheet == row.sheet else f"{first.row} листа «{first.sheet}»"
    return make_problem(
        reference.problem_texts,
        "duplicate_org",
        variant=variant,
        sheet=row.sheet,
        cell=row.organisation_cell,
        value=row.organisation,
        reason=reason,
        organisation=row.organisation or "",
        first_row=place,
    )
