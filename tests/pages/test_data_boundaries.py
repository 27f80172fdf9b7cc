"""«Данные», границы: a file is checked and saved, the map appears on «Обзор», every step has a way back."""

from streamlit.testing.v1 import AppTest

from cmn_core.store.boundaries import read_boundaries_in_force, save_boundaries
from cmn_core.store.engine import Database, open_database
from tests.charts.square_region import make_boundaries
from tests.intake.boundary_files import DISTRICTS, feature, write_file
from tests.pages.screen_text import read_rows, read_text, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW


def open_section(content: bytes | None = None, name: str = "границы.geojson") -> AppTest:
    page = open_shell("data.py", section="boundaries")
    if content is not None:
        page.file_uploader[0].upload(name, content)
        page.run()
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    return page


def told(elements: object) -> str:
    return unescape_markdown(" ".join(item.value for item in elements))  # type: ignore[attr-defined]


def test_without_boundaries_the_section_says_what_to_do(database: Database) -> None:
    page = open_section()
    assert "Границ пока нет" in read_text(page)
    assert [button.label for button in page.main.get("button")] == []


def test_a_good_file_is_matched_saved_credited_and_taken_back(database: Database) -> None:
    page = open_section(write_file(attribution="© автор"))
    assert "Узнано 33 муниципалитета из 33." in read_text(page)
    assert ["Тарский", "52654000", "Тарский район"] in read_rows(page)
    page.text_input[0].set_value("© другой автор").run()
    press(page, "Сохранить границы")
    boundaries = read_boundaries_in_force(database)
    assert boundaries is not None
    assert (len(boundaries.shapes), boundaries.attribution) == (33, "© другой автор")
    assert "Карта показывает 33 муниципалитета из 33" in read_text(page)
    press(page, "Вернуть как было")
    assert read_boundaries_in_force(database) is None
    press(page, "Показать эти границы")
    assert read_boundaries_in_force(database) == boundaries
    press(page, "Убрать границы")
    assert read_boundaries_in_force(database) is None


def test_a_bad_file_is_refused_in_words_and_cannot_be_saved(database: Database) -> None:
    point = {"type": "Point", "coordinates": [74, 56]}
    page = open_section(write_file([feature(DISTRICTS[0]), feature(DISTRICTS[1], {"name": DISTRICTS[1].short}, point)]))
    assert f"«{DISTRICTS[1].short}»: нужен контур" in told(page.error)
    assert not [button for button in page.button if button.label == "Сохранить границы"]
    assert "не читается как GeoJSON" in told(open_section(b"<html>").error)


def test_markup_in_names_is_shown_letter_by_letter(database: Database) -> None:
    odd = feature(DISTRICTS[0], {"oktmo": DISTRICTS[0].oktmo, "name": "<img src=x> **жирно** :red[я]"})
    page = open_section(write_file([odd, feature(DISTRICTS[0], {"name": "[нет](http://x) <b>такого</b>"})]))
    shown = " ".join(block.body for block in page.get("html"))
    assert "<img" not in shown
    assert "&lt;img src=x&gt; **жирно** :red[я]" in shown
    assert "[нет](http://x) <b>такого</b>" in told(page.warning)


def test_the_overview_offers_the_map_only_once_there_are_boundaries(demo_copy: str) -> None:
    assert not open_shell("overview.py").main.get("button_group")
    save_boundaries(
        open_database(demo_copy), make_boundaries(), file_name="к.geojson", sha256="0", author="Центр", now=NOW
    )
    tiles = open_shell("overview.py")
    assert "плитками" in " ".join(chart.proto.alt for chart in tiles.get("vega_lite_chart"))
    page = open_shell("overview.py", map="shapes")
    assert not page.exception
    assert "Карта муниципалитетов в их границах" in page.get("vega_lite_chart")[1].proto.alt
    assert "«глобус» из ссылки не понято" in told(open_shell("overview.py", map="глобус").main.caption)
