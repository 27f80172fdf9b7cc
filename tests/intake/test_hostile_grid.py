"""Files made to harm: each costs a sentence and little time, or is read for the little that it holds."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.reference.budgets import read_budgets
from tests.intake.handmade import make_ods, make_package, make_xlsx

ONE_CELL = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
WORD = "<si><t>слово</t></si>"
ENTITIES = '<!DOCTYPE l [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
QUICK_SECONDS = read_budgets().seconds
"""What a worker would have: wide enough for a busy machine, far less than the unguarded readers take."""


def refuse(content, **budgets):
    with pytest.raises(UnreadableFile) as raised:
        open_grid(content, "a.xlsx", read_budgets().model_copy(update=budgets))
    return raised.value


def with_zeros(megabytes, name):
    """Add a part of zeros to a small workbook."""
    buffer = BytesIO(make_xlsx(ONE_CELL, strings=WORD))
    with ZipFile(buffer, "a", ZIP_DEFLATED) as package, package.open(name, "w") as part:
        for _ in range(megabytes):
            part.write(bytes(1024 * 1024))
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["xl/media/picture.bin", "xl/worksheets/sheet9.xml"])
def test_zip_bomb_is_counted_as_it_inflates(name):
    started = time.process_time()
    fault = refuse(with_zeros(250, name))
    assert (fault.code, fault.details["budget"]) == ("too_large", "unpacked")
    assert time.process_time() - started < QUICK_SECONDS


def test_bomb_that_lies_about_its_size_is_no_exception():
    content = bytearray(with_zeros(3, "xl/media/picture.bin"))
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        entry = content.rindex(sign)
        content[entry + at : entry + at + 4] = (9).to_bytes(4, "little")
    assert refuse(bytes(content), unpacked_mb=2).code in ("too_large", "corrupt_file")


def test_same_bytes_under_many_names_count_each_time():
    """A zip whose entries share one stream inflates to all of them."""
    parts = {f"xl/media/{number}.bin": bytes(1024 * 1024) for number in range(4)}
    assert refuse(make_xlsx(ONE_CELL, strings=WORD, parts=parts), unpacked_mb=3).details["budget"] == "unpacked"


def test_too_many_parts():
    content = make_package({f"{number}.xml": "" for number in range(11)})
    assert refuse(content, zip_parts=10).details["budget"] == "parts"


@pytest.mark.parametrize(
    "content",
    [
        make_xlsx(ONE_CELL, parts={"xl/sharedStrings.xml": f"{ENTITIES}<sst><si><t>&c;</t></si></sst>"}),
        make_xlsx("", parts={"xl/worksheets/sheet1.xml": f"{ENTITIES}<worksheet><sheetData/></worksheet>"}),
        make_xlsx(ONE_CELL, parts={"xl/workbook.xml": f"{ENTITIES}<workbook>&c;</workbook>"}),
        make_xlsx(ONE_CELL, strings=WORD, parts={"xl/styles.xml": f"{ENTITIES}<styleSheet/>".encode("utf-16")}),
        make_ods("", parts={"content.xml": f"{ENTITIES}<x>&c;</x>"}),
        make_xlsx(ONE_CELL, parts={"docProps/custom.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}),
    ],
    ids=["strings", "sheet", "workbook", "styles in utf-16", "ods", "outside file"],
)
def test_declared_entities_are_refused_in_every_part(content):
    fault = refuse(content)
    assert (fault.code, fault.details["fault"]) == ("corrupt_file", "entities")


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(2, 1_000_001)),
        "".join(f'<row r="{row}"><c r="A{row}" s="1"/><c r="B{row}" s="1"/></row>' for row in range(2, 500_001)),
    ],
    ids=["rows", "rows of cells"],
)
def test_formatted_rows_without_values_leave_no_trace(rows):
    content = make_xlsx(ONE_CELL + rows, strings=WORD)
    started = time.process_time()
    assert open_grid(content, "a.xlsx").sheets[0].rows == [["слово"]]
    assert time.process_time() - started < QUICK_SECONDS


@pytest.mark.parametrize(("address", "row", "column"), [("CZ900000", 900_000, 104), ("XFD1048576", 1_048_576, 16_384)])
def test_form_with_one_far_cell_is_read(address, row, column):
    """calamine alone would lay out the rectangle: 3.7 GB and the end of the process."""
    content = make_xlsx(f'{ONE_CELL}<row r="{row}"><c r="{address}"><v>7</v></c></row>', strings=WORD)
    sheet = open_grid(content, "a.xlsx").sheets[0]
    assert (sheet.value(1, 1), sheet.value(row, column), len(sheet.rows)) == ("слово", 7, row)
    assert sheet.rows[1] is sheet.rows[row - 2]


def test_far_cell_that_is_only_formatted_does_not_count():
    content = make_xlsx(f'{ONE_CELL}<row r="1048576"><c r="XFD1048576" s="1"/></row>', strings=WORD)
    assert open_grid(content, "a.xlsx").sheets[0].rows == [["слово"]]


def test_rows_of_numbers_beyond_any_sheet_do_not_count_or_are_told():
    far = f'<row r="99999999999"/>{ONE_CELL}<row r="99999999999"><c/></row>'
    assert open_grid(make_xlsx(far, strings=WORD), "a.xlsx").sheets[0].rows == [["слово"]]
    fault = refuse(make_xlsx('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))
    assert (fault.code, fault.details["fault"]) == ("corrupt_file", "xml")


def test_second_reader_stops_where_the_values_end():
    """openpyxl would count up to an empty row's number; calamine fails on the word and hands over to it."""
    rows = '<row r="1"><c r="A1"><v>семь</v></c></row><row r="999999999"/>'
    started = time.process_time()
    assert open_grid(make_xlsx(rows), "a.xlsx").sheets[0].rows == [["семь"]]
    assert time.process_time() - started < QUICK_SECONDS


