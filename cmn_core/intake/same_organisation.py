"""One organisation on several rows: a repeated row is an error, another programme a question."""

from collections.abc import Sequence
from dataclasses import replace

from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import ExpansionRow
from cmn_core.reference import Reference
from cmn_core.reference.spelling import fold_text

Counts = tuple[int | None, int | None, int | None]


def check_same_organisation(
    rows: Sequence[ExpansionRow], reference: Reference
) -> tuple[list[ExpansionRow], list[Problem]]:
    """Compare every counting row with the earlier ones of its organisation.

    Returns the rows, those whose identical counts are counted once marked `counted_elsewhere`, and the problems.
    """
    earlier: dict[str, list[ExpansionRow]] = {}
    checked: list[ExpansionRow] = []
    problems: list[Problem] = []
    for row in rows:
        if row.organisation is None or row.continued or _counts(row) == (None, None, None):
            checked.append(row)
            continue
        before = earlier.setdefault(name_key(row.organisation), [])
        kept, problem = _compare(row, before, reference)
        before.append(kept)
        checked.append(kept)
        if problem:
            problems.append(problem)
    return checked, problems


def _compare(
    row: ExpansionRow, before: list[ExpansionRow], reference: Reference
) -> tuple[ExpansionRow, Problem | None]:
    if not before:
        return row, None
    same_programme = next((other for other in before if _practice(other) == _practice(row)), None)
    if same_programme:
        whole = _counts(same_programme) == _counts(row)
        reason = "Строка повторена целиком" if whole else "Та же программа и форма с другими числами"
        return row, _problem("duplicate_org", row, same_programme, reference, reason=reason)
    twin = next((other for other in before if _counts(other) == _counts(row)), None)
    if twin and None not in _counts(row):
        if not any(_counts(row)):
            return row, None
        problem = _problem(
            "same_org_other_programme",
            row,
            twin,
            reference,
            reading="числа те же, они посчитаны один раз",
            advice="если это другие дети, отметьте «это разные дети»",
        )
        return replace(row, counted_elsewhere=True), problem
    problem = _problem(
        "same_org_other_programme",
        row,
        before[0],
        reference,
        reading="числа строк сложены",
        advice="один и тот же ребёнок не должен входить в обе строки",
    )
    return row, problem


def _problem(code: str, row: ExpansionRow, first: ExpansionRow, reference: Reference, **details: str) -> Problem:
    place = str(first.row) if first.sheet == row.sheet else f"{first.row} листа «{first.sheet}»"
    return make_problem(
        reference.problem_texts,
        code,
        sheet=row.sheet,
        cell=row.organisation_cell,
        value=row.organisation,
        organisation=row.organisation or "",
        first_row=place,
        **details,
    )


def _counts(row: ExpansionRow) -> Counts:
    return (row.involved_before, row.added_mentors, row.added_mentees)


def _practice(row: ExpansionRow) -> tuple[str, str]:
    form = fold_text(row.mentoring_form or "") if row.form_code == "own" else row.form_code
    return (fold_text(row.programme or ""), form)
