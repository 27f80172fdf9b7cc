"""The annotated copy: the sender's own file with its faults at their cells, whatever kind of file it was."""

import pickle
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from cmn_core.intake.annotation import annotate as annotate_module
from cmn_core.intake.annotation.annotate import annotate_workbook
from cmn_core.intake.annotation.annotate_cells import NOTE_HEADING
from cmn_core.intake.annotation.annotate_colours import severity_fill
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.marks import CORRECTIONS_SHEET
from cmn_core.intake.read_report import read_report
from tests.customer_samples import NEEDS_SAMPLES, SAMPLE_FILES, SAMPLES
from tests.intake.annotate_files import (
    FAULTS,
    PAIR,
    TABLE,
    make_csv,
    make_ods,
    make_xls,
    make_xlsm,
    make_xlsx,
    repack,
)
from tests.intake.annotated import REFERENCE, annotate, listed, opened, places

ERROR, WARNING = (severity_fill(REFERENCE.palette, severity) for severity in ("error", "warning"))


@NEEDS_SAMPLES[0]
@NEEDS_SAMPLES[1]
@pytest.mark.parametrize("name", [entry["file"] for entry in SAMPLE_FILES])
def test_samples_have_the_same_problems_in_their_copies(name):
    content = (SAMPLES / name).read_bytes()
    before, after = places(content, name), places(annotate(content, name), "copy.xlsx")
    assert [(code, cell) for code, _, cell in after] == [(code, cell) for code, _, cell in before]
    if not name.endswith(".csv"):
        assert after == before


@pytest.mark.parametrize(
    ("make", "name"), [(make_xlsx, "a.xlsx"), (make_xls, "a.xls"), (make_ods, "a.ods"), (make_csv, "a.csv")]
)
def test_every_kind_comes_back_with_the_same_problems_at_the_same_cells(make, name):
    content = make()
    copy = annotate(content, name)
    before, after = places(content, name), places(copy, "copy.xlsx")
    assert set(FAULTS) <= {(code, cell) for code, _, cell in before}
    assert [(code, cell) for code, _, cell in after] == [(code, cell) for code, _, cell in before]
    sheets = {sheet for _, sheet, _ in after}
    assert sheets == ({"Отчёт"} if name == "a.csv" else {sheet for _, sheet, _ in before})


def test_xlsm_comes_back_as_xlsx_without_macros():
    copy = annotate(make_xlsm(), "a.xlsm")
    with ZipFile(BytesIO(copy)) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower()]
        types = package.read("[Content_Types].xml").decode()
    assert "macroEnabled" not in types
    assert "spreadsheetml.sheet.main+xml" in types
    before = places(make_xlsm(), "a.xlsm")
    assert before[0] == ("macros_ignored", None, None)
    assert places(copy, "copy.xlsx") == before[1:]
    assert any("Макросы" in str(cell.value) for cell in opened(copy)[CORRECTIONS_SHEET]["A"])


def test_faulty_cells_are_coloured_by_severity_and_others_keep_their_look():
    sheet = opened(annotate(make_xlsx(), "a.xlsx"))["Лист1"]
    fills = {cell: sheet[cell].fill.fgColor.rgb[-6:] for cell in ("C6", "D7", "F8", "A4")}
    assert fills == {"C6": ERROR, "D7": ERROR, "F8": WARNING, "A4": "FFFF00"}
    assert sheet["A4"].font.bold
    assert sheet["B5"].fill.fill_type is None


def test_note_tells_title_message_and_remedy():
    note = opened(annotate(make_xlsx(), "a.xlsx"))["Лист1"]["C6"].comment.text
    (problem,) = [item for item in read_report(make_xlsx(), "a.xlsx").problems if item.cell == "C6"]
    assert note.startswith(NOTE_HEADING)
    assert f"Ошибка. {REFERENCE.problem_texts['missing_count'].title}." in note
    assert problem.message in note
    assert f"Что сделать: {problem.remedy}" in note


