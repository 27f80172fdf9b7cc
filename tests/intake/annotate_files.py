"""Files of every kind with known faults, for the annotated copy: C6 empty, D7 a word, and what a test adds."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

TITLE = (
    "Данные о расширении практик наставничества среди обучающихся в муниципальные образовательные "
    "организации Омской области в возрасте от 10 до 19 лет"
)
CAPTIONS = (
    "Наименование муниципальной образовательной организации",
    "Привлечено в программы наставничества на 01.10.2020, чел.",
    "Количество вовлеченных обучающихся – наставников на 23.11.2020, чел.",
    "Количество вовлеченных обучающихся – наставляемых на 23.11.2020, чел.",
    "Наименование программы наставничества",
    "Форма наставничества",
)
PAIR = "ученик – ученик"
ROWS = (
    ("МБОУ «Первая СОШ»", 10, 2, 3, "Вместе", PAIR),
    ("МБОУ «Вторая СОШ»", 20, None, 4, "Вместе", PAIR),
    ("МБОУ «Третья СОШ»", 30, 5, "пять", "Вместе", PAIR),
    ("МБОУ «Четвёртая СОШ»", 40, 6, 7, "Вместе", "студент – студент"),
)
"""From row 5: row 6 has an empty count, row 7 a word, row 8 an own form."""
FAULTS = [("missing_count", "C6"), ("not_a_number", "D7"), ("own_form", "F8")]
TABLE = [(TITLE,), (), (), CAPTIONS, *ROWS]
"""Row 4 holds the captions."""


def make_xlsx(add=lambda workbook, sheet: None, *, rows=TABLE, name="Лист1", options=None):
    """Write the table and whatever `add` puts beside it."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **(options or {})}) as workbook:
        sheet = workbook.add_worksheet(name)
        bold = workbook.add_format({"bold": True, "bg_color": "#FFFF00"})
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    sheet.write_string(row, column, value, bold if row == 3 else None)
                elif value is not None:
                    sheet.write_number(row, column, value)
        add(workbook, sheet)
    return buffer.getvalue()


def repack(content, changes, *, add=()):
    """Rewrite parts of a package: `changes` maps a name to a function of its text; `add` gives (name, bytes)."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename in changes:
                data = changes[entry.filename](data.decode("utf-8")).encode("utf-8")
            target.writestr(entry.filename, data)
        for name, data in add:
            target.writestr(name, data)
    return buffer.getvalue()


def make_xlsm():
    """Write the table as a workbook with a macro part."""
    plain, macro = (
        f"application/vnd.{kind}.main+xml"
        for kind in ("openxmlformats-officedocument.spreadsheetml.sheet", "ms-excel.sheet.macroEnabled")
    )
    relation = (
        '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/></Relationships>'
    )
    part = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override'
    return repack(
        make_xlsx(),
        {
            "[Content_Types].xml": lambda xml: xml.replace(plain, macro).replace("<Override", part, 1),
            "xl/_rels/workbook.xml.rels": lambda xml: xml.replace("</Relationships>", relation),
        },
        add=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not a real macro")],
    )


def make_xls():
    """Write the table with a date in place of a count and a hidden row, as Excel 97 would."""
    import datetime

    import xlwt

    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Лист1")
    for row, values in enumerate(TABLE):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value)
    date_style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for column, value in enumerate(("МБОУ «Пятая СОШ»", 50, datetime.date(2020, 10, 1), 1, "Вместе", PAIR)):
        sheet.write(8, column, value, *([date_style] if column == 2 else []))
    sheet.row(4).hidden = True
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def make_ods():
    """Write the table in OpenDocument, with a formula that has a value and one that is an error."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="Лист1")
    for values in (*TABLE, ("МБОУ «Пятая СОШ»", "=sum", "=error", 1, "Вместе", PAIR)):
        row = TableRow()
        for value in values or (None,):
            row.addElement(_ods_cell(value, TableCell, P))
        table.addElement(row)
    document.spreadsheet.addElement(table)
    buffer = BytesIO()
    document.write(buffer)
    return buffer.getvalue()


def _ods_cell(value, cell_type, paragraph):
    if value is None:
        return cell_type()
    if value == "=sum":
        cell = cell_type(valuetype="float", value=100, formula="of:=SUM([.B5:.B8])")
    elif value == "=error":
        cell = cell_type(valuetype="string", stringvalue="#REF!", formula="of:=[.#REF!]")
        value = "#REF!"
    elif isinstance(value, int):
        cell = cell_type(valuetype="float", value=value)
    else:
        cell = cell_type(valuetype="string")
    cell.addElement(paragraph(text="100" if value == "=sum" else str(value)))
    return cell


def make_csv():
    """Write the table as a Russian Excel saves a csv."""
    lines = [";".join("" if value is None else str(value) for value in values) for values in TABLE]
    return "\r\n".join(lines).encode("cp1251")
