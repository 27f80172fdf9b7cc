"""Delimited text: encodings, delimiters, records; every value stays the text it was."""

import pytest

from cmn_core.intake.cells.csv_text import guess_delimiter
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid

TABLE = "Организация;Число\nМБОУ «СОШ № 1»;12\nЁлочка;7\n"
ROWS = [["Организация", "Число"], ["МБОУ «СОШ № 1»", "12"], ["Ёлочка", "7"]]


def read_rows(content):
    grid = open_grid(content if isinstance(content, bytes) else content.encode(), "a.csv")
    assert (grid.kind, [sheet.name for sheet in grid.sheets]) == ("csv", [None])
    return grid.sheets[0].rows


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding, line_end):
    assert read_rows(TABLE.replace("\n", line_end).encode(encoding)) == ROWS


def test_big_endian_mark():
    assert read_rows("\ufeff".encode("utf-16-be") + TABLE.encode("utf-16-be")) == ROWS


def test_last_character_that_is_cut_does_not_change_the_encoding():
    assert read_rows("Организация;Число\nШкола;12\nЁлка;шт".encode()[:-1]) == [
        ["Организация", "Число"], ["Школа", "12"], ["Ёлка", "ш"],
    ]  # fmt: skip


TITLED = "Данные о расширении, форма 1\n\nОрганизация{0}Было{0}Стало{0}Форма\n"


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize(
    "row",
    [
        "МБОУ СОШ{0}1{0}2{0}ученик – ученик",
        '"МБОУ ""СОШ""; филиал, г. Тара"{0}1{0}2{0}пара',
        '"МБОУ\nСОШ"{0}1{0}2{0}"а; б; в; г"',
        "МБОУ СОШ{0}{0}{0}",
    ],
    ids=["plain", "quoted delimiters", "quoted line end", "empty values"],
)
def test_delimiter_is_told_by_like_records(delimiter, row):
    rows = read_rows(TITLED.format(delimiter) + (row.format(delimiter) + "\n") * 3)
    assert {len(row) for row in rows[2:]} == {4}


def test_decimal_commas_are_no_delimiters():
    assert guess_delimiter("а;1,5;2,5\nб;3,5;4,5\n") == ";"
    assert guess_delimiter("а\t1,5\t2,5\nб\t3,5\t4,5\n") == "\t"


def test_text_without_columns_is_no_table():
    assert guess_delimiter("Строка\nЕщё, одна\nтретья\n") is None
    assert guess_delimiter("Организация;Было;Стало;Форма\n") == ";"


def test_values_stay_text_and_records_count_from_one():
    rows = read_rows("sep=;\nа;б\n\n007; 1 234 \n=1+1;\n;;\n'5;1,0\n")
    assert rows == [[], ["а", "б"], [], ["007", " 1 234 "], ["=1+1", None], [], ["'5", "1,0"]]


def test_stated_delimiter_wins():
    assert read_rows("sep=,\nа;1,б;2\nв;3,г;4\n") == [[], ["а;1", "б;2"], ["в;3", "г;4"]]


@pytest.mark.parametrize(("text", "record"), [('а;б\nв;"г\nд;е\n', "2"), ('а;б\nв;г\nд;"' + "е" * 140_000, "3")])
def test_open_quote_is_told_instead_of_swallowing_records(text, record):
    with pytest.raises(UnreadableFile) as raised:
        read_rows(text)
    assert raised.value.code == "corrupt_file"
    assert raised.value.details["reason"] == f"кавычка в записи {record} не закрыта"


def test_too_many_records():
    with pytest.raises(UnreadableFile) as raised:
        read_rows("а;б\n" * 51_000)
    assert raised.value.details["budget"] == "rows"
    with pytest.raises(UnreadableFile) as raised:
        read_rows("а;б\nв;г\n" + "\n" * 1_100_000)
    assert raised.value.details["budget"] == "rows"
