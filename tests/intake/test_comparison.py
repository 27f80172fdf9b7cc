"""Differences between two reports, and the warnings that only a comparison gives."""

from dataclasses import dataclass

import pytest

from cmn_core.intake.comparison import ComparedCounts, ReportDifference, compare_reports, settle_names
from cmn_core.intake.counting import count_organisations
from cmn_core.intake.matching import KnownOrganisation, match_names
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.intake.reading import OrganisationCounts
from cmn_core.intake.stored_checks import check_last_month, check_names
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from tests.intake.expansion_sheets import FIRST, PAIR, A, B, read_rows

REFERENCE = shipped_reference()
OCTOBER = Period(2020, 10)
A_ID, B_ID = 7, 8
IDS = {name_key(A): A_ID, name_key(B): B_ID}


@dataclass(frozen=True)
class Earlier:
    organisation_id: int
    name: str
    involved_before: int
    added_mentors: int
    added_mentees: int
    programmes: int = 1

    @property
    def people(self) -> PeopleCounts:
        return PeopleCounts(self.involved_before, self.added_mentors, self.added_mentees)


def count(*rows: list[object]) -> tuple[OrganisationCounts, ...]:
    return count_organisations(read_rows(rows).rows)  # type: ignore[arg-type]


def compare(rows: list[list[object]], *earlier: Earlier) -> ReportDifference:
    return compare_reports(count(*rows), IDS, earlier)


def known(number: int, name: str, *aliases: str) -> KnownOrganisation:
    spellings = tuple(name_key(alias) for alias in aliases)
    return KnownOrganisation(number, name, name_key(name), "52654000", "school", "municipal", spellings)


def test_organisations_are_laid_side_by_side_in_the_new_reports_order() -> None:
    difference = compare(
        [[B, 10, 2, 3, "Вектор", PAIR], ["МБОУ «Новая СОШ»", 4, 0, 1, "Вектор", PAIR]],
        Earlier(A_ID, A, 30, 0, 0),
        Earlier(B_ID, B, 10, 1, 2),
    )
    told = [(item.name, item.kind, item.change) for item in difference.organisations]
    assert told == [(B, "changed", 2), ("МБОУ «Новая СОШ»", "added", 5), (A, "gone", -30)]
    assert difference.before == ComparedCounts(PeopleCounts(40, 1, 2), 2)
    assert difference.now == ComparedCounts(PeopleCounts(14, 2, 4), 2)


def test_an_equal_organisation_is_not_among_the_differing() -> None:
    difference = compare(
        [[A, 10, 2, 3, "Вектор", PAIR], [B, 1, 1, 1, "Вектор", PAIR]],
        Earlier(A_ID, A, 10, 2, 3),
        Earlier(B_ID, B, 1, 1, 1, programmes=2),
    )
    assert [(item.name, item.kind, item.change) for item in difference.differing] == [(B, "changed", 0)]


def test_two_spellings_of_one_organisation_are_added() -> None:
    counted = count([A, 10, 0, 0, "Вектор", PAIR], [B, 5, 1, 1, "Лидер", PAIR])
    difference = compare_reports(counted, dict.fromkeys(IDS, A_ID), [Earlier(A_ID, A, 10, 0, 0)])
    (only,) = difference.organisations
    assert (only.name, only.change, only.now) == (A, 7, ComparedCounts(PeopleCounts(15, 1, 1), 2))
    assert only.cell == f"A{FIRST}"


@pytest.mark.parametrize(
    ("before", "now", "codes"),
    [
        (40, 40, []),
        (40, 39, ["fell_since_last_month"]),
        (40, 60, []),  # 50 %, but not over 50 %
        (40, 61, ["jumped_since_last_month"]),  # 52.5 % and 21 people
        (30, 50, []),  # 67 %, but only 20 people
        (30, 51, ["jumped_since_last_month"]),
        (100, 150, []),
        (100, 151, ["jumped_since_last_month"]),
        (0, 20, []),
        (0, 21, ["jumped_since_last_month"]),
    ],
)
def test_growth_since_the_last_report(before: int, now: int, codes: list[str]) -> None:
    # The first date moves: what was added last month stands in the first column now.
    difference = compare([[A, now - 1, 1, 0, "Вектор", PAIR]], Earlier(A_ID, A, before, 0, 0))
    problems = check_last_month(difference, OCTOBER, REFERENCE)
    assert [problem.code for problem in problems] == codes
    for problem in problems:
        assert problem.cell == f"A{FIRST}"
        assert problem.sheet == "Лист1"
        assert f"вовлечено {now}, а в отчёте за октябрь 2020 было {before}." in problem.message


