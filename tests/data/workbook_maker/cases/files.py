"""Files that are not what their name says, and parts of files that must never run."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from tests.data.workbook_maker.fixed_zip import repack
from tests.data.workbook_maker.form_cells import FIRST, GOOD, HEADING, book
from tests.data.workbook_maker.truth import REFUSED, Case, Truth, data, fault
from tests.data.workbook_maker.write_csv import write_csv
from tests.data.workbook_maker.write_ods import write_ods
from tests.data.workbook_maker.write_xls import write_xls
from tests.data.workbook_maker.write_xlsx import write_xlsx

_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_PART = (
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>'
)


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    good = Truth(data(FIRST, GOOD))
    xlsx, xls, ods = write_xlsx(book(GOOD)), write_xls(book(GOOD)), write_ods(book(GOOD))
    csv = write_csv([*HEADING, *GOOD])
    return [
        Case("macros.xlsm", "Macros are told of and never run", _with_macros(xlsx),
             replace(good, problems=[fault("macros_ignored", None, None)])),
        Case("named_ods_is_xlsx.ods", "Content, not the name, tells the kind", xlsx, good),
        Case("named_xlsx_is_xls.xlsx", "Content, not the name, tells the kind", xls, good),
        Case("named_xls_is_ods.xls", "Content, not the name, tells the kind", ods, good),
        Case("named_xls_is_csv.xls", "Text under the name of a workbook is a table all the same", csv,
             Truth(data(FIRST, GOOD, None))),
        Case("without_extension", "A name without an extension", xlsx, good),
        _refused("nothing.xlsx", "0 bytes", b"", "not_a_spreadsheet"),
        _refused("nothing.csv", "0 bytes", b"", "not_a_spreadsheet"),
        _refused("picture.xlsx", "A picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_spreadsheet"),
        _refused("letter.xls", "A Word document under the name of a workbook", _word(), "not_a_spreadsheet"),
        _refused("page_not_found.xlsx", "A page of a site without a table",
                 "<!DOCTYPE html><html><body><h1>404</h1><p>Не найдено</p></body></html>".encode(),
                 "not_a_spreadsheet"),
        _refused("cut.xlsx", "A workbook cut in half", xlsx[: len(xlsx) // 2], "corrupt_file"),
        _refused("cut.ods", "A workbook cut in half", ods[: len(ods) // 2], "corrupt_file"),
        _refused("cut.xls", "A workbook cut in half", xls[: len(xls) // 2], "corrupt_file"),
    ]  # fmt: skip


def _refused(file: str, rule: str, content: bytes, code: str) -> Case:
    return Case(file, rule, content, replace(REFUSED, problems=[fault(code, None, None)]))


def _with_macros(xlsx: bytes) -> bytes:
    def mark(name: str, data: bytes) -> bytes:
        if name != "[Content_Types].xml":
            return data
        override = (
            b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
        )
        return data.replace(_PLAIN, _MACROS).replace(b"</Types>", override)

    return repack(xlsx, mark, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)})


def _word() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{_WORD_PART}</Types>')
        package.writestr("word/document.xml", "<w:document/>")
    return repack(buffer.getvalue())