def test_several_problems_of_a_cell_stand_in_one_note_with_the_worst_colour():
    rows = [*TABLE, ("=МБОУ «Пятaя СОШ»", 1, 1, 1, "Вместе", PAIR)]
    content = make_xlsx(rows=rows)
    codes = [code for code, _, cell in places(content, "a.xlsx") if cell == "A9"]
    assert sorted(codes) == ["formula_injection_text", "mixed_script"]
    note = opened(annotate(content, "a.xlsx"))["Лист1"]["A9"].comment.text
    assert note.count(NOTE_HEADING) == 1
    assert all(REFERENCE.problem_texts[code].title in note for code in codes)


def test_senders_note_is_kept_and_extended():
    content = make_xlsx(lambda workbook, sheet: sheet.write_comment("C6", "Уточняю у школы", {"author": "Школа"}))
    comment = opened(annotate(content, "a.xlsx"))["Лист1"]["C6"].comment
    assert comment.text.startswith("Уточняю у школы")
    assert NOTE_HEADING in comment.text
    assert comment.author == "Школа"


def test_mended_cell_of_an_annotated_copy_looks_mended():
    content = make_xlsx(lambda workbook, sheet: sheet.write_comment("C6", "Уточняю у школы"))
    workbook = opened(annotate(content, "a.xlsx"))
    workbook["Лист1"]["C6"].value = 5
    buffer = BytesIO()
    workbook.save(buffer)
    again = opened(annotate(buffer.getvalue(), "a.xlsx"))
    assert again.sheetnames == [CORRECTIONS_SHEET, "Лист1"]
    sheet = again["Лист1"]
    assert sheet["C6"].comment.text == "Уточняю у школы"
    assert sheet["C6"].fill.fill_type is None
    assert sheet["D7"].comment.text.count(NOTE_HEADING) == 1


def test_list_stands_first_with_a_link_to_each_cell():
    copy = annotate(make_xlsx(name="Лист 'один' 2"), "a.xlsx")
    workbook = opened(copy)
    assert workbook.sheetnames[0] == CORRECTIONS_SHEET
    assert workbook.active.title == CORRECTIONS_SHEET
    assert [sheet.sheet_view.tabSelected for sheet in workbook] == [True, False]
    assert [(row[0], row[1], row[2], row[3]) for row in listed(copy)] == [
        ("Ошибка", "Лист 'один' 2", "C6", None),
        ("Ошибка", "Лист 'один' 2", "D7", "пять"),
        ("Предупреждение", "Лист 'один' 2", "F8", "студент – студент"),
    ]
    links = [
        cell.hyperlink.location for row in workbook[CORRECTIONS_SHEET].iter_rows() for cell in row if cell.hyperlink
    ]
    assert links == ["'Лист ''один'' 2'!C6", "'Лист ''один'' 2'!D7", "'Лист ''один'' 2'!F8"]


def test_list_prints_on_a4_landscape_one_page_wide():
    sheet = opened(annotate(make_xlsx(), "a.xlsx"))[CORRECTIONS_SHEET]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows


def test_clean_file_says_that_nothing_is_wrong():
    clean = make_xlsx(rows=TABLE[:5])
    sheet = opened(annotate(clean, "a.xlsx"))[CORRECTIONS_SHEET]
    texts = [cell.value for cell in sheet["A"] if cell.value]
    assert "Замечаний нет: исправлять нечего, отчёт можно сохранять." in texts
    assert "№" not in texts


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.xlsx", "not_a_spreadsheet"),
        (b"%PDF-1.4 no table", "a.xlsx", "not_a_spreadsheet"),
        (make_xlsx()[:2000], "a.xlsx", "corrupt_file"),
    ],
)
def test_unreadable_file_comes_back_as_the_list_alone(content, name, code):
    assert [item[0] for item in places(content, name)] == [code]
    copy = annotate(content, name)
    assert opened(copy).sheetnames == [CORRECTIONS_SHEET]
    assert [row[1] for row in listed(copy)] == ["весь файл"]


def test_giant_file_comes_back_as_the_list_alone(monkeypatch):
    monkeypatch.setattr(annotate_module, "MOST_MARKED_ROWS", 5)
    copy = annotate(make_xlsx(), "a.xlsx")
    assert opened(copy).sheetnames == [CORRECTIONS_SHEET]
    assert [(row[1], row[2]) for row in listed(copy)] == [("Лист1", cell) for _, cell in FAULTS]
    texts = [str(cell.value) for cell in opened(copy)[CORRECTIONS_SHEET]["A"]]
    assert any("ячейки не закрашены" in text for text in texts)


