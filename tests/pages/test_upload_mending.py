"""Mending in place: each left cell is checked again and kept; a reload, another window and a refusal lose nothing."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.draft_reading import list_drafts, read_draft
from cmn_core.store.drafts import Window, leave_cell
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.reports import read_in_force, read_original, read_version
from tests.pages.report_files import make_report, school
from tests.pages.shell import open_shell
from tests.pages.upload_page import FAULTY, FIRST, KEY, SAVE, SECOND, UNDO, button, html, open_with, save, title


def cells(page: AppTest) -> dict[str, str]:
    """Return what stands in the inputs, by the address of their cell."""
    found = {item.label.split()[3].rstrip(","): item for item in page.text_input if "ячейка" in item.label}
    return {address: item.value for address, item in found.items()}


def leave(page: AppTest, cell: str, typed: str) -> AppTest:
    entry = next(item for item in page.text_input if f"ячейка {cell}," in item.label)
    return entry.input(typed).run()


def test_each_left_cell_is_checked_again_and_stays_in_the_table(database: Database) -> None:
    page = open_with(FAULTY)
    assert cells(page) == {"B3": "-5", "B4": "много"}
    assert "МБОУ «Первая СОШ»" in html(page)
    leave(page, "B3", "сорок")
    assert title(page).startswith("2 ошибки")
    leave(page, "B3", "40")
    assert title(page) == "1 ошибка: исправьте здесь или в своём файле"
    assert SAVE not in [item.label for item in page.button]
    leave(page, "B4", "7")
    assert title(page) in ("Ошибок нет, осталось ответить на вопросы", "Замечаний нет, можно сохранять")
    assert cells(page) == {"B3": "40", "B4": "7"}
    assert html(page).count("✓ Исправлено") == 2
    assert not page.exception


def test_what_was_changed_by_hand_is_kept_with_the_report(database: Database) -> None:
    page = leave(leave(open_with(FAULTY), "B3", "40"), "B4", "7")
    assert "Исправлено вручную: 2" in [item.label for item in page.expander]
    next(item for item in page.text_input if item.label == "Кто прислал").input("Сидорова, РУО").run()
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"
    version = read_in_force(database, KEY)
    assert version.corrections == (
        CellCorrection("Отчёт", "B3", "40", "-5"),
        CellCorrection("Отчёт", "B4", "7", "много"),
    )
    assert version.sent_by == "Сидорова, РУО"
    assert read_original(database, version.report_id)[1] == FAULTY
    assert list_drafts(database) == ()
    # Undone, the work is on the list again.
    button(page, UNDO).click().run()
    assert [item.left_cells for item in list_drafts(database)] == [2]


def test_a_reload_offers_the_draft_and_its_link_opens_it(database: Database) -> None:
    page = leave(open_with(FAULTY), "B3", "40")
    draft = list_drafts(database)[0].draft_id
    assert page.query_params["draft"] == str(draft)
    fresh = open_shell("upload.py")
    assert "Незаконченные отчёты: 1" in html(fresh)
    button(fresh, "Продолжить").click().run()
    assert cells(fresh) == {"B3": "40", "B4": "много"}
    linked = open_shell("upload.py", draft=str(draft))
    assert cells(linked) == {"B3": "40", "B4": "много"}
    leave(linked, "B4", "7")
    save(linked)
    assert read_in_force(database, KEY).corrections[0].was == "-5"


@pytest.mark.parametrize("named", ["999", "abc", "-1", "99999999999999999999"])
def test_a_link_to_no_draft_is_said(database: Database, named: str) -> None:
    page = open_shell("upload.py", draft=named)
    assert "Черновика из ссылки нет" in page.info[0].value
    assert not page.exception


def test_a_deleted_draft_comes_back(database: Database) -> None:
    leave(open_with(FAULTY), "B3", "40")
    page = open_shell("upload.py")
    button(page, "Удалить").click().run()
    assert list_drafts(database) == ()
    button(page, "Вернуть").click().run()
    assert len(list_drafts(database)) == 1


def test_the_same_file_again_offers_the_work_done_on_it(database: Database) -> None:
    leave(open_with(FAULTY), "B3", "40")
    page = open_with(FAULTY)
    assert cells(page) == {"B3": "-5", "B4": "много"}
    button(page, "Продолжить ту правку").click().run()
    assert cells(page) == {"B3": "40", "B4": "много"}
    assert len(list_drafts(database)) == 1


def test_two_windows_hear_of_each_other(database: Database) -> None:
    here = leave(open_with(FAULTY), "B3", "40")
    draft = list_drafts(database)[0].draft_id
    there = open_shell("upload.py", draft=str(draft))
    leave(there, "B3", "41")
    # This window is told at its next run, and its input shows what stands by now.
    leave(here, "B4", "7")
    assert cells(here) == {"B3": "41", "B4": "7"}
    assert any("записано «41»" in item.value.replace("\\", "") for item in here.warning)
    assert read_draft(database, draft).corrections == (
        CellCorrection("Отчёт", "B3", "41"),
        CellCorrection("Отчёт", "B4", "7"),
    )


def test_a_cell_written_elsewhere_meanwhile_is_told_to_the_later_window(database: Database) -> None:
    page = leave(open_with(FAULTY), "B3", "40")
    draft = list_drafts(database)[0].draft_id
    there = Window("other", "Петрова")
    leave_cell(database, draft, CellCorrection("Отчёт", "B3", "50", "-5"), "40", there, now=datetime.now(UTC))
    leave(page, "B3", "60")
    told = " ".join(item.value.replace("\\", "") for item in page.warning)
    assert "стояло «50»; теперь здесь ваше «60»" in told
    assert read_draft(database, draft).corrections[0].now == "60"


def test_a_cell_that_the_database_does_not_take_stays_and_is_kept_later(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_with(FAULTY)

    def away(*args: object, **choices: object) -> None:
        raise StoreError("База данных не отвечает.")

    with monkeypatch.context() as broken:
        broken.setattr("pages._parts.upload_left_cells.start_draft", away)
        leave(page, "B3", "40")
    assert cells(page)["B3"] == "40"
    assert title(page).startswith("1 ошибка")
    assert any("ещё не записана" in item.value for item in page.warning)
    page.run()
    assert [item.now for item in read_draft(database, list_drafts(database)[0].draft_id).corrections] == ["40"]


def test_another_cell_of_the_table_can_be_mended_too(database: Database) -> None:
    page = open_with(FAULTY)
    next(item for item in page.text_input if item.label == "Адрес ячейки").input(" с4 ").run()
    button(page, "Добавить в таблицу").click().run()
    assert cells(page)["C4"] == "1"
    next(item for item in page.text_input if item.label == "Адрес ячейки").input("A1").run()
    button(page, "Добавить в таблицу").click().run()
    assert any("нет среди строк" in item.value for item in page.warning)


def test_what_only_the_file_can_mend_is_said(database: Database) -> None:
    page = open_with(make_report([school(FIRST, -5), school(SECOND), school(SECOND, 9)], sheets=("А",)))
    assert "B3" in cells(page)
    lost = open_with(b"not a workbook")
    assert cells(lost) == {}
    assert title(lost) == "Файл не прочитан как отчёт"


def test_the_reply_lists_what_is_left(database: Database) -> None:
    page = leave(open_with(FAULTY), "B3", "40")
    letter = page.code[0].value.replace("\u00a0", " ")
    assert "ячейка B4" in letter
    assert "ячейка B3" not in letter
    assert "Называевский, ноябрь 2020" in letter


def test_choices_are_kept_in_the_draft(database: Database) -> None:
    page = leave(open_with(FAULTY), "B3", "40")
    next(item for item in page.selectbox if item.label == "Организации").select("all").run()
    draft = read_draft(database, list_drafts(database)[0].draft_id)
    assert (draft.choices["sender"], draft.choices["scope"]) == (KEY.sender, "all")
    again = open_shell("upload.py", draft=str(draft.draft_id))
    assert next(item for item in again.selectbox if item.label == "Организации").value == "all"


def test_a_draft_of_another_window_that_was_saved_is_told(database: Database) -> None:
    page = leave(leave(open_with(FAULTY), "B3", "40"), "B4", "7")
    draft = list_drafts(database)[0].draft_id
    other = open_shell("upload.py", draft=str(draft))
    save(page)
    leave(other, "B4", "8")
    assert any("уже сохранён в другом окне" in item.value for item in other.warning)
    assert read_version(database, read_in_force(database, KEY).report_id).corrections[1].now == "7"
