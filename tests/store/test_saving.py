"""One upload is one transaction: saved whole, refused in words, or already there."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from cmn_core.intake.organisation_names import name_key
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import data_revision, read_organisation_facts, read_practices, read_year_facts
from cmn_core.store.failures import SameAsOlder, SavingRefused, StaleComparison, StoreError
from cmn_core.store.organisations import known_organisations
from cmn_core.store.reports import read_in_force, read_original, read_versions, save_report
from cmn_core.store.tables import OrganisationFigures, Report
from tests.store.made_readings import (
    AZOVO,
    ERROR,
    NOW,
    OCTOBER,
    OMSK,
    TARA,
    WARNING,
    decide,
    expansion,
    row,
    save,
)

SCHOOL_1 = row("МБОУ «СОШ № 1»", (10, 2, 30), "Вместе", "pupil_pupil")
SCHOOL_2 = row("МБОУ «СОШ № 2»", (5, 1, 8), "Путь", "student_pupil")


def count_rows(database: Database) -> tuple[int, int]:
    with database.read() as session:
        reports = session.scalar(select(func.count()).select_from(Report))
        figures = session.scalar(select(func.count()).select_from(OrganisationFigures))
    return reports or 0, figures or 0


def test_a_saved_report_has_its_rows_sums_pointer_file_and_audit_line(database: Database) -> None:
    revision = data_revision(database)
    saved = save(database, [SCHOOL_1, SCHOOL_2])
    assert (saved.version, saved.outcome, saved.notes) == (1, "saved", ())
    assert data_revision(database) == revision + 1
    assert [(facts.name, facts.people.drawn_in, facts.programmes) for facts in
            read_organisation_facts(database, TARA, [saved.report_id])] == [
        ("МБОУ «СОШ № 1»", 42, 1), ("МБОУ «СОШ № 2»", 14, 1),
    ]  # fmt: skip
    assert read_original(database, saved.report_id) == ("отчёт.xlsx", b"first")
    in_force = read_in_force(database, decide().key)
    assert in_force is not None
    assert (in_force.report_id, in_force.author, in_force.saved_at) == (saved.report_id, "Иванова", NOW)
    line = read_audit(database)[0]
    assert (line.action, line.author, line.report_id) == ("report_saved", "Иванова", saved.report_id)
    assert line.details["new_organisations"] == [1, 2]


def test_new_organisations_get_their_guessed_kind_and_subordination(database: Database) -> None:
    names = ["МБОУ «СОШ № 1»", "БОУ ДО «Дом творчества»", "БПОУ «Тарский колледж»"]
    save(database, [row(name) for name in names], decide(scope="all"))
    known = {item.name: (item.kind, item.subordination) for item in known_organisations(database, TARA)}
    assert [known[name][0] for name in names] == ["school", "supplementary", "vocational"]
    save(database, [row("Лицей № 9")], decide(AZOVO, scope="state"), content=b"second")
    assert known_organisations(database, AZOVO)[0].subordination == "state"


def test_a_person_may_say_what_a_new_organisation_is(database: Database) -> None:
    key = name_key("Центр «Радуга»")
    said = decide(kinds_of_new={key: "supplementary"}, subordinations_of_new={key: "state"})
    save(database, [row("Центр «Радуга»"), SCHOOL_1], said)
    known = {item.key: (item.kind, item.subordination) for item in known_organisations(database, TARA)}
    assert known == {key: ("supplementary", "state"), name_key("МБОУ «СОШ № 1»"): ("school", "municipal")}


def test_errors_and_unconfirmed_warnings_are_refused_and_leave_nothing(database: Database) -> None:
    faulty = expansion([SCHOOL_1], problems=(ERROR,))
    with pytest.raises(SavingRefused, match="1\u00a0ошибка"):
        save_report(database, faulty, b"", decide(confirmed=True), now=NOW)
    doubtful = expansion([SCHOOL_1], problems=(WARNING, WARNING))
    with pytest.raises(SavingRefused, match="2\u00a0предупреждения"):
        save_report(database, doubtful, b"", decide(), now=NOW)
    assert count_rows(database) == (0, 0)
    saved = save_report(database, doubtful, b"", decide(confirmed=True), now=NOW)
    version = read_in_force(database, decide().key)
    assert version is not None
    assert version.report_id == saved.report_id
    assert version.problem_counts == {"error": 0, "warning": 2, "info": 0}
    assert version.problems[0] == WARNING


def test_a_sheet_left_out_takes_its_rows_and_errors_with_it(database: Database) -> None:
    reading = expansion([SCHOOL_1, replace(SCHOOL_2, sheet="Черновик")], problems=(replace(ERROR, sheet="Черновик"),))
    decisions = decide(left_out_sheets=frozenset({"Черновик"}))
    saved = save_report(database, reading, b"", decisions, now=NOW)
    assert [facts.name for facts in read_organisation_facts(database, TARA, [saved.report_id])] == ["МБОУ «СОШ № 1»"]
    with pytest.raises(SavingRefused, match="не осталось строк"):
        save_report(database, reading, b"", decide(left_out_sheets=frozenset({"Черновик", "Лист1"})), now=NOW)


def test_the_same_file_again_changes_nothing(database: Database) -> None:
    first = save(database, [SCHOOL_1])
    revision = data_revision(database)
    again = save(database, [SCHOOL_1], decide(compared_with=first.report_id, author="Петрова"))
    assert (again.report_id, again.outcome) == (first.report_id, "unchanged")
    assert "версия 1" in again.notes[0]
    assert (data_revision(database), count_rows(database)) == (revision, (1, 1))


def test_the_same_file_with_another_choice_is_a_new_version(database: Database) -> None:
    rows = [
        row("СОШ № 1", (1, 1, 4), "А", "own", number=7),
        row("СОШ № 1", (1, 1, 4), "Б", "own", number=8, counted_elsewhere=True),
    ]
    once = save(database, rows)
    assert read_organisation_facts(database, TARA, [once.report_id])[0].people.drawn_in == 6
    decisions = decide(different_children=frozenset({("Лист1", 8)}), compared_with=once.report_id)
    both = save(database, rows, decisions)
    assert (both.version, both.outcome) == (2, "saved")
    assert read_organisation_facts(database, TARA, [both.report_id])[0].people.drawn_in == 12


def test_an_older_file_again_offers_to_bring_it_back(database: Database) -> None:
    first = save(database, [SCHOOL_1])
    second = save(database, [SCHOOL_2], decide(compared_with=first.report_id), content=b"second")
    with pytest.raises(SameAsOlder, match="версия 1") as refused:
        save(database, [SCHOOL_1], decide(compared_with=second.report_id))
    assert refused.value.report_id == first.report_id
    assert count_rows(database) == (2, 2)


def test_the_same_file_in_force_elsewhere_is_told(database: Database) -> None:
    save(database, [SCHOOL_1])
    moved = save(database, [SCHOOL_1], decide(OMSK, period=OCTOBER))
    assert moved.outcome == "saved"
    assert moved.notes == (
        "Этот же файл уже действует как другой отчёт: Тарский, муниципальные организации, ноябрь 2020.",
    )


def test_a_comparison_out_of_date_stores_nothing_and_names_who_and_when(database: Database) -> None:
    first = save(database, [SCHOOL_1], decide(author="Петрова"))
    with pytest.raises(StaleComparison, match=r"версия 1: Петрова, 24\.11\.2020 09:30") as refused:
        save(database, [SCHOOL_2], decide(compared_with=None), content=b"second")
    assert refused.value.report_id == first.report_id
    assert count_rows(database) == (1, 1)


def test_all_organisations_beside_a_part_of_them_is_refused_both_ways(database: Database) -> None:
    save(database, [SCHOOL_1], decide(scope="municipal"))
    save(database, [row("Колледж")], decide(scope="state"), content=b"state")
    with pytest.raises(SavingRefused, match="«муниципальные организации» и «государственные организации»"):
        save(database, [SCHOOL_2], decide(scope="all"), content=b"all")
    save(database, [SCHOOL_2], decide(AZOVO, scope="all"), content=b"all")
    with pytest.raises(SavingRefused, match="«все организации»"):
        save(database, [SCHOOL_1], decide(AZOVO, scope="state"), content=b"part")
    save(database, [SCHOOL_1], decide(AZOVO, scope="state", period=OCTOBER), content=b"part")


def test_versions_stand_newest_first_and_each_keeps_its_rows(database: Database) -> None:
    first = save(database, [SCHOOL_1])
    second = save(database, [SCHOOL_1, SCHOOL_2], decide(compared_with=first.report_id), content=b"second")
    versions = read_versions(database, decide().key)
    assert [(item.version, item.in_force) for item in versions] == [(2, True), (1, False)]
    assert len(read_organisation_facts(database, TARA, [first.report_id])) == 1
    assert [report.report_id for report in read_year_facts(database, 2020).reports] == [second.report_id]


def test_texts_stay_as_in_the_cell_and_no_person_is_kept(database: Database) -> None:
    person = replace(WARNING, code="personal_data", severity="info", value="Сидорова А. А., тел. 2-15-17")
    reading = expansion([row("«Школа  №5» ", (1, 0, 0), "=СУММ(A1)", "own")], problems=(person,))
    saved = save_report(database, reading, b"", decide(), now=NOW)
    practice = read_practices(database, TARA, [saved.report_id])[0]
    assert (practice.organisation, practice.programme, practice.row) == ("«Школа  №5» ", "=СУММ(A1)", 7)
    version = read_in_force(database, decide().key)
    assert version is not None
    assert version.problems[0].value is None


@pytest.mark.parametrize(
    ("counts", "organisation"), [((2**31, 0, 0), "СОШ № 1"), ((0, 0, 10**30), "СОШ № 1"), ((0, 0, 1), "\ud800 школа")]
)
def test_what_the_database_cannot_hold_is_refused_in_words(
    database: Database, counts: tuple[int, int, int], organisation: str
) -> None:
    with pytest.raises(StoreError, match=r"велико|не хранит"):
        save(database, [row(organisation, counts)])
    assert count_rows(database) == (0, 0)


def test_bytes_that_are_not_those_read_are_refused(database: Database) -> None:
    with pytest.raises(SavingRefused, match="изменился после проверки"):
        save_report(database, expansion([SCHOOL_1], content=b"first"), b"other", decide(), now=NOW)


def test_a_stranger_as_sender_is_refused(database: Database) -> None:
    with pytest.raises(SavingRefused, match="нет муниципалитета с ОКТМО «00000000»"):
        save(database, [SCHOOL_1], decide("00000000"))
