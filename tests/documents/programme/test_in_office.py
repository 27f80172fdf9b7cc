"""The document as LibreOffice lays it out on pages."""

import re
import shutil
import subprocess

import pytest

from cmn_core.documents.programme.writing import write_programme
from cmn_core.programme.blocks import ContentsBlock, Heading, Paragraph
from tests.documents.office import convert, needs_office
from tests.documents.programme.made_blocks import APPROVAL, MODELS, SENTENCE, TITLE, many_models

PDFTOTEXT = shutil.which("pdftotext")
pytestmark = [
    pytest.mark.office,
    needs_office,
    pytest.mark.skipif(PDFTOTEXT is None, reason="poppler (pdftotext) is not installed"),
]
SECTIONS = [f"Раздел {number} о важном" for number in range(1, 7)]
BLOCKS = (
    APPROVAL,
    TITLE,
    ContentsBlock("Содержание"),
    *(block for title in SECTIONS for block in (Heading(1, title), *[Paragraph(SENTENCE * 9)] * 4)),
    Heading(2, "Таблица"),
    many_models(40),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    pdf = folder / "программа.pdf"
    pdf.write_bytes(convert(write_programme(BLOCKS), "programme.docx", "pdf", folder))
    command = [PDFTOTEXT, "-layout", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return text.rstrip("\f").split("\f")


def test_the_contents_name_the_pages_on_which_the_headings_stand(pages):
    contents = pages[1]
    assert "Содержание" in contents
    for title in [*SECTIONS, "Таблица"]:
        told = re.search(rf"{re.escape(title)}\D+(\d+)", contents)
        stands = next(number for number, page in enumerate(pages, 1) if number > 2 and title in page)
        assert told is not None, title
        assert int(told[1]) == stands, title


def test_the_first_page_has_the_place_at_its_foot_and_no_number(pages):
    first = [line.strip() for line in pages[0].splitlines() if line.strip()]
    assert first[-1] == TITLE.place_and_year
    for number, page in enumerate(pages[1:], 2):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[-1] == str(number)


def test_the_heading_of_the_table_stands_on_each_of_its_pages(pages):
    table = [page for page in pages if "последователь №" in page]
    assert len(table) > 3
    assert all(MODELS.heading[1] in page for page in table)
    assert sum(MODELS.caption.split(",")[0] in " ".join(page.split()) for page in table) == 1
