"""What the page says of a dropped file: its faults beside their cells, whose it is, what costs a sentence."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmn_core.period import Period, period_of
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.reports import (
    ReportKey,
    read_in_force,
)
from cmn_core.wording import format_period
from pages._parts import upload_html
from tests.pages.offered_files import list_offers
from tests.pages.report_files import make_report, school
from tests.pages.shell import open_shell
from tests.pages.upload_page import (
    FAULTY,
    FIRST,
    GOOD,
    KEY,
    NAZYVAYEVSK,
    NOVEMBER,
    OMSK,
    SAVE,
    SECOND,
    box,
    button,
    drop,
    html,
    look_in_file,
    open_with,
    save,
    save_past_the_page,
    title,
)


def test_an_empty_page_says_what_to_do(database: Database) -> None:
    page = open_shell("upload.py")
    assert title(page) == "Загрузите отчёты муниципалитетов"
    last_month = period_of(datetime.now(UTC).date().replace(day=1))
    assert list_offers(page) == [
        f"Скачать шаблон за {format_period(last_month)}",
        "Скачать шаблон отчёта",
        f"Скачать шаблон на {datetime.now(UTC).year} год",
    ]
    assert len(page.file_uploader) == 1
    assert not page.exception
    assert not page.error


def test_faults_stand_beside_their_cells(database: Database) -> None:
    page = look_in_file(open_with(FAULTY))
    assert title(page) == "2 ошибки: исправьте здесь или в своём файле"
    shown = html(page)
    assert re.findall(r"<b>([A-Z]\d+)</b>", shown) == ["B3", "B4"]
    # The sender's own row, the faulty cell marked by a sign and not by colour alone.
    assert "<td class='up-cell-error up-here'><span class='up-sign' aria-hidden='true'>✕</span>-5</td>" in shown
    assert list_offers(page) == ["Скачать файл с пометками"]
    assert SAVE not in [item.label for item in page.button]
    assert read_in_force(database, KEY) is None


def test_problems_are_counted_and_filtered(database: Database) -> None:
    page = look_in_file(open_with(make_report([school(FIRST, -5), school(SECOND, "-", 9_000)])))
    control = page.segmented_control[1]
    assert [option.content.replace("\u00a0", " ") for option in control.proto.options] == [
        "Все: 3",
        "1 ошибка",
        "1 предупреждение",
        "1 пометка",
    ]
    control.set_value("warning").run()
    assert re.findall(r"<b>([A-Z]\d+)</b>", html(page)) == ["C4"]


def test_the_sender_is_asked_where_the_file_does_not_tell(database: Database) -> None:
    page = open_with(make_report([school(FIRST)], place="Отчёт"), "Омский.xlsx")
    assert box(page, "Муниципалитет").value is None
    assert SAVE not in [item.label for item in page.button]
    box(page, "Муниципалитет").set_value(OMSK).run()
    save(page)
    assert read_in_force(database, ReportKey(OMSK, "municipal", "expansion", NOVEMBER)) is not None


def test_known_organisations_tell_the_sender(database: Database) -> None:
    save_past_the_page(database, GOOD)
    page = open_with(make_report([school(FIRST), school(SECOND)], place="Отчёт"))
    assert box(page, "Муниципалитет").value == NAZYVAYEVSK
    assert "узнан по организациям: 2 из 2" in [item.value.replace("\\", "") for item in page.caption]


def test_a_sender_or_month_against_the_files_own_is_an_error(database: Database) -> None:
    page = open_with(GOOD)
    box(page, "Муниципалитет").set_value(OMSK).run()
    assert title(page) == "1 ошибка: исправьте здесь или в своём файле"
    assert "составлен по муниципалитету «Называевский», а выбран «г. Омск»" in html(page)
    box(page, "Муниципалитет").set_value(NAZYVAYEVSK).run()
    box(page, "Отчётный месяц").set_value(NOVEMBER.shifted(-1)).run()
    assert "Отчёт за ноябрь 2020, а ожидается за октябрь 2020" in html(page)
    box(page, "Отчётный месяц").set_value(NOVEMBER).run()
    assert title(page) == "Замечаний нет, можно сохранять"


def test_the_month_is_asked_where_the_file_has_no_dates(database: Database) -> None:
    page = open_with(make_report([school(FIRST)], dates=None))
    month = box(page, "Отчётный месяц")
    assert month.value is None
    latest = Period(*map(int, re.findall(r"\d+", str(datetime.now(UTC).date()))[:2]))
    month.set_value(latest.shifted(-2)).run()
    save(page)
    saved = read_in_force(database, ReportKey(NAZYVAYEVSK, "municipal", "expansion", latest.shifted(-2)))
    assert saved is not None
    # As for `cmn import --period`: the first day of the next month.
    assert saved.as_of == latest.shifted(-2).closing_date


def test_a_sheet_may_be_left_out(database: Database) -> None:
    page = open_with(make_report([school(FIRST)], sheets=("Отчёт", "Черновик")))
    assert title(page).startswith("1 ошибка")
    page.multiselect[0].set_value(["Отчёт"]).run()
    assert title(page) == "Замечаний нет, можно сохранять"
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "пусто.xlsx", "пустой файл"),
        (b"{\\rtf1 hello}", "отчёт.rtf", "не является электронной таблицей"),
        (GOOD[: len(GOOD) // 2], "обрезан.xlsx", "повреждён"),
        ("Название;Сколько;Где\nа;1;2\n".encode(), "чужая.csv", "Это не форма отчёта"),
    ],
)
def test_what_is_no_report_costs_a_sentence(database: Database, content: bytes, name: str, words: str) -> None:
    page = open_with(content, name)
    assert title(page).startswith(("Файл не прочитан", "1 ошибка"))
    assert words in html(page)
    assert not page.exception
    drop(page, GOOD)
    assert title(page) == "Замечаний нет, можно сохранять"


def test_texts_of_a_file_are_never_markup(database: Database) -> None:
    name = 'МБОУ <script>alert(1)</script> «Школа» **жирный** <img src=x onerror="alert(2)">'
    save_past_the_page(database, make_report([school(name, 1)]))
    for rows in (
        [school(name, -5)],
        [school(name, 9)],
        [school(name, 9), school(name, 9, programme='<b>=HYPERLINK("x")')],
    ):
        page = open_with(make_report(rows), "<i>отчёт</i>.xlsx")
        shown = html(page)
        assert "&lt;script&gt;" in shown
        assert not re.search(r"<(script|img|i>отчёт)", shown)
        assert not [item for item in page.markdown if "<script" in item.value.replace("\\<", "")]


def test_the_file_outlives_leaving_the_page_and_is_read_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pages._parts.upload_reading as reading

    read: Callable[..., object] = reading.check_file_apart
    calls: list[str] = []

    def count(content: bytes, name: str, *rest: object) -> object:
        calls.append(name)
        return read(content, name, *rest)

    monkeypatch.setattr(reading, "check_file_apart", count)
    page = open_with(GOOD)
    box(page, "Организации").set_value("state").run()
    page.switch_page("help.py").run()
    page.switch_page("upload.py").run()
    assert title(page) == "Замечаний нет, можно сохранять"
    assert box(page, "Организации").value == "state"
    assert calls == ["отчёт.xlsx"]


def test_the_colours_are_those_of_the_palette() -> None:
    palette = shipped_reference().palette
    known = {palette.ink, palette.muted, palette.line, palette.none, palette.accent, palette.warning, palette.error}
    known |= {palette.below[0], palette.above[0]} | {"#CFD6DE", "#F5F6F8", "#FFFFFF"}
    style = Path(upload_html.__file__).with_name("upload.css").read_text(encoding="utf-8")
    written = {colour[:7].upper() for colour in re.findall(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?\b", style)}
    assert written <= {colour.upper() for colour in known}


def test_a_file_may_be_taken_away(database: Database) -> None:
    page = open_with(FAULTY)
    button(page, "Убрать файл, вернуться к шаблонам").click().run()
    assert title(page) == "Загрузите отчёты муниципалитетов"
    assert "Скачать шаблон отчёта" in list_offers(page)