def test_list_leaves_the_copy_readable_however_many_problems(monkeypatch):
    monkeypatch.setattr(annotate_module, "_room", lambda grid: 2)
    copy = annotate(make_xlsx(), "a.xlsx")
    rows = [row for row in listed(copy) if row[0]]
    assert [row[2] for row in rows] == ["C6", "D7"]
    texts = [str(cell.value) for cell in opened(copy)[CORRECTIONS_SHEET]["A"]]
    assert "Показаны первые 2 из 3: исправьте их и проверьте файл снова." in texts


def test_wrong_form_is_marked_at_its_heading():
    content = make_xlsx(rows=[("Школа", "Организация", "Форма наставничества", "Программа", "Примечание")])
    copy = annotate(content, "a.xlsx")
    assert places(copy, "copy.xlsx") == places(content, "a.xlsx")
    assert len(listed(copy)) == 1


def test_what_the_sender_set_up_is_kept():
    def add(workbook, sheet):
        sheet.set_column("B:B", 33)
        sheet.set_row(4, 40, None, {"hidden": True})
        sheet.merge_range("A10:A11", "МБОУ «Шестая СОШ»")
        sheet.data_validation("B5:B20", {"validate": "integer", "criteria": ">=", "value": 0})
        sheet.conditional_format(
            "B5:B20", {"type": "cell", "criteria": ">", "value": 5, "format": workbook.add_format()}
        )
        sheet.freeze_panes(4, 1)
        workbook.add_worksheet("Черновик").hide()
        workbook.set_custom_property("cmn_layout", "expansion", "text")

    content = make_xlsx(add)
    workbook = opened(annotate(content, "a.xlsx"))
    sheet = workbook["Лист1"]
    assert round(sheet.column_dimensions["B"].width) == 34
    assert sheet.row_dimensions[5].hidden
    assert "A10:A11" in {str(area) for area in sheet.merged_cells.ranges}
    rules: list[DataValidation] = sheet.data_validations.dataValidation
    assert [str(rule.sqref) for rule in rules] == ["B5:B20"]
    assert [str(found.sqref) for found in sheet.conditional_formatting] == ["B5:B20"]
    assert sheet.freeze_panes == "B5"
    assert workbook["Черновик"].sheet_state == "hidden"
    assert [item.value for item in workbook.custom_doc_props.props] == ["expansion"]
    assert places(annotate(content, "a.xlsx"), "copy.xlsx") == places(content, "a.xlsx")


def test_merged_count_is_marked_at_the_cell_that_shows():
    def add(workbook, sheet):
        sheet.merge_range("A9:A10", "МБОУ «Пятая СОШ»")
        for column in "BCD":
            sheet.merge_range(f"{column}9:{column}10", "много" if column == "B" else 1)
        for row in (9, 10):
            sheet.write_string(f"E{row}", f"Программа {row}")
            sheet.write_string(f"F{row}", PAIR)

    sheet = opened(annotate(make_xlsx(add), "a.xlsx"))["Лист1"]
    assert sheet["B9"].fill.fgColor.rgb[-6:] == ERROR
    assert sheet["B9"].comment


def test_drawings_that_may_be_lost_are_told_of():
    def add(workbook, sheet):
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Лист1!$B$5:$B$8"})
        sheet.insert_chart("H2", chart)

    texts = [cell.value for cell in opened(annotate(make_xlsx(add), "a.xlsx"))[CORRECTIONS_SHEET]["A"]]
    assert any("рисунки, диаграммы" in str(text) for text in texts)
    plain = [cell.value for cell in opened(annotate(make_xlsx(), "a.xlsx"))[CORRECTIONS_SHEET]["A"]]
    assert not any("рисунки, диаграммы" in str(text) for text in plain)


