"""Practices listed, searched, summed and folded: worked by hand on the region of five."""

import pytest

from cmn_core.analysis.folded_practices import find_folds, fold_practices
from cmn_core.analysis.practice_filter import PracticeFilter, filter_practices, total_practices
from cmn_core.analysis.practice_words import list_finding, tell_participations, tell_planned
from cmn_core.analysis.practices import ListedPractice, list_planned_practices, list_reported_practices
from cmn_core.analysis.role_models import NO_MODEL, OWN_MODEL
from cmn_core.store.programme_reading import PlannedPractice
from tests.analysis.practice_region import LEADER, REFERENCE, ROWS, parts, row
from tests.analysis.small_region import BOLSHERECHYE, TARA, plain

PARTS = parts()


def planned(form: str, pairs: int | None, mentees: int | None) -> PlannedPractice:
    return PlannedPractice(
        1, "ВМЕСТЕ", 2020, 4, "Школа № 4", "school", "municipal", TARA, form, REFERENCE.forms.label(form), LEADER,
        True, pairs, mentees,
    )  # fmt: skip


PLANNED = (
    planned("pupil_pupil", 4, 4),
    planned("student_pupil", None, None),
)
REPORTED = list_reported_practices(ROWS, PARTS, REFERENCE)
ALL = (*REPORTED, *list_planned_practices(PLANNED, REFERENCE))


def names(practices: tuple[ListedPractice, ...]) -> list[str | None]:
    return [practice.name for practice in practices]


def find(**asked: object) -> list[str | None]:
    return names(filter_practices(ALL, PracticeFilter(**asked), REFERENCE, {(3, "старт")}))  # type: ignore[arg-type]


def test_each_organisation_counts_from_one_report_that_enters() -> None:
    assert names(REPORTED) == ["Вместе", "Рядом", "Вместе!", "Путь", "Профи", "Старт", "Вместе", "Мост", "Своя"]
    carried = [practice.name for practice in REPORTED if not practice.is_fresh]
    assert carried == ["Старт"]
    assert names(list_reported_practices(ROWS, PARTS, REFERENCE, "state")) == ["Профи"]


def test_a_count_that_stands_for_several_is_shown_and_counted_once() -> None:
    first, second = REPORTED[:2]
    assert first.count == second.count
    assert (first.count.mentors, first.count.mentees, first.count.stands_for) == (18, 72, 2)
    assert (first.states_count, second.states_count) == (True, False)
    totals = total_practices(REPORTED)
    # 18 + 2 + 1 + 10 + 12 mentors; 72 + 8 + 5 + 20 + 34 mentees.
    assert (totals.mentors, totals.mentees, totals.partly) == (43, 139, 0)
    assert (totals.programmes, totals.organisations, totals.districts) == (9, 5, 3)


def test_a_count_of_which_a_part_was_found_is_in_no_sum() -> None:
    found = filter_practices(REPORTED, PracticeFilter(form="student_pupil"), REFERENCE)
    totals = total_practices(found)
    assert (names(found), totals.mentees, totals.partly) == (["Путь"], 0, 8)
    assert "ещё 8 участий наставляемых — одно число на несколько программ" in plain(tell_participations(totals))


def test_a_row_that_repeats_another_is_counted_with_it() -> None:
    rows = (
        row(1, 1, BOLSHERECHYE, "Вместе", counts=(18, 72)),
        row(1, 1, BOLSHERECHYE, "Рядом", counts=(18, 72), counted_elsewhere=True),
    )
    assert total_practices(list_reported_practices(rows, PARTS, REFERENCE)).mentees == 72


def test_a_row_without_a_name_keeps_its_count_for_the_rows_under_it() -> None:
    rows = (row(1, 1, BOLSHERECHYE, None, "unnamed", (3, 9)), row(1, 1, BOLSHERECHYE, "Рядом"))
    (listed,) = list_reported_practices(rows, PARTS, REFERENCE)
    assert (listed.name, listed.count.mentees, listed.count.stands_for, listed.states_count) == ("Рядом", 9, 1, True)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "ВМЕСТЕ школа"}, ["Вместе", "Вместе!", "Вместе", "ВМЕСТЕ", "ВМЕСТЕ"]),
        ({"words": "№ 3"}, ["Старт"]),
        ({"words": "нет такого"}, []),
        ({"form": "own"}, ["Своя"]),
        ({"role_model": LEADER, "source": "report"}, ["Вместе"]),
        ({"role_model": OWN_MODEL}, ["Своя"]),
        ({"role_model": NO_MODEL, "form": "teacher_teacher"}, ["Мост"]),
        ({"source": "programme"}, ["ВМЕСТЕ", "ВМЕСТЕ"]),
        ({"kind": "vocational"}, []),
        ({"only_shown": True}, ["Старт"]),
    ],
)
def test_search_and_filters(asked: dict[str, object], expected: list[str]) -> None:
    assert find(**asked) == expected


def test_one_programme_is_a_line_whatever_its_spelling() -> None:
    lines = fold_practices(ALL, find_folds(ALL, REFERENCE))
    assert [(line.name, line.organisations) for line in lines] == [
        ("Вместе", 3), ("Мост", 1), ("Профи", 1), ("Путь", 1), ("Рядом", 1), ("Своя", 1), ("Старт", 1),
    ]  # fmt: skip
    together = lines[0]
    assert together.spellings == ("Вместе", "Вместе!", "ВМЕСТЕ")
    assert (together.districts, together.reported.mentees, together.reported.partly) == (2, 20, 80)
    assert (together.planned.mentors, together.planned.mentees, together.planned.programmes) == (4, 4, 1)


def test_the_order_of_lines_is_what_was_asked_for() -> None:
    folds = find_folds(REPORTED, REFERENCE)
    by_name = [line.name for line in fold_practices(REPORTED, folds, "name")]
    assert by_name == ["Вместе", "Мост", "Профи", "Путь", "Рядом", "Своя", "Старт"]
    by_mentees = [(line.name, line.reported.mentees) for line in fold_practices(REPORTED, folds, "mentees")]
    assert by_mentees[:3] == [("Вместе", 20), ("Старт", 20), ("Своя", 10)]


def test_lines_do_not_depend_on_the_order_of_rows() -> None:
    turned = tuple(reversed(ALL))
    told = [(line.name, line.spellings, line.reported) for line in fold_practices(ALL, find_folds(ALL, REFERENCE))]
    assert told == [
        (line.name, line.spellings, line.reported) for line in fold_practices(turned, find_folds(turned, REFERENCE))
    ]


def test_the_sentences_say_what_is_counted() -> None:
    reported, in_making = total_practices(REPORTED), total_practices(ALL[len(REPORTED) :])
    assert plain(list_finding(reported, in_making, "области")) == (
        "В отчётах области 9 программ наставничества в 5 организациях"
    )
    assert plain(tell_participations(reported)).startswith("Наставников 43, наставляемых 139 (участий, чел.")
    assert plain(tell_planned(in_making)) == (
        "Ещё не начато: в 1 программе в работе запланировано наставников 4 (по одному на пару или группу), "
        "наставляемых 4"
    )
    nothing = total_practices(())
    assert list_finding(nothing, nothing, "области") == "В отчётах области таких практик нет"
    assert tell_planned(nothing) == ""
