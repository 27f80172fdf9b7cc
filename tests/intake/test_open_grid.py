"""What a file is, is told by its bytes; what is no workbook is named for what it is."""

import gzip

import pytest

from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.problems import make_problem
from cmn_core.reference import shipped_reference
from cmn_core.reference.budgets import read_budgets
from tests.intake.handmade import make_ods, make_package, make_xls, make_xlsx, rename_stream

XLSX = make_xlsx('<row r="1"><c r="A1"><v>7</v></c></row>')
XLS = make_xls(lambda book, sheet: sheet.write(0, 0, 7))
ODS = make_ods(
    '<table:table table:name="Лист1"><table:table-row><table:table-cell office:value-type="float" office:value="7"/>'
    "</table:table-row></table:table>"
)
CSV = "Организация;Число\nШкола;7\n".encode("cp1251")
HTML = "<html><body><table><tr><td>1</td></tr></table></body></html>"


def office_package(kind):
    types = (
        f'<Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-{kind}.main+xml"/></Types>'
    )
    links = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="main.xml"/></Relationships>'
    return make_package({"[Content_Types].xml": types, "_rels/.rels": links, "main.xml": "<x/>"})


NO_WORKBOOKS = {
    "empty": b"",
    "blanks": b" \r\n\t\n",
    "html": HTML.encode(),
    "html with a mark": ("\ufeff  \n<!DOCTYPE html>" + HTML).encode(),
    "html in utf-16": HTML.encode("utf-16"),
    "html table alone": b"<table><tr><td>1</td></tr></table>",
    "web archive": b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + HTML.encode(),
    "xml 2003": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "xml": b'<?xml version="1.0"?><note/>',
    "rtf": rb"{\rtf1\ansi text}",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "gzip": gzip.compress(b"text"),
    "empty zip": b"PK\x05\x06" + bytes(18),
    "zip of texts": make_package({"a.txt": "a", "b.txt": "b"}),
    "zip of a workbook": make_package({"report.xlsx": XLSX}),
    "docx": office_package("officedocument.wordprocessingml.document"),
    "pptx": office_package("officedocument.presentationml.presentation"),
    "odt": make_package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
    "odp": make_package({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": "<x/>"}),
    "doc": rename_stream(XLS, "WordDocument"),
    "ppt": rename_stream(XLS, "PowerPoint Document"),
    "other ole": rename_stream(XLS, "Something"),
    "plain text": "Отчёт пришлём завтра.".encode(),
    "binary": bytes(range(256)) * 4,
    "sqlite": b"SQLite format 3\0" + bytes(84),
}
FOUND = {
    "empty": "empty", "blanks": "empty",
    "html": "html", "html with a mark": "html", "html in utf-16": "html", "html table alone": "html",
    "web archive": "web_archive", "xml 2003": "xml_table", "xml": "xml", "rtf": "rtf", "pdf": "pdf",
    "png": "picture", "jpeg": "picture", "gzip": "archive", "empty zip": "archive", "zip of texts": "archive",
    "zip of a workbook": "archive", "docx": "word", "pptx": "powerpoint", "odt": "open_text", "odp": "open_other",
    "doc": "word", "ppt": "powerpoint", "other ole": "old_office", "plain text": "plain_text", "binary": "binary",
    "sqlite": "database",
}  # fmt: skip


def refusal(content, name="report.xlsx"):
    with pytest.raises(UnreadableFile) as raised:
        open_grid(content, name)
    return raised.value


@pytest.mark.parametrize("kind", NO_WORKBOOKS)
@pytest.mark.parametrize("name", ["report.xlsx", "report.xls", "report.csv"])
def test_no_workbook_is_named_for_what_it_is(kind, name):
    fault = refusal(NO_WORKBOOKS[kind], name)
    assert (fault.code, fault.details["found"]) == ("not_a_spreadsheet", FOUND[kind])


@pytest.mark.parametrize(("content", "kind"), [(XLSX, "xlsx"), (XLS, "xls"), (ODS, "ods"), (CSV, "csv")])
@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.csv", "a.doc", "a"])
def test_workbook_is_read_whatever_its_name(content, kind, name):
    grid = open_grid(content, name)
    assert grid.kind == kind
    assert [row for row in grid.sheets[0].rows if row][-1][-1] in (7, "7")


def test_reason_tells_that_the_name_promises_otherwise():
    assert refusal(HTML.encode(), "Отчёт.XLS").details["reason"] == (
        "это веб-страница (HTML), хотя имя файла оканчивается на «.xls»"
    )
    assert refusal(HTML.encode(), "Отчёт.html").details["reason"] == "это веб-страница (HTML)"


@pytest.mark.parametrize(
    "content",
    [
        rename_stream(XLS, "EncryptedPackage"),
        make_ods(
            "", parts={"META-INF/manifest.xml": "<manifest><file-entry><encryption-data/></file-entry></manifest>"}
        ),
        make_ods("", parts={"encrypted-package": b"\1\2\3"}),
    ],
    ids=["xlsx or xlsb", "ods", "ods of newer LibreOffice"],
)
def test_encrypted_workbook_is_told_to_have_a_password(content):
    assert refusal(content).code == "password_protected"


def test_zip_with_encrypted_parts_is_told_to_have_a_password():
    local, central = XLSX.index(b"PK\x03\x04"), XLSX.index(b"PK\x01\x02")
    content = bytearray(XLSX)
    content[local + 6] |= 1
    content[central + 8] |= 1
    assert refusal(bytes(content)).code == "password_protected"


def read_cut(content):
    try:
        return open_grid(content, "a").sheets
    except UnreadableFile as fault:
        return fault.code


@pytest.mark.parametrize("content", [XLSX, XLS, ODS], ids=["xlsx", "xls", "ods"])
def test_cut_workbook_is_never_read_by_halves(content):
    whole = open_grid(content, "a").sheets
    for length in range(8, len(content), max(1, len(content) // 60)):
        assert read_cut(content[:length]) in ("corrupt_file", whole), length


def test_file_over_its_budget_is_refused_before_it_is_looked_at():
    budgets = read_budgets().model_copy(update={"file_mb": 1})
    with pytest.raises(UnreadableFile) as raised:
        open_grid(b"\0" * (1024 * 1024 + 1), "a.xlsx", budgets)
    assert (raised.value.code, raised.value.details["budget"]) == ("too_large", "file")


def test_every_refusal_fills_its_problem():
    texts = shipped_reference().problem_texts
    faults = [refusal(b"%PDF-1"), refusal(XLSX[:100]), refusal(rename_stream(XLS, "EncryptedPackage"))]
    messages = [make_problem(texts, fault.code, **fault.details).message for fault in faults]
    assert messages == [
        "Файл не является электронной таблицей: это документ PDF, хотя имя файла оканчивается на «.xlsx».",
        "Файл повреждён: он обрезан или скачан не до конца.",
        "Файл защищён паролем, прочитать его нельзя.",
    ]
