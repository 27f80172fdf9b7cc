"""The shipped template is what its maker makes; another look is taken over, a damaged file is told in words."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from cmn_core.documents.programme import template
from cmn_core.documents.programme.template import SHIPPED_TEMPLATE, TemplateDamaged, choose_template
from cmn_core.documents.programme.template_making.package import make_template, read_parts
from cmn_core.documents.programme.writing import write_programme
from tests.documents.programme.made_blocks import SMALL


def test_the_shipped_template_is_what_its_maker_makes():
    # Otherwise: uv run python -m cmn_core.documents.programme.template_making
    assert read_parts(SHIPPED_TEMPLATE.read_bytes()) == read_parts(make_template())


def test_word_may_open_the_template_itself():
    document = Document(SHIPPED_TEMPLATE)
    assert "{{ block.text }}" in [paragraph.text for paragraph in document.paragraphs]
    for name, part in read_parts(SHIPPED_TEMPLATE.read_bytes()).items():
        # A number that Word reads must be one already here.
        assert b'w:id="{' not in part, name
        assert b'w:w="{' not in part, name


def remade(tmp_path, **changed):
    """Write the shipped template with parts changed; None leaves a part out."""
    parts = read_parts(SHIPPED_TEMPLATE.read_bytes())
    parts |= {f"word/{name}.xml": part for name, part in changed.items()}
    path = tmp_path / "programme.docx"
    with ZipFile(path, "w") as package:
        for name, part in parts.items():
            if part is not None:
                package.writestr(name, part)
    return path


def body(old, new):
    text = read_parts(SHIPPED_TEMPLATE.read_bytes())["word/document.xml"].decode()
    assert old in text
    return text.replace(old, new, 1)


def test_another_look_and_another_order_are_taken_over(tmp_path):
    look = read_parts(SHIPPED_TEMPLATE.read_bytes())["word/styles.xml"].replace(b"Times New Roman", b"PT Serif")
    path = remade(tmp_path, styles=look, document=body("{{ block.title }}", "«{{ block.title }}»"))
    document = Document(BytesIO(write_programme(SMALL, template=path)))
    assert [line.text for line in document.paragraphs if line.style.name == "Title"] == ["«Программа наставничества»"]
    assert "PT Serif" in document.styles.element.xml


def test_style_codes_of_a_russian_word_are_no_hindrance(tmp_path):
    parts = read_parts(SHIPPED_TEMPLATE.read_bytes())
    changed = {}
    for name in ("document", "styles", "numbering"):
        text = parts[f"word/{name}.xml"].decode()
        for code, other in (("Heading1", "1"), ("ListNumber", "a3"), ("TOC1", "11")):
            text = text.replace(f'="{code}"', f'="{other}"')
        changed[name] = text
    document = Document(BytesIO(write_programme(SMALL, template=remade(tmp_path, **changed))))
    entries = [line.text.split("\t")[0] for line in document.paragraphs if line.style.name == "toc 1" and line.text]
    assert entries == ["Пояснительная записка", "Основания", "Формы"]
    numbers = [line._p.pPr.numPr is not None for line in document.paragraphs if line.style.name == "List Number"]
    assert numbers == [False, False, True]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("document", 'w:tblW w:w="9355" w:type="dxa"', 'w:tblW w:w="5000" w:type="pct"'),
        ("document", 'w:tblW w:w="9355" w:type="dxa"', 'w:tblW w:w="0" w:type="auto"'),
        ("numbering", '<w:num w:numId="2">', '<w:num w:numId="7">'),
        ("styles", '<w:numPr><w:numId w:val="2"/></w:numPr>', ""),
        ("styles", 'w:val="heading 2"', 'w:val="Заголовок второй"'),
        ("styles", 'w:val="toc 1"', 'w:val="Строка содержания"'),
        ("document", "{{ block.place }}", ""),
        ("document", r"TOC \o", r"TOC \h \o"),
        ("document", "TOC ", "AUTHOR "),
    ],
)
def test_what_word_or_its_user_changed_is_no_damage(tmp_path, name, old, new):
    text = read_parts(SHIPPED_TEMPLATE.read_bytes())[f"word/{name}.xml"].decode()
    assert old in text
    path = remade(tmp_path, **{name: text.replace(old, new)})
    document = Document(BytesIO(write_programme(SMALL, template=path)))
    widths = [int(column.get(qn("w:w"))) for column in document.tables[2]._tbl.tblGrid]
    assert sum(widths) == pytest.approx(9355, abs=5)


DAMAGED = {
    "no zip": lambda folder: b"not a document",
    "empty": lambda folder: b"",
    "cut": lambda folder: SHIPPED_TEMPLATE.read_bytes()[:3000],
    "no document": lambda folder: remade(folder, document=None).read_bytes(),
    "no xml": lambda folder: remade(folder, document="<w:document").read_bytes(),
    "a workbook": lambda folder: _workbook(),
    "open loop": lambda folder: remade(folder, document=body("{%p endfor %}", "")).read_bytes(),
    "unknown word": lambda folder: remade(folder, document=body("block.title", "block.naming")).read_bytes(),
    "broken tag": lambda folder: remade(folder, document=body("{{ block.title }}", "{{ block. }}")).read_bytes(),
    "forbidden": lambda folder: remade(
        folder, document=body("block.title", "''.__class__.__mro__[1].__subclasses__()")
    ).read_bytes(),
}


def _workbook():
    from openpyxl import Workbook

    buffer = BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_template_is_named_with_what_to_do(tmp_path, damage):
    path = tmp_path / "шаблон.docx"
    path.write_bytes(damage(tmp_path))
    with pytest.raises(TemplateDamaged) as caught:
        write_programme(SMALL, template=path)
    assert str(path) in caught.value.message
    assert "испорчен" in caught.value.message
    assert "Восстановите файл" in caught.value.message


def test_a_word_that_means_nothing_is_named(tmp_path):
    with pytest.raises(TemplateDamaged, match="слово «naming» в его разметке ничего не значит"):
        write_programme(SMALL, template=remade(tmp_path, document=body("block.title", "block.naming")))


def test_a_missing_template_is_named(tmp_path):
    with pytest.raises(TemplateDamaged, match=r"нет\.\d*.*Восстановите"):
        write_programme(SMALL, template=tmp_path / "нет.docx")


def test_an_own_template_goes_before_the_shipped_one_and_can_be_thrown_away(tmp_path, monkeypatch):
    own = tmp_path / "programme.docx"
    monkeypatch.setattr(template, "OWN_TEMPLATE", own)
    assert choose_template() == SHIPPED_TEMPLATE
    own.write_bytes(b"broken")
    assert choose_template() == own
    with pytest.raises(TemplateDamaged, match="удалите"):
        write_programme(SMALL)
