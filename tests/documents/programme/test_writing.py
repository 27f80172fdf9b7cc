"""The document of a programme, read back: its text, its tables, its structure as Word wants it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from cmn_core.documents.programme.tables import fit_widths
from cmn_core.documents.programme.writing import write_programme
from cmn_core.programme.blocks import ContentsBlock, FormRow, GridTable, Heading, Listing, Paragraph
from tests.documents.programme.made_blocks import (
    APPROVAL,
    MODELS,
    SEEN_HOSTILE,
    SMALL,
    STAGES,
    TITLE,
    hostile_blocks,
    many_models,
)
from tests.documents.programme.schema_order import misplaced

ALL = {"small": SMALL, "hostile": hostile_blocks(), "forty": (TITLE, Heading(1, "Формы"), many_models(40)), "bare": ()}
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MM = 36_000


def opened(blocks, **choices):
    return Document(BytesIO(write_programme(blocks, **choices)))


def texts(document, style):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


@pytest.fixture(scope="module")
def small():
    return opened(SMALL)


def test_headings_are_real_and_in_their_order(small):
    assert texts(small, "Heading 1") == ["Пояснительная записка", "Основания", "Формы"]
    assert texts(small, "Heading 2") == ["Этапы"]


def test_paragraphs_lists_and_the_title_page_say_what_the_blocks_say(small):
    assert texts(small, "Body Text") == ["Первая строка.", "Вторая строка.", "Далее."]
    assert texts(small, "List Number") == ["закон;", "приказ.", "письмо."]
    assert texts(small, "List Bullet") == ["первая задача;", "вторая задача."]
    assert texts(small, "Title") == [TITLE.title]
    assert texts(small, "Subtitle") == [TITLE.organisation, TITLE.school_year]
    agreed, approved = small.tables[0].rows[0].cells
    assert tuple(line.text for line in agreed.paragraphs) == APPROVAL.agreed
    assert tuple(line.text for line in approved.paragraphs) == APPROVAL.approved


def test_the_seeds_table_has_two_columns_its_caption_over_it_and_a_heading_on_each_page(small):
    table = small.tables[1]
    caption = table._tbl.getprevious()
    assert caption.text == MODELS.caption
    assert [cell.text for cell in table.rows[0].cells] == list(MODELS.heading)
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["Ученик – ученик", "«лидер – последователь» – поддержка;\n«равный – равному»."],
        ["работодатель – команда", ""],
    ]
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False, False]
    assert small.styles["Caption"].paragraph_format.keep_with_next
    assert {line.style.name for line in table.rows[1].cells[1].paragraphs} == {"Пункт таблицы"}


def test_another_table_has_the_columns_and_the_widths_of_its_block(small):
    table = small.tables[2]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(STAGES.heading), *map(list, STAGES.rows)]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    # 20, 16 and 64 per cent of 9 355 twentieths of a point.
    assert widths == [1871, 1497, 5987]
    assert [round(cell.width.twips) for cell in table.rows[1].cells] == widths


def test_a_column_that_would_break_a_word_takes_room_from_one_that_has_some():
    # Thirteen bold signs of 170 and two margins are 2 426; a tenth of 10 000 is less.
    table = GridTable("", ("Ответственные", "Б"), (("да", "нет"),), (1, 9))
    assert fit_widths(table, 10_000) == [2426, 7574]
    # Where nobody has room, the shares stand.
    assert fit_widths(table, 2_500) == [250, 2250]
    long = GridTable("", ("А", "Б"), (("Ы" * 300, "нет"),), (1, 9))
    # A word of 300 signs counts as twelve of 145.
    assert fit_widths(long, 10_000) == [1956, 8044]


def test_a_paragraph_that_leads_to_a_list_stays_with_it():
    document = opened([Paragraph("Задачи:"), Listing(("первая;", "вторая.")), Paragraph("Далее.")])
    assert [line.paragraph_format.keep_with_next for line in document.paragraphs] == [True, None, None, None]


def test_short_rows_stay_whole_and_long_ones_are_parted(small):
    whole = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in small.tables[2].rows]
    assert whole == [True, True, False]


def test_the_page_is_that_of_an_official_document(small):
    (section,) = small.sections
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin / _MM) for margin in margins] == [30, 15, 20, 20]
    assert (round(section.page_width / _MM), round(section.page_height / _MM)) == (210, 297)
    body = small.styles["Body Text"]
    assert (body.font.size.pt, body.paragraph_format.line_spacing) == (14, 1.5)
    assert round(body.paragraph_format.first_line_indent.cm, 2) == 1.25
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.footer._element, encoding="unicode")
    assert [line.text for line in section.first_page_footer.paragraphs] == [TITLE.place_and_year]


def test_each_numbered_list_begins_with_one(small):
    numbers = [
        paragraph._p.pPr.numPr.numId.val if paragraph._p.pPr.numPr is not None else None
        for paragraph in small.paragraphs
        if paragraph.style.name == "List Number"
    ]
    assert numbers == [None, None, 4]
    numbering = small.part.numbering_part.element
    (own,) = [each for each in numbering.iter(qn("w:num")) if each.get(qn("w:numId")) == "4"]
    assert own.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_the_contents_are_a_field_with_an_entry_a_heading(small):
    entries = texts(small, "toc 1") + texts(small, "toc 2")
    assert [entry.split("\t")[0] for entry in entries if entry] == [
        "Пояснительная записка", "Основания", "Формы", "Этапы",
    ]  # fmt: skip
    commands = [part.text.strip() for part in small.element.body.iter(qn("w:instrText"))]
    assert commands[0] == r'TOC \o "1-2" \h \z \u'
    bookmarks = [mark.get(qn("w:name")) for mark in small.element.body.iter(qn("w:bookmarkStart"))]
    assert [command.split()[1] for command in commands[1:]] == bookmarks
    assert len(set(bookmarks)) == 4
    marks = [mark.get(qn("w:fldCharType")) for mark in small.element.body.iter(qn("w:fldChar"))]
    assert marks.count("begin") == marks.count("end") == marks.count("separate") == 5


def test_word_reads_the_field_and_others_the_references_to_pages(small):
    branches = {"Choice": [], "Fallback": []}
    for alternate in small.element.body.iter(f"{COMPATIBILITY}AlternateContent"):
        choice, fallback = alternate
        # Word refuses a file that names extensions without saying whose they are.
        assert choice.get("Requires") in alternate.nsmap
        for name, branch in (("Choice", choice), ("Fallback", fallback)):
            branches[name] += [part.text.split()[0] for part in branch.iter(qn("w:instrText"))]
    assert branches == {"Choice": ["TOC"], "Fallback": ["PAGEREF"] * 4}


def test_contents_without_a_heading_stay_a_field_to_be_made_anew():
    document = opened([ContentsBlock("Содержание"), Paragraph("Текст.")])
    assert [part.text.split()[0] for part in document.element.body.iter(qn("w:instrText"))] == ["TOC"]


def test_what_people_typed_comes_out_letter_by_letter():
    document = opened(hostile_blocks())
    for style in ("Heading 1", "Heading 2", "Body Text", "List Bullet", "Title"):
        assert texts(document, style) == [SEEN_HOSTILE]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert set(cells) == {SEEN_HOSTILE}
    assert len(cells) == 2 + 4 + 4
    assert document.sections[0].first_page_footer.paragraphs[0].text == SEEN_HOSTILE


def test_nothing_of_the_templates_language_is_left():
    for part, text in parts_of(write_programme(SMALL)).items():
        assert b"{{" not in text, part
        assert b"{%" not in text, part


@pytest.mark.parametrize("blocks", ALL.values(), ids=ALL)
def test_every_element_stands_where_word_wants_it(blocks):
    for name, text in parts_of(write_programme(blocks)).items():
        root = etree.fromstring(text)
        assert misplaced(root) == [], name
        for cell in root.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
        for kind in ("bookmarkStart", "bookmarkEnd"):
            numbers = [mark.get(qn("w:id")) for mark in root.iter(qn(f"w:{kind}"))]
            assert len(numbers) == len(set(numbers))
        for table in root.iter(qn("w:tbl")):
            columns = len(table.find(qn("w:tblGrid")))
            assert {len(row.findall(qn("w:tc"))) for row in table.iter(qn("w:tr"))} == {columns}


def parts_of(content):
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist() if name.startswith("word/")}


def test_invented_figures_are_labelled_on_every_page():
    document = opened(SMALL, demonstration=True)
    (section,) = document.sections
    for header in (section.header, section.first_page_header):
        assert header.paragraphs[0].text == "Демонстрационные данные"
    assert opened(SMALL).sections[0].header.paragraphs[0].text == ""


def test_the_file_tells_what_it_is_and_of_whom(small):
    told = small.core_properties
    assert (told.title, told.author, told.last_modified_by) == (TITLE.title, TITLE.organisation, "")


def test_forty_role_models_are_one_table_of_their_forms():
    document = opened(ALL["forty"])
    (table,) = document.tables
    assert [len(row.cells[1].paragraphs) for row in table.rows] == [1, 8, 8, 8, 8, 8]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is None for row in table.rows[1:])


def test_a_form_without_role_models_has_an_empty_cell():
    document = opened([type(MODELS)(MODELS.caption, MODELS.heading, (FormRow("Своя", ()),))])
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Своя", ""]