def test_repeats_with_thousands_of_digits_are_no_exception():
    cells = f'<table:table-cell table:number-columns-repeated="{"9" * 5000}"/>'
    tables = f'<table:table table:name="a"><table:table-row>{cells}</table:table-row></table:table>'
    assert open_grid(make_ods(tables), "a.ods").sheets[0].rows == []


@pytest.mark.parametrize("encoding", ["no-such", "gb18030"])
def test_encoding_that_the_parser_does_not_know_is_told(encoding):
    content = f'<?xml version="1.0" encoding="{encoding}"?><a/>'
    fault = refuse(make_ods("", parts={"meta.xml": content, "content.xml": content}))
    assert (fault.code, fault.details["fault"]) == ("corrupt_file", "xml")


def test_unknown_packing_is_told():
    content = bytearray(make_xlsx(ONE_CELL, strings=WORD))
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        entry = content.index(sign)
        content[entry + at] = 97
    fault = refuse(bytes(content))
    assert (fault.code, fault.details["fault"]) == ("corrupt_file", "package")


def numbered(count, columns="A"):
    return "".join(
        f'<row r="{row}">' + "".join(f'<c r="{letter}{row}"><v>{row}</v></c>' for letter in columns) + "</row>"
        for row in range(1, count + 1)
    )


def test_budget_of_rows_counts_values_with_room_for_headings():
    budgets = {"data_rows": 100, "spare_rows": 10}
    assert (
        len(open_grid(make_xlsx(numbered(110)), "a", read_budgets().model_copy(update=budgets)).sheets[0].rows) == 110
    )
    fault = refuse(make_xlsx(numbered(111)), **budgets)
    assert (fault.details["budget"], fault.details["limit"]) == ("rows", "100")
    assert refuse("а;б\n".encode() * 111, **budgets).details["budget"] == "rows"


def test_budget_of_cells():
    assert refuse(make_xlsx(numbered(40, "ABCDEF")), cells=200).details["budget"] == "cells"


def test_formulas_filled_down_that_give_nothing_are_no_data():
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="str"><f>""</f><v></v></c></row>' for row in range(1, 301))
    grid = open_grid(make_xlsx(rows), "a", read_budgets().model_copy(update={"data_rows": 100, "spare_rows": 10}))
    assert (grid.sheets[0].rows, len(grid.sheets[0].formulas)) == ([], 300)


def test_hidden_sheet_takes_nothing_from_the_budget():
    budgets = read_budgets().model_copy(update={"data_rows": 100, "spare_rows": 10})
    sheet = open_grid(make_xlsx(numbered(300), state="hidden"), "a", budgets).sheets[0]
    assert (sheet.hidden, sheet.rows) == (True, [])
    assert len(open_grid(make_xlsx(numbered(90), state="hidden"), "a", budgets).sheets[0].rows) == 90
