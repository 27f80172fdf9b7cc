"""`cmn import`: what is saved, what has to be confirmed, and what is refused whole."""

from pathlib import Path

from tests.commands.answers import HEADING, ROWS, UNDATED, Cmn, WriteReport, assert_one_line


def test_import_asks_to_confirm_and_stores_nothing_meanwhile(cmn: Cmn, report: WriteReport) -> None:
    answer = cmn("import", report(), "--district", "Тарский")
    assert answer.code == 1
    assert answer.out.count("нет в списке муниципалитета") == 2
    assert_one_line(answer.err)
    assert "повторите с --yes" in answer.err
    figures = cmn("indicators", "--period", "2020-11", "--level", "organisation", "--json")
    assert figures.object["figures"] == []


def test_import_saves_once(cmn: Cmn, report: WriteReport) -> None:
    path = report()
    first = cmn("import", path, "--district", "Тарский", "--yes")
    assert (first.code, first.err) == (0, "")
    assert "Сохранено: Тарский, муниципальные организации, ноябрь 2020, на 23.11.2020, версия 1." in first.out
    again = cmn("import", path, "--district", "Тарский")
    assert (again.code, again.err) == (0, "")
    assert "ничего не изменилось" in again.out
    # 40 + 5 + 18 and 22 + 0 + 6
    figures = cmn("indicators", "--period", "2020-11", "--level", "organisation", "--json").object["figures"]
    assert [(figure["organisation"], figure["numerator"]) for figure in figures] == [
        ("МБОУ «Первая СОШ»", 63),
        ("МБОУ «Вторая СОШ»", 28),
    ]


def test_import_of_known_organisations_needs_no_confirmation(cmn: Cmn, report: WriteReport) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    changed = report(ROWS.replace(";40;", ";41;"), name="новый.csv")
    answer = cmn("import", changed, "--district", "Тарский")
    assert (answer.code, answer.err) == (0, "")
    assert "версия 2" in answer.out


def test_import_takes_a_likeness_for_a_new_organisation_with_a_warning(cmn: Cmn, report: WriteReport) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    spelt = report(ROWS.replace("МБОУ «Первая", "МКОУ «Первая"), name="новый.csv")
    answer = cmn("import", spelt, "--district", "Тарский", "--yes")
    assert answer.code == 0
    assert "Похожа на «МБОУ «Первая СОШ»" in answer.out
    figures = cmn("indicators", "--period", "2020-11", "--level", "organisation", "--json").object["figures"]
    assert [figure["organisation"] for figure in figures] == ["МКОУ «Первая СОШ»", "МБОУ «Вторая СОШ»"]
    assert len({figure["organisation_id"] for figure in figures}) == 2


def test_import_refuses_errors_whatever_is_confirmed(cmn: Cmn, database: Path, report: WriteReport) -> None:
    answer = cmn("import", report("МБОУ «Первая СОШ»;;5;1;Вектор;\n"), "--district", "Тарский", "--yes")
    assert answer.code == 1
    assert_one_line(answer.err)
    assert not database.exists()


def test_import_must_know_whose_report_it_is_and_for_which_month(cmn: Cmn, database: Path, report: WriteReport) -> None:
    nobody = cmn("import", report(), "--yes")
    assert nobody.code == 2
    assert "Укажите --district" in nobody.err
    undated = report(heading=UNDATED)
    never = cmn("import", undated, "--district", "Тарский", "--yes")
    assert never.code == 2
    assert "Укажите --period" in never.err
    assert not database.exists()
    told = cmn("import", undated, "--district", "Тарский", "--period", "2020-10", "--yes")
    assert told.code == 0
    assert "октябрь 2020, на 01.11.2020" in told.out


def test_import_obeys_layout_and_scope(cmn: Cmn, report: WriteReport) -> None:
    other = cmn("import", report(), "--district", "Тарский", "--layout", "population", "--yes")
    assert other.code == 1
    assert "указан вид «Численность»" in other.err
    stated = cmn("import", report(), "--district", "Тарский", "--scope", "state", "--yes")
    assert "государственные организации" in stated.out


def test_import_of_the_regions_own_form_asks_for_the_municipality_of_a_new_organisation(
    cmn: Cmn, report: WriteReport
) -> None:
    state = HEADING.replace("муниципальной", "государственной")
    path = report(heading=state, name="область.csv")
    for words in ("область", "52000000", "Омская область"):
        answer = cmn("import", path, "--district", words, "--yes")
        assert answer.code == 1
        assert "Не указан муниципалитет новых организаций" in answer.err
    cmn("import", report(), "--district", "Тарский", "--yes")
    known = cmn("import", path, "--district", "область", "--yes")
    assert known.code == 0
    assert "Сохранено: Омская область, государственные организации" in known.out


def test_import_warns_of_a_count_that_fell(cmn: Cmn, report: WriteReport) -> None:
    october = HEADING.replace("23.11.2020", "01.11.2020")
    cmn("import", report(heading=october), "--district", "Тарский", "--yes")
    fallen = report(ROWS.replace(";40;5;18;", ";40;5;10;"), name="ноябрь.csv")
    answer = cmn("import", fallen, "--district", "Тарский")
    assert answer.code == 1
    assert "«МБОУ «Первая СОШ»: вовлечено 55, а в отчёте за октябрь 2020 было 63." in answer.out
