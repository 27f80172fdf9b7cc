"""Many files at one go: judged, the clean ones saved with one click, the others opened one by one, all taken back."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.period import Period
from cmn_core.reference.budgets import read_budgets
from cmn_core.store.engine import Database, open_database
from cmn_core.store.failures import StoreError
from cmn_core.store.reports import Decisions, ReportKey, read_in_force, read_versions, save_report
from tests.pages.report_files import make_report, school
from tests.pages.shell import open_shell
from tests.pages.upload_page import (
    FAULTY,
    FIRST,
    GOOD,
    KEY,
    NAZYVAYEVSK,
    SECOND,
    button,
    html,
    read_as,
    save,
    save_past_the_page,
    title,
)

TARA = "52654000"
TARA_KEY = ReportKey(TARA, "municipal", "expansion", Period(2020, 11))
TARSKIY = "Тарский муниципальный район Омской области"
TARA_FILE = make_report([school("МБОУ «Тарская гимназия»")], place=TARSKIY)


@pytest.fixture
def database(empty_database: str) -> Database:
    """Both municipalities sent a report of October: their schools are known."""
    opened = open_database(empty_database)
    october = ("01.09.2020", "01.11.2020")
    for sender, content in (
        (NAZYVAYEVSK, make_report([school(FIRST, 4), school(SECOND, 9, 0, 4)], dates=october)),
        (TARA, make_report([school("МБОУ «Тарская гимназия»", 4)], place=TARSKIY, dates=october)),
    ):
        reading = read_as(content)
        decisions = Decisions(
            sender, "municipal", "expansion", Period(2020, 10), reading.as_of, "Петрова", confirmed=True
        )
        save_report(opened, reading, content, decisions, now=datetime.now(UTC))
    return opened


def drop(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, content, "application/octet-stream") for name, content in files])
    return page.run()


def pile(*files: tuple[str, bytes]) -> AppTest:
    return drop(open_shell("upload.py"), *files)


def open_file(page: AppTest, place: int = 0) -> AppTest:
    [item for item in page.button if item.label == "Открыть"][place].click().run()
    # The page between them goes on by itself in a browser.
    return page.run()


def verdicts(page: AppTest) -> list[str]:
    return re.findall(r"aria-hidden='true'>.</b> <b>(.*?)</b>", html(page))


def save_clean(page: AppTest) -> AppTest:
    return next(item for item in page.button if item.label.startswith("Сохранить ")).click().run()


def test_clean_files_are_saved_with_one_click_and_taken_back(database: Database) -> None:
    page = pile(("а.xlsx", GOOD), ("б.xlsx", TARA_FILE))
    assert title(page) == "2 файла без замечаний"
    assert verdicts(page) == ["Замечаний нет", "Замечаний нет"]
    save_clean(page)
    assert title(page) == "сохранено 2"
    assert verdicts(page) == ["Сохранён, версия 1", "Сохранён, версия 1"]
    assert read_in_force(database, KEY) is not None
    next(item for item in page.button if item.label == "Отменить").click().run()
    assert title(page) == "1 файл без замечаний, сохранено 1"
    save_clean(page)
    next(item for item in page.button if item.label.startswith("Отменить сохранение")).click().run()
    assert title(page) == "2 файла без замечаний"
    assert read_in_force(database, KEY) is read_in_force(database, TARA_KEY) is None
    assert not page.exception


def test_what_needs_a_person_stands_first_and_only_the_clean_is_saved(database: Database) -> None:
    page = pile(
        ("чистый.xlsx", TARA_FILE), ("ошибки.xlsx", FAULTY), ("копия.xlsx", TARA_FILE), ("резюме.docx", b"text only"),
        ("пусто.xlsx", b""),
    )  # fmt: skip
    assert title(page) == "1 файл без замечаний, 3 ждут вашего решения"
    assert verdicts(page) == [
        "2 ошибки", "Не отчёт или не читается", "Не отчёт или не читается", "Замечаний нет", "Копия файла № 1",
    ]  # fmt: skip
    save_clean(page)
    assert read_in_force(database, TARA_KEY).file_name == "чистый.xlsx"
    assert read_in_force(database, KEY) is None
    assert title(page) == "3 ждут вашего решения, сохранено 1"


def test_two_versions_of_one_report_wait_for_a_choice(database: Database) -> None:
    other = make_report([school(FIRST, 6), school(SECOND, 10, 0, 4)])
    page = pile(("отчёт.xlsx", GOOD), ("отчёт.xlsx", other), ("тара.xlsx", TARA_FILE))
    assert verdicts(page)[:2] == ["Несколько файлов за один отчёт"] * 2
    save_clean(page)
    assert read_in_force(database, KEY) is None
    page.radio[0].set_value(2).run()
    assert verdicts(page)[:2] == ["Замечаний нет", "Отложен"]
    save_clean(page)
    assert [version.version for version in read_versions(database, KEY)] == [1]
    assert "Несколько файлов" not in html(page)


def test_a_file_is_opened_mended_and_saved_and_the_pile_stands(database: Database) -> None:
    page = open_file(pile(("ошибки.xlsx", FAULTY), ("тара.xlsx", TARA_FILE)))
    assert title(page).startswith("2 ошибки")
    for cell, typed in (("B3", "6"), ("B4", "11")):
        next(item for item in page.text_input if f"ячейка {cell}," in item.label).input(typed).run()
    button(page, "← К стопке: 2\u00a0файла").click().run()
    assert title(page) == "2 файла без замечаний"
    open_file(page)
    assert next(item for item in page.text_input if "ячейка B3," in item.label).value == "6"
    save(page)
    assert title(page) == "1 файл без замечаний, сохранено 1"
    assert len(read_in_force(database, KEY).corrections) == 2


def test_another_month_waits_until_it_is_accepted(database: Database) -> None:
    december = make_report([school(FIRST), school(SECOND, 10, 0, 4)], dates=("01.12.2020", "01.01.2021"))
    more = make_report([school("МБОУ «Тарская гимназия»", 6)], place=TARSKIY, owner="государственной")
    page = pile(("тара.xlsx", TARA_FILE), ("тара гос.xlsx", more), ("декабрь.xlsx", december))
    assert "Другой месяц: декабрь 2020" in verdicts(page)
    months = next(item for item in page.button_group if "Месяцы этой стопки" in item.label)
    months.set_value([*months.value, Period(2020, 12)]).run()
    assert "Другой месяц: декабрь 2020" not in verdicts(page)
    next(item for item in page.button_group if "Месяцы этой стопки" in item.label).set_value([]).run()
    assert title(page) == "3 ждут вашего решения"
    assert "Месяц не отмечен: декабрь 2020" in verdicts(page)


def test_a_template_copied_from_another_municipality_is_not_saved_by_the_click(database: Database) -> None:
    copied = make_report([school("МБОУ «Тарская гимназия»")])
    page = pile(("копия шаблона.xlsx", copied), ("х.docx", b"text only"))
    assert verdicts(page)[0] == "Чей отчёт, неясно"
    assert "В файле назван «Называевский», а организации — «Тарский»: 1 из 1" in html(page)
    open_file(page)
    assert next(item for item in page.selectbox if item.label == "Муниципалитет").value is None
    next(item for item in page.selectbox if item.label == "Муниципалитет").select(TARA).run()
    save(page)
    assert read_in_force(database, TARA_KEY) is not None
    assert read_in_force(database, KEY) is None


def test_who_saved_meanwhile_is_told_in_the_row(database: Database) -> None:
    page = pile(("а.xlsx", GOOD), ("б.xlsx", TARA_FILE))
    save_past_the_page(database, make_report([school(FIRST, 6), school(SECOND, 10, 0, 4)]))
    save_clean(page)
    # The click's own run compares anew before it saves: version 2 follows version 1 knowingly.
    assert [version.version for version in read_versions(database, KEY)] == [2, 1]


def test_a_database_that_went_away_loses_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pile(("а.xlsx", GOOD), ("б.xlsx", TARA_FILE))

    def away(*args: object, **choices: object) -> None:
        raise StoreError("База данных не отвечает.")

    with monkeypatch.context() as broken:
        broken.setattr("cmn_core.store.pile_saving.save_report", away)
        save_clean(page)
    assert "Сохранено 0 из 2" in page.warning[0].value
    assert title(page) == "2 файла без замечаний"
    save_clean(page)
    assert title(page) == "сохранено 2"


def test_names_of_senders_are_kept_with_what_is_saved(database: Database) -> None:
    page = open_file(pile(("а.xlsx", GOOD), ("б.xlsx", TARA_FILE)))
    next(item for item in page.text_input if item.label == "Кто прислал").input("Сидорова").run()
    button(page, "← К стопке: 2\u00a0файла").click().run()
    save_clean(page)
    assert [read_in_force(database, key).sent_by for key in (KEY, TARA_KEY)] == ["Сидорова", None]


def test_the_letter_to_a_municipality_tells_of_all_its_files(database: Database) -> None:
    page = pile(("а.xlsx", GOOD), ("б.xlsx", FAULTY), ("тара.xlsx", TARA_FILE))
    page.selectbox[-1].select("Называевский").run()
    letter = page.code[0].value
    assert "«а.xlsx»" in letter
    assert "«б.xlsx»" in letter
    assert "«тара.xlsx»" not in letter


@pytest.mark.parametrize(
    ("sizes", "taken", "said"),
    [([1] * 41, 40, "выбрано 41 файл"), ([11_000_000] * 10, 9, "выбрано 10 файлов, 110 МБ")],
)
def test_too_many_files_are_told_in_words(database: Database, sizes: Sequence[int], taken: int, said: str) -> None:
    page = pile(*[(f"{number}.xlsx", bytes([number]) * size) for number, size in enumerate(sizes)])
    assert said in page.warning[0].value.replace("\u00a0", " ").replace("\\", "")
    assert f"Загружено {taken} файл" in html(page)
    assert read_budgets().pile_files == 40


def test_one_file_has_no_pile_around_it(database: Database) -> None:
    page = pile(("а.xlsx", GOOD))
    assert title(page) == "Замечаний нет, можно сохранять"
    drop(page, ("б.xlsx", TARA_FILE), ("в.xlsx", FAULTY))
    assert "Загружено 2 файла" in html(page)
    button(page, "Убрать стопку, вернуться к шаблонам").click().run()
    assert title(page) == "Загрузите отчёты муниципалитетов"
