"""The guide says what the reference holds."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.reference import shipped_reference
from cmn_core.reference.guide import build_guide
from tests.pages.shell import open_shell

REFERENCE = shipped_reference()


def test_every_sentence_of_the_guide_is_filled() -> None:
    lines = [line for section in build_guide(REFERENCE).sections for topic in section.topic for line in topic.lines]
    assert len(lines) > 30
    assert not [line for line in lines if re.search(r"[{}]", line)]
    assert any(f"{REFERENCE.limits.carried_periods} мес." in line for line in lines)


@pytest.fixture
def page(empty_database: str) -> AppTest:
    return open_shell("help.py")


def test_the_page_tells_every_formula_target_column_and_problem(page: AppTest) -> None:
    tables = [table.value for table in page.table]
    shown = " ".join(str(cell) for table in tables for row in table.to_numpy().tolist() for cell in row)
    assert page.title[0].value == "Справка"
    assert all(indicator.title in shown for indicator in REFERENCE.indicators)
    assert all(text.title in shown for text in REFERENCE.problem_texts.values())
    monthly = REFERENCE.layouts.monthly
    for layout in (REFERENCE.layouts.expansion, monthly.organisations, monthly.programmes):
        assert all(column.short in shown for column in layout.columns)
    assert "70\u00a0%" in shown
    assert not page.exception


def test_the_page_says_what_every_monthly_column_means_and_what_must_agree(page: AppTest) -> None:
    monthly = REFERENCE.layouts.monthly
    assert all(column.meaning for column in (*monthly.organisations.columns, *monthly.programmes.columns))
    said = " ".join(item.value for item in page.markdown).replace("\\", "")
    assert "«Молодых специалистов-наставляемых» не больше, чем «Молодых специалистов»" in said
    assert "«Вовлечено» не больше, чем «Наставляемых 10–19» и «Наставников 10–19» вместе" in said
    assert "«Опрошено наставников» не больше, чем «Наставников» во всех программах организации" in said