def test_hostile_names_stay_text():
    hostile = '=HYPERLINK("http://x","<b>")'
    rows = [*TABLE, (hostile, "=1+1", 1, 1, "@SUM(A1)", "<script>")]
    copy = annotate(make_xlsx(rows=rows, name="=cmd"), "=cmd.xlsx")
    workbook = opened(copy)
    assert workbook["=cmd"]["A9"].data_type == "s"
    cells = [cell for row in workbook[CORRECTIONS_SHEET].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert hostile in {cell.value for cell in cells}


def test_formula_into_another_file_keeps_its_value_and_its_warning():
    def link(xml):
        return xml.replace('<c r="B5"><v>10</v></c>', '<c r="B5"><f>[1]Лист1!$A$1</f><v>10</v></c>')

    relation = (
        '<Relationship Id="rIdLink" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    part = (
        '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.externalLink+xml"/></Types>'
    )
    book = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1">'
        '<sheetNames><sheetName val="Лист1"/></sheetNames></externalBook></externalLink>'
    )
    target = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        'Target="file:///C:/other.xlsx" TargetMode="External"/></Relationships>'
    )
    content = repack(
        make_xlsx(),
        {
            "xl/worksheets/sheet1.xml": link,
            "xl/_rels/workbook.xml.rels": lambda xml: xml.replace("</Relationships>", relation),
            "[Content_Types].xml": lambda xml: xml.replace("</Types>", part),
            "xl/workbook.xml": lambda xml: xml.replace(
                "</sheets>", '</sheets><externalReferences><externalReference r:id="rIdLink"/></externalReferences>'
            ),
        },
        add=[
            ("xl/externalLinks/externalLink1.xml", book.encode()),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", target.encode()),
        ],
    )
    copy = annotate(content, "a.xlsx")
    assert ("external_link", "Лист1", "B5") in places(content, "a.xlsx")
    assert places(copy, "copy.xlsx") == places(content, "a.xlsx")
    assert opened(copy, data_only=True)["Лист1"]["B5"].value == 10
    assert opened(copy)["Лист1"]["B5"].value == "=[1]Лист1!$A$1"


def test_what_openpyxl_cannot_load_comes_back_as_the_same_cells(monkeypatch):
    import cmn_core.intake.annotation.annotate_own as own

    def refuse(content):
        raise ValueError("not for me")

    monkeypatch.setattr(own, "load_own", refuse)
    content = make_xlsx()
    copy = annotate(content, "a.xlsx")
    assert places(copy, "copy.xlsx") == places(content, "a.xlsx")
    texts = [cell.value for cell in opened(copy)[CORRECTIONS_SHEET]["A"]]
    assert any("Оформление исходного файла" in str(text) for text in texts)


def test_broken_styles_do_not_cost_the_copy():
    content = repack(make_xlsx(), {"xl/styles.xml": lambda xml: xml.replace("<cellXfs", "<cellXfsBroken")})
    copy = annotate(content, "a.xlsx")
    assert places(copy, "copy.xlsx") == places(content, "a.xlsx")


def test_copy_that_would_read_otherwise_is_not_given_out(monkeypatch):
    import cmn_core.intake.annotation.annotate_stored as stored

    monkeypatch.setattr(stored, "restore_stored_values", lambda content, cells: content)
    content = make_xlsx(lambda workbook, sheet: sheet.write_formula("B5", "=5+5", None, 10))
    grid = annotate_module.open_grid(content, "a.xlsx")
    reading = read_report(content, "a.xlsx")
    assert annotate_module._annotate_own(content, grid, reading, REFERENCE) is None


def test_works_in_a_worker_process():
    assert pickle.loads(pickle.dumps(annotate_workbook)) is annotate_workbook
    pickle.dumps((make_xlsx(), read_report(make_xlsx(), "a.xlsx"), REFERENCE))


def test_the_list_tells_what_was_changed_by_hand():
    content = make_xlsx()
    corrections = (CellCorrection("Отчёт", "C5", "3", "-3"), CellCorrection(None, "D6", "", "много"))
    reading = replace(read_report(content, "a.xlsx"), corrections=corrections)
    sheet = opened(annotate_workbook(content, reading, REFERENCE))[CORRECTIONS_SHEET]
    told = [row[0].value for row in sheet.iter_rows() if row[0].value]
    assert "Исправлено при загрузке, в файле стоит прежнее: Отчёт, C5: -3 → 3, D6: много → пусто." in told
