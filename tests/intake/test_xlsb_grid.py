"""A binary workbook is read for its values; it is made here record by record, no library writes one."""

import struct

import pytest

from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from tests.intake.handmade import make_package

_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


def record(kind, data=b""):
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(data)]) + data


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def named_sheet(name, link, state):
    return record(156, struct.pack("<II", state, 1) + wide(link) + wide(name))


def links(*targets):
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_LINKS}">{inner}</Relationships>'


def make_xlsb(**changes):
    sheets = named_sheet("Лист1", "rId1", 0) + named_sheet("Скрытый", "rId2", 1)
    third_row = record(0, struct.pack("<III", 2, 0, 0) + bytes(13))
    number = record(5, struct.pack("<IId", 1, 0, 17.0))
    word = record(6, struct.pack("<II", 2, 0) + wide("слово"))
    used = record(148, struct.pack("<IIII", 2, 2, 1, 2))
    sheet = record(129) + used + record(145) + third_row + number + word + record(146) + record(130)
    parts = {
        "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.bin" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": links(("officeDocument", "xl/workbook.bin")),
        "xl/_rels/workbook.bin.rels": links(
            ("worksheet", "worksheets/sheet1.bin"), ("worksheet", "worksheets/sheet2.bin")
        ),
        "xl/workbook.bin": record(131) + record(143) + sheets + record(144) + record(132),
        "xl/worksheets/sheet1.bin": sheet,
        "xl/worksheets/sheet2.bin": sheet,
    }
    return make_package({**parts, **changes})


def test_values_and_visibility():
    grid = open_grid(make_xlsb(), "a.xlsb")
    assert (grid.kind, grid.has_macros) == ("xlsx", False)
    assert [(sheet.name, sheet.hidden) for sheet in grid.sheets] == [("Лист1", False), ("Скрытый", True)]
    assert grid.sheets[0].rows == [[], [], [None, 17, "слово"]]


def test_macros_are_told():
    assert open_grid(make_xlsb(**{"xl/vbaProject.bin": b"\1"}), "a.xlsb").has_macros


def test_broken_one_is_told():
    with pytest.raises(UnreadableFile) as raised:
        open_grid(make_xlsb(**{"xl/workbook.bin": b"\x83\x01\x05"}), "a.xlsb")
    assert raised.value.code == "corrupt_file"