def test_an_organisation_missing_from_the_report_fell_to_nothing() -> None:
    difference = compare(
        [[A, 10, 1, 0, "Вектор", PAIR]], Earlier(A_ID, A, 10, 0, 0), Earlier(B_ID, B, 12, 0, 0)
    )  # fmt: skip
    (problem,) = check_last_month(difference, OCTOBER, REFERENCE)
    assert (problem.code, problem.cell) == ("fell_since_last_month", None)
    assert f"«{B} в этом отчёте нет, а в отчёте за октябрь 2020 было вовлечено 12." in problem.message


def test_a_report_of_an_organisation_that_had_nobody_and_is_gone_says_nothing() -> None:
    difference = compare([[A, 10, 1, 0, "Вектор", PAIR]], Earlier(A_ID, A, 10, 0, 0), Earlier(B_ID, B, 0, 0, 0))
    assert check_last_month(difference, OCTOBER, REFERENCE) == ()


def test_a_copied_month_is_one_warning_without_a_cell() -> None:
    rows = [[A, 10, 2, 3, "Другое имя", PAIR], [B, 0, 0, 0, "Вектор", PAIR]]
    difference = compare(rows, Earlier(A_ID, A, 10, 2, 3), Earlier(B_ID, B, 0, 0, 0))
    (problem,) = check_last_month(difference, OCTOBER, REFERENCE)
    assert (problem.code, problem.cell) == ("copied_last_month", None)


def test_the_same_level_on_a_later_date_is_no_copy() -> None:
    difference = compare([[A, 15, 0, 0, "Вектор", PAIR]], Earlier(A_ID, A, 10, 2, 3))
    assert check_last_month(difference, OCTOBER, REFERENCE) == ()


def test_nobody_in_both_months_is_no_copy() -> None:
    difference = compare([[A, 0, 0, 0, "Вектор", PAIR]], Earlier(A_ID, A, 0, 0, 0))
    assert check_last_month(difference, OCTOBER, REFERENCE) == ()


def test_unknown_names_are_reported_at_their_first_cell_with_the_likeness() -> None:
    written = ["МБОУ «Тарская СОШ № 2»", "МБОУ «Екатерининская СОШ»", "МБОУ «Заливинская СОШ»"]
    counted = count(*([name, 1, 1, 1, "Вектор", PAIR] for name in written))
    stored = [known(1, "МБОУ «Тарская СОШ № 2»"), known(2, "МКОУ «Екатерининская СОШ»")]
    matches = match_names(written, stored, REFERENCE.limits.name_proposal_score)
    problems = check_names(counted, matches, REFERENCE)
    assert [(problem.code, problem.cell) for problem in problems] == [
        ("unknown_org", f"A{FIRST + 1}"),
        ("unknown_org", f"A{FIRST + 2}"),
    ]
    assert "Похожа на «МКОУ «Екатерининская СОШ» (99 %)." in problems[0].message
    assert problems[1].message == "Организации «МБОУ «Заливинская СОШ» нет в списке муниципалитета."
    assert check_names(counted, matches, REFERENCE, settled_keys=[name_key(name) for name in written]) == ()


def test_names_settle_by_choice_by_key_or_by_a_remembered_spelling() -> None:
    exact, spelt, like, new = "МБОУ «Первая СОШ»", "Школа у реки", "МКОУ «Вторая СОШ»", "МБОУ «Лицей»"
    stored = [known(1, exact), known(2, "МБОУ «Приречная СОШ»", spelt), known(3, "МБОУ «Вторая СОШ»")]
    matches = match_names([exact, spelt, like, new], stored, REFERENCE.limits.name_proposal_score)
    assert list(settle_names(matches).values()) == [1, 2, None, None]
    assert settle_names(matches, {name_key(like): 3})[name_key(like)] == 3
    # A spelling may be told to be a name of its own; an equal name may not.
    told_new = settle_names(matches, {name_key(spelt): None, name_key(exact): None})
    assert (told_new[name_key(spelt)], told_new[name_key(exact)]) == (None, 1)
