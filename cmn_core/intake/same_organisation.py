"""One organisation on several rows: a repeated row is an error, another programme a question."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import ExpansionRow
from cmn_core.reference import Reference
from cmn_core.reference.spelling import fold_text

Counts = tuple[int | None, int | None, int | None]
Practice = tuple[str, str]


@dataclass(slots=True)
class _Earlier:
    """The counting rows of one organisation so far: the first of all, of each practice, of each triple of counts."""

    first: ExpansionRow
    by_practice: dict[Practice, ExpansionRow] = field(default_factory=dict)
    by_counts: dict[Counts, ExpansionRow] = field(default_factory=dict)

    def add(self, row: ExpansionRow) -> None:
        self.by_practice.setdefault(_practice(row), row)
        self.by_counts.setdefault(_counts(row), row)


def check_same_organisation(
    rows: Sequence[ExpansionRow], reference: Reference
) -> tuple[list[ExpansionRow], list[Problem]]:
    """Compare every counting row with the earlier ones of its organisation.

    Returns the rows, those whose identical counts are counted once marked `counted_elsewhere`, and the problems.
    """
    earlier: dict[str, _Earlier] = {}
    checked: list[ExpansionRow] = []
    problems: list[Problem] = []
    for row in rows:
        if row.organisation is None or row.continued or _counts(row) == (None, None, None):
            checked.append(row)
            continue
        key = name_key(row.organisation)
        kept, problem = _compare(row, earlier[key], reference) if key in earlier else (row, None)
        earlier.setdefault(key, _Earlier(kept)).add(kept)
        checked.append(kept)
        if problem:
            problems.append(problem)
    return checked, problems


def _compare(row: ExpansionRow, before: _Earlier, reference: Reference) -> tuple[ExpansionRow, Problem | None]:
    same_programme = before.by_practice.get(_practice(row))
    if same_programme:
        whole = _counts(same_programme) == _counts(row)
        reason = "Строка повторена целиком" if whole else "Та же программа и форма с другими числами"
        return row, _problem("duplicate_org", row, same_programme, reference, reason=reason)
    twin = before.by_counts.get(_counts(row))
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
        before.first,
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


def _practice(row: ExpansionRow) -> Practice:
    form = fold_text(row.mentoring_form or "") if row.form_code == "own" else row.form_code
    return (fold_text(row.programme or ""), form)
