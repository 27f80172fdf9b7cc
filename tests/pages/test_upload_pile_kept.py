"""A pile outlives its window: its files are drafts, the link brings them back, and nothing of them is lost."""

from streamlit.testing.v1 import AppTest

from cmn_core.store.draft_reading import list_drafts
from cmn_core.store.engine import Database
from tests.pages.shell import open_shell
from tests.pages.test_upload_pile import TARA_FILE, database, drop, open_file, pile, save_clean, verdicts  # noqa: F401 - a fixture
from tests.pages.upload_page import CHANGED, FAULTY, button, html, title

PILE = (("чистый.xlsx", TARA_FILE), ("ошибки.xlsx", FAULTY), ("резюме.docx", b"text only"))


def reload(page: AppTest) -> AppTest:
    """Open the link that stands in the address in a new window."""
    (code,) = [page.query_params[name] for name in page.query_params if name == "pile"]
    return open_shell("upload.py", pile=code if isinstance(code, str) else code[0])


def file_names(page: AppTest) -> list[str]:
    return [name for name, _ in PILE if name in html(page)]


def test_a_reload_brings_every_file_back_with_its_verdict(database: Database) -> None:  # noqa: F811
    page = pile(*PILE)
    again = reload(page)
    assert title(again) == title(page)
    assert verdicts(again) == verdicts(page)
    assert file_names(again) == [name for name, _ in PILE]
    assert len(list_drafts(database)) == len(PILE)


def test_what_was_saved_leaves_the_drafts_and_comes_back_when_undone(database: Database) -> None:  # noqa: F811
    page = save_clean(pile(*PILE))
    assert [draft.file_name for draft in list_drafts(database)] == ["резюме.docx", "ошибки.xlsx"]
    next(item for item in page.button if item.label.startswith("Отменить сохранение")).click().run()
    assert {draft.file_name for draft in list_drafts(database)} == {name for name, _ in PILE}


def test_an_opened_file_with_mended_cells_comes_back_opened_and_mended(database: Database) -> None:  # noqa: F811
    page = open_file(pile(*PILE))
    mended = next(item for item in page.text_input if (item.key or "").startswith("upload_mend_"))
    mended.set_value("5").run()
    (draft,) = [draft for draft in list_drafts(database) if draft.left_cells]
    again = open_shell("upload.py", pile=draft.choices["pile"], draft=str(draft.draft_id)).run()
    assert next(item.value for item in again.text_input if (item.key or "").startswith("upload_mend_")) == "5"
    assert "← К стопке: 3 файла" in [item.label.replace("\u00a0", " ") for item in again.button]


def test_a_pile_is_one_line_of_the_unfinished_and_can_be_deleted_and_brought_back(database: Database) -> None:  # noqa: F811
    pile(*PILE)
    page = open_shell("upload.py")
    assert "Стопка: 3 файла" in html(page)
    button(page, "Удалить").click().run()
    assert "Стопка удалена: 3 файла." in html(page)
    assert list_drafts(database) == ()
    button(page, "Вернуть").click().run()
    button(page, "Продолжить").click().run()
    assert file_names(page) == [name for name, _ in PILE]
    assert not page.exception


def test_files_added_to_a_pile_are_kept_with_it(database: Database) -> None:  # noqa: F811
    page = pile(*PILE)
    drop(page, ("ещё один.xlsx", CHANGED))
    assert len({draft.choices["pile"] for draft in list_drafts(database)}) == 1
    assert "ещё один.xlsx" in html(reload(page))


def test_a_link_to_a_pile_that_is_gone_says_so(database: Database) -> None:  # noqa: F811
    page = open_shell("upload.py", pile="0123456789ab")
    assert "Стопки из ссылки нет" in page.info[0].value
    assert not page.exception
