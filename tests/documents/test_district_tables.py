"""Tables of one municipality: from the figure down to sheet, row, sender and time."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmn_core.analysis.district_overview import compute_district_overview
from cmn_core.documents.district_tables import (
    build_corrections_table,
    build_organisations_table,
    build_parts_table,
    build_practices_table,
    build_problems_table,
    build_versions_table,
)
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_organisation_facts, read_practices, read_year_facts
from cmn_core.store.own_forms import read_own_form_rows
from cmn_core.store.reports import FaultyCell, read_reports_of, return_report, save_report
from cmn_core.store.row_places import read_row_places
from tests.analysis.small_region import plain
from tests.store.made_readings import (
    NOVEMBER,
    NOW,
    OMSK,
    TARA,
    WARNING,
    decide,
    expansion,
    open_file,
    row,
    save,
)

REFERENCE = shipped_reference()
SCHOOL = row("МБОУ «СОШ № 1»", (10, 2, 3), "Вместе", "own", number=9)
COLLEGE = row("Колледж", (40, 0, 5), "Путь", "own", number=12)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_file(tmp_path)


def test_organisations_stand_by_people_with_their_place(database):
    saved = save(database, [SCHOOL, COLLEGE])
    table = build_organisations_table(
        read_organisation_facts(database, TARA, [saved.report_id]),
        read_row_places(database, TARA, [saved.report_id]),
        {saved.report_id: "expansion"},
        REFERENCE,
        "Тарский",
    )
    assert plain(table.title) == "Тарский: 2 организации"
    assert [(line[0], *line[3:8], plain(line[8])) for line in table.rows] == [
        ("Колледж", 45, 40, 0, 5, 1, "Лист1, строка 12"),
        ("МБОУ «СОШ № 1»", 15, 10, 2, 3, 1, "Лист1, строка 9"),
    ]


def test_places_are_of_the_asked_municipality_and_reports_alone(database):
    first = save(database, [SCHOOL])
    other = save(database, [COLLEGE], decide(OMSK), content=b"omsk")
    assert [place.row for place in read_row_places(database, TARA, [first.report_id, other.report_id])] == [9]
    assert read_row_places(database, TARA, [other.report_id]) == ()


def test_programmes_keep_the_words_of_the_sheet(database):
    saved = save(database, [SCHOOL, COLLEGE])
    practices = read_practices(database, TARA, [saved.report_id])
    table = build_practices_table(practices, {saved.report_id: "expansion"}, REFERENCE, "Тарский")
    assert [(line[0], line[1], line[5], plain(line[6])) for line in table.rows] == [
        ("МБОУ «СОШ № 1»", "Вместе", 3, "Лист1, строка 9"),
        ("Колледж", "Путь", 5, "Лист1, строка 12"),
    ]


def test_own_forms_are_read_from_the_asked_reports(database):
    first = save(database, [SCHOOL, row("Лицей", (1, 0, 0), "Шаг", "pupil_pupil", number=11)])
    save(database, [COLLEGE], decide(OMSK), content=b"omsk")
    (found,) = read_own_form_rows(database, "own", [first.report_id])
    assert (found.district, found.words, found.programme) == (TARA, "own", "Вместе")


def test_a_figure_names_the_sender_and_the_time_of_its_reports(database):
    save(database, [SCHOOL])
    overview = compute_district_overview(read_year_facts(database, 2020), REFERENCE, "coverage", NOVEMBER, TARA)
    versions = {version.report_id: version for version in read_reports_of(database, TARA)}
    (line,) = build_parts_table(overview.explanation, versions).rows
    assert [plain(str(value)) for value in line] == [
        "О расширении практик наставничества, Тарский", "муниципальные организации", "ноябрь 2020", "2020-12-01", "1",
        "24.11.2020 09:30, Иванова", "1", "15",
        "«Привлечено на первую дату» + «Дополнительно наставников» + «Дополнительно наставляемых»",
        "по данным отчёта, участия",
    ]  # fmt: skip


def test_versions_say_which_is_in_force_and_how_many_warnings(database):
    first = save(database, [SCHOOL])
    second = decide(compared_with=first.report_id, confirmed=True)
    save_report(database, expansion([SCHOOL], problems=(WARNING,), content=b"2"), b"2", second, now=NOW)
    versions = read_reports_of(database, TARA)
    entering = [versions[0].report_id]
    table = build_versions_table(reversed(versions), entering, REFERENCE, "Тарский")
    assert [(line[4], line[5], line[6], line[9]) for line in table.rows] == [
        (2, "учтена", "отправлен", 1),
        (1, "заменена", "отправлен", 0),
    ]
    assert build_versions_table(versions, [], REFERENCE, "Тарский").rows[0][5] == "действует"
    (problem,) = build_problems_table(versions[0]).rows
    assert problem == ("предупреждение", "Лист1", "C7", "9000 — очень много.", "Проверьте число.")


def test_a_version_tells_how_it_was_judged(database):
    first = save_report(database, expansion([SCHOOL], content=b"a"), b"a", decide(), now=NOW).report_id
    cells = (FaultyCell("Лист1", "C7", "больше, чем детей"), FaultyCell(None, "D9"))
    return_report(database, first, reason="Сверьте числа.", cells=cells, by=Author("Петрова", NOW))
    (version,) = read_reports_of(database, TARA)
    row = build_versions_table([version], [], REFERENCE, "Тарский").rows[0]
    told = "возвращён 24.11.2020 09:30, Петрова: Сверьте числа. Ячейки: Лист1, C7 — больше, чем детей; D9"
    assert row[5:7] == ("не учитывается", told)


def test_a_version_tells_who_sent_the_file_and_what_was_changed_by_hand(database):
    mended = replace(expansion([SCHOOL], content=b"a"), corrections=(CellCorrection("Лист1", "C9", "2", "-2"),))
    saved = save_report(database, mended, b"a", decide(sent_by="Сидорова, РУО"), now=NOW)
    (version,) = read_reports_of(database, TARA)
    table = build_versions_table([version], [saved.report_id], REFERENCE, "Тарский")
    assert table.rows[0][7] == "24.11.2020 09:30, Иванова; файл прислан: Сидорова, РУО"
    assert build_corrections_table(version).rows == (("Лист1", "C9", "-2", "2"),)
