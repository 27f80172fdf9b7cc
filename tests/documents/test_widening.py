"""A scenario on paper: what the page of Word holds, and that it is one page."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument

from cmn_core.analysis.widening import compute_scenario
from cmn_core.documents.widening.printed import PrintedScenario
from cmn_core.documents.widening.scenario_page import write_scenarios
from cmn_core.documents.widening.tables import build_effects_table, build_options_table
from cmn_core.programme.scenario import Option, Scenario
from tests.analysis.small_region import plain
from tests.analysis.test_widening import REFERENCE, figure_of
from tests.documents.office import convert, needs_office
from tests.store.made_readings import NOW

MODELS = [(form.code, model.label) for form in REFERENCE.forms.federal for model in form.role_models]
FORMS = [form.code for form in REFERENCE.forms.federal] + ["own"]
LONGEST = "=1+1 <b>Вариант «Всё»</b> & 😀\x07\ufffe " + "очень длинное название " * 7


def scenario_of(count: int, name: str = "Осенний набор") -> PrintedScenario:
    """A scenario of as many options: forms first, then role models."""
    places = [*((form, "") for form in FORMS), *MODELS][:count]
    options = tuple(
        Option(form=form, role_model=label, pairs=3, groups=2, group_size=6, new_enterprises=1)
        for form, label in places
    )
    figure = replace(figure_of(), as_of=NOW.date())
    return PrintedScenario(name, compute_scenario(Scenario(options=options), figure, REFERENCE), "Белова О. П.", NOW)


def write(*scenarios: PrintedScenario, demonstration: bool = False) -> bytes:
    return write_scenarios(scenarios, REFERENCE, demonstration=demonstration)


def read(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def words_of(document: WordDocument) -> str:
    return plain("\n".join(paragraph.text for paragraph in document.paragraphs))


def cells_of(document: WordDocument, table: int) -> list[list[str]]:
    return [[plain(cell.text) for cell in row.cells] for row in document.tables[table].rows]


def test_the_page_tells_the_figure_the_options_the_result_and_who_counted() -> None:
    document = read(write(scenario_of(2)))
    words = words_of(document)
    assert [each.text for each in document.paragraphs if each.style.name == "Heading 1"] == [
        "Вариант расширения практик наставничества: Осенний набор"
    ]
    assert "Тарский муниципальный район" in words
    assert "ноябрь 2020" in words
    assert "на 24.11.2020; план 2020 года — 10 %; численность: Росстат" in words
    assert "До плана Тарского района по охвату не хватает 123 детей: 5,9 % при плане 10 %" in words
    # Pupils: 3 × 2 + 2 × 7 = 20; teachers nothing.
    assert cells_of(document, 0) == [
        ["", "Сейчас", "С вариантом"],
        ["Прибавится, чел.", "–", "20"],
        ["Охват наставничеством, %", "5,9 %", "6,6 %"],
        ["План 2020 года, %", "10,0 %", "10,0 %"],
        ["Не хватает, чел.", "123", "103"],
        ["Вовлечено, чел.", "177", "197"],
        ["Дети 10–19 лет, чел.", "3 000", "3 000"],
        ["План выполнен", "нет", "нет"],
    ]
    assert cells_of(document, 1)[1:] == [
        ["Ученик – ученик", "3 пары, 2 группы по 6", "20", "52 пары или 15 групп"],
        ["Учитель – учитель", "3 пары, 2 группы по 6", "–", "–"],
        ["Всего", "6 пар, 4 группы", "20", "–"],
    ]
    assert "С вариантом не хватает ещё 103 детей: 6,6 % при плане 10 % (+20 детей)." in words
    for sentence in REFERENCE.widening.terms.common:
        assert sentence in words
    assert "Ученик – ученик. Наставляемому 10–19 лет" in words
    assert "Составлено: Белова О. П., 24.11.2020 09:30" in words


def test_invented_data_are_named_so() -> None:
    assert "Демонстрационные данные" in words_of(read(write(scenario_of(1), demonstration=True)))
    assert "Демонстрационные данные" not in words_of(read(write(scenario_of(1))))


def test_strangers_words_stay_words() -> None:
    document = read(write(scenario_of(1, LONGEST)))
    heading = document.paragraphs[0].text
    assert "<b>Вариант «Всё»</b> & 😀" in heading
    assert not {"\x07", "\ufffe"} & set(heading)


def test_several_begin_with_a_page_side_by_side() -> None:
    document = read(write(scenario_of(1, "Малый"), scenario_of(3, "Большой")))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [
        "Сравнение вариантов расширения практик наставничества",
        "Вариант расширения практик наставничества: Малый",
        "Вариант расширения практик наставничества: Большой",
    ]
    assert cells_of(document, 0)[0] == ["", "Сейчас", "Малый", "Большой"]


def test_long_names_stand_under_the_columns() -> None:
    document = read(write(scenario_of(1, "Малый"), scenario_of(3, LONGEST)))
    assert cells_of(document, 0)[0] == ["", "Сейчас", "Вариант 1", "Вариант 2"]
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert headings[0] == "Вариант 1: Малый"
    assert headings[1].startswith("Вариант 2: =1+1 <b>Вариант «Всё»</b>")


def test_a_number_stays_beside_its_unit() -> None:
    document = read(write(scenario_of(1)))
    assert any("при плане 10\u00a0%" in each.text for each in document.paragraphs)


def test_tables_repeat_their_heading_and_cyrillic_has_its_face() -> None:
    content = write(scenario_of(2))
    written = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    styles = ZipFile(BytesIO(content)).read("word/styles.xml").decode()
    assert written.count("<w:tblHeader") == 2
    assert re.search(r'<w:style [^>]*w:styleId="Normal">.*?w:cs="Times New Roman"', styles, re.DOTALL)


def test_a_survey_has_its_share_of_answers_and_no_options_that_count() -> None:
    figure = replace(figure_of("mentee_satisfaction"), asked=4000)
    result = compute_scenario(Scenario(options=(Option(form="own", pairs=1),)), figure, REFERENCE)
    document = read(write(PrintedScenario("", result, "Белова", NOW)))
    assert "Доля ответивших, %" in [row[0] for row in cells_of(document, 0)]
    assert "Удовлетворённость парами и группами не изменить" in words_of(document)


def test_the_table_of_all_indicators_and_that_of_options() -> None:
    scenario = Scenario(options=(Option(form="pupil_pupil", pairs=5), Option(form="own")))
    results = [compute_scenario(scenario, figure_of(code, 0, 100), REFERENCE) for code in ("coverage", "mentor_share")]
    assert build_effects_table(results, REFERENCE).rows == (
        ("Охват наставничеством", Decimal(0), 10, Decimal(10), Decimal(10), 0),
        ("Наставники 15–19 лет", Decimal(0), 5, Decimal(5), Decimal(10), 5),
    )
    # What adds nobody is no row, and one row needs no sum.
    assert len(build_options_table(results[0], REFERENCE).rows) == 1


@needs_office
@pytest.mark.office
@pytest.mark.parametrize(
    ("scenarios", "pages"),
    [
        ([scenario_of(1)], 1),
        ([scenario_of(15, LONGEST)], 1),
        ([scenario_of(len(FORMS) + len(MODELS), LONGEST)], 1),
        ([scenario_of(15, f"{LONGEST} {place}") for place in range(4)], 5),
    ],
)
def test_libreoffice_makes_one_page_of_each(scenarios: list[PrintedScenario], pages: int, tmp_path: Path) -> None:
    pdf = convert(write(*scenarios, demonstration=True), "page.docx", "pdf", tmp_path)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == pages
