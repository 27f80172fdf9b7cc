"""Sums by form: each count goes to the form that its rows share; nothing is lost on the way to a page."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts, sum_people
from cmn_core.intake.reading import ExpansionRow
from cmn_core.period import Period
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts import SumsRow
from cmn_core.store.facts_reading import read_organisation_facts, read_practices, read_year_facts
from cmn_core.store.sums import CountedOrganisation, CountedRow, compute_partners, compute_sums
from tests.store.conftest import DATABASES
from tests.store.made_readings import TARA, decide, row, save

FORMS = ("pupil_pupil", "teacher_teacher", "own", "unnamed")


def counted(*rows: CountedRow, mentees: int, number: int = 1, kind: str = "school") -> CountedOrganisation:
    return CountedOrganisation(number, TARA, kind, "municipal", PeopleCounts(10, 2, mentees), rows)


def line(
    form: str, mentees: int | None, programme: str | None = "Программа", *, counted_elsewhere: bool = False
) -> CountedRow:
    return CountedRow(programme, form, (None, None, mentees), mentees, counted_elsewhere)


def by_form(*organisations: CountedOrganisation) -> dict[str | None, SumsRow]:
    return {sums.form: sums for sums in compute_sums(5, organisations)}


def test_a_count_over_rows_of_one_form_is_that_forms() -> None:
    sums = by_form(counted(line("own", 30), line("own", None), line("pupil_pupil", 4), mentees=34))
    assert (sums["own"].form_mentees, sums["own"].programmes, sums["own"].organisations) == (30, 2, 1)
    assert sums["pupil_pupil"].form_mentees == 4
    assert (sums[None].people.added_mentees, sums[None].unassigned_mentees, sums[None].programmes) == (34, 0, 3)
    assert sums[None].people.drawn_in == 46


def test_a_count_over_rows_of_different_forms_is_nobodys() -> None:
    sums = by_form(counted(line("own", 30), line("pupil_pupil", None), mentees=30))
    assert sums[None].unassigned_mentees == 30
    assert (sums["own"].form_mentees, sums["pupil_pupil"].form_mentees) == (0, 0)
    assert (sums["own"].programmes, sums["pupil_pupil"].programmes) == (1, 1)


def test_a_repeated_count_joins_the_row_that_it_repeats() -> None:
    first, repeat = line("own", 30), line("teacher_teacher", 30, counted_elsewhere=True)
    sums = by_form(counted(first, line("pupil_pupil", 4), repeat, line("pupil_pupil", None), mentees=34))
    assert sums[None].unassigned_mentees == 30
    assert sums["pupil_pupil"].form_mentees == 4


def test_counts_without_programme_and_form_are_of_the_unnamed_form() -> None:
    sums = by_form(counted(line("unnamed", 7, None), mentees=7))
    assert (sums["unnamed"].form_mentees, sums["unnamed"].programmes, sums["unnamed"].organisations) == (7, 0, 0)


def test_a_row_that_only_carries_the_counts_follows_the_programmes_under_it() -> None:
    sums = by_form(counted(line("unnamed", 7, None), line("own", None), line("own", None), mentees=7))
    assert sums["own"].form_mentees == 7
    assert "unnamed" not in sums


def test_pairs_count_an_organisation_once_under_two_spellings() -> None:
    sums = by_form(counted(line("own", 1), mentees=1), counted(line("own", 2), mentees=2))
    assert (sums["own"].organisations, sums[None].organisations) == (1, 1)
    assert sums["own"].form_mentees == 3


def test_kinds_and_subordinations_stand_apart() -> None:
    sums = compute_sums(5, [counted(line("own", 1), mentees=1), counted(line("own", 2), mentees=2, kind="vocational")])
    assert [(row.kind, row.form, row.people.added_mentees, row.form_mentees) for row in sums] == [
        ("school", None, 1, 0), ("school", "own", 0, 1), ("vocational", None, 2, 0), ("vocational", "own", 0, 2),
    ]  # fmt: skip


def test_partners_are_counted_once_in_a_municipality_and_by_subordination() -> None:
    def naming(number: int, subordination: str, *keys: str | None) -> CountedOrganisation:
        rows = tuple(CountedRow("Программа", "own", (1,), 1, partner_key=key) for key in keys)
        return CountedOrganisation(number, TARA, "school", subordination, NO_PEOPLE, rows)

    partners = compute_partners(
        5,
        [
            naming(1, "municipal", "завод", "завод", "банк", None),
            naming(2, "state", "завод", "ферма"),
            naming(3, "municipal", None),
        ],
    )
    assert [(row.district, row.subordination, row.partners) for row in partners] == [
        (TARA, None, 3), (TARA, "municipal", 2), (TARA, "state", 2),
    ]  # fmt: skip


COUNTS = st.tuples(*[st.integers(0, 500)] * 3)
ROWS = st.builds(
    lambda name, counts, programme, form, elsewhere: row(
        name, counts, programme, form, counted_elsewhere=elsewhere and counts[2] is not None
    ),
    st.sampled_from(["МБОУ «СОШ № 1»", "БОУ ДО «Дом творчества»", "БПОУ «Колледж»", "СОШ № 4 Омской области", "Лицей"]),
    COUNTS | st.just((None, None, None)),
    st.sampled_from([None, "Вместе", "Путь"]),
    st.sampled_from(FORMS),
    st.booleans(),
)


YEARS = count(1000)
"""Each example has a year of its own, so that one database serves them all."""


@pytest.fixture(scope="module", params=DATABASES)
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    if request.param == "sqlite":
        yield open_database("sqlite://")
        return
    with request.getfixturevalue("postgresql_template").copied() as address:
        database = open_database(address)
        yield database
        database.close()


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROWS, min_size=1, max_size=25))
def test_sums_are_the_sums_of_the_rows(database: Database, rows: list[ExpansionRow]) -> None:
    year = next(YEARS)
    report_id = save(database, rows, decide(scope="all", period=Period(year, 11)), content=b"").report_id
    sums = read_year_facts(database, year).sums
    facts = read_organisation_facts(database, TARA, [report_id])
    programmes = [practice for practice in read_practices(database, TARA, [report_id]) if practice.programme]
    people = [item for item in sums if item.form is None]
    forms = [item for item in sums if item.form is not None]
    assert sum_people(item.people for item in people) == sum_people(item.people for item in facts)
    assert sum(item.programmes for item in people) == sum(item.programmes for item in facts)
    assert sum(item.organisations for item in people) == len(facts)
    for code in FORMS:
        named = [practice for practice in programmes if practice.form_code == code]
        of_form = [item for item in forms if item.form == code]
        assert sum(item.programmes for item in of_form) == len(named)
        assert sum(item.organisations for item in of_form) == len({practice.organisation_id for practice in named})
    assert sum(item.form_mentees for item in forms) + sum(item.unassigned_mentees for item in people) == sum(
        item.people.added_mentees for item in people
    )
    assert all(item.unassigned_mentees >= 0 for item in people)
