"""Practices of five municipalities in November 2020, worked by hand.

The reports are those of `small_region.november_facts`, except that Тарский's of November is monthly.

| municipality    | counts                                                                    | mentors | mentees |
|-----------------|---------------------------------------------------------------------------|---------|---------|
| Большереченский | school 1: «Вместе» and «Рядом» of one form share 18 + 72                  | 18      | 72      |
|                 | school 2: «Вместе!» pupil–pupil and «Путь» student–pupil share 2 + 8      | 2       | 8       |
|                 | state school 7 counts from the municipality's own report                  | 1       | 5       |
| Горьковский     | school 3 of September: «Старт», employer–pupil                            | 10      | 20      |
| Тарский         | school 4, monthly: «Вместе» of a leader, «Мост» of teachers, «Своя»       | 12      | 34      |
"""

from dataclasses import replace

from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.store.facts import YearFacts
from cmn_core.store.practice_rows import PracticeRow
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    TARA,
    november_facts,
    small_reference,
)

REFERENCE = small_reference()
LEADER = "лидер – последователь"
OWN_MODEL_WORDS = "капитан – новичок"


def facts() -> YearFacts:
    made = november_facts()
    reports = tuple(
        replace(each, layout="monthly", scope="all") if each.report_id == 4 else each for each in made.reports
    )
    return replace(made, reports=reports)


def parts() -> dict[str, DistrictParts]:
    return select_parts(facts(), NOVEMBER, REFERENCE)


def row(
    report_id: int,
    organisation_id: int,
    district: str,
    programme: str | None,
    form: str = "pupil_pupil",
    counts: tuple[int, int] | None = None,
    *,
    role_model: str | None = None,
    words: str | None = None,
    subordination: str = "municipal",
    counted_elsewhere: bool = False,
    figures_id: int | None = None,
) -> PracticeRow:
    """A row: mentors and mentees, None where the count above stands for it."""
    mentors, mentees = counts or (None, None)
    return PracticeRow(
        report_id=report_id,
        figures_id=figures_id or report_id * 100 + organisation_id,
        organisation_id=organisation_id,
        organisation=f"Школа № {organisation_id}",
        kind="school",
        subordination=subordination,
        district=district,
        programme=programme,
        mentoring_form=words or (None if form == "unnamed" else form),
        form_code=form,
        role_model=role_model,
        start_date=None,
        counted_elsewhere=counted_elsewhere,
        counts=(mentors, mentees),
        mentors=mentors,
        mentees=mentees,
    )


ROWS = (
    row(1, 1, BOLSHERECHYE, "Вместе", counts=(18, 72)),
    row(1, 1, BOLSHERECHYE, "Рядом"),
    row(1, 2, BOLSHERECHYE, "Вместе!", counts=(2, 8)),
    row(1, 2, BOLSHERECHYE, "Путь", "student_pupil"),
    row(1, 7, BOLSHERECHYE, "Профи", counts=(1, 5), subordination="state"),
    row(2, 3, GORKOVSKOYE, "Старт", "employer_pupil", (10, 20)),
    # Of October: the monthly report of November stands for all of Тарский.
    row(3, 4, TARA, "Прежняя", counts=(9, 90)),
    row(4, 4, TARA, "Вместе", counts=(5, 20), role_model=LEADER),
    row(4, 4, TARA, "Мост", "teacher_teacher", (3, 4)),
    row(4, 4, TARA, "Своя", "own", (4, 10), role_model=OWN_MODEL_WORDS, words="студент – команда"),
    # The region's form on the same state school: passed over.
    row(10, 7, BOLSHERECHYE, "Профи", "student_pupil", (2, 6), subordination="state"),
)
