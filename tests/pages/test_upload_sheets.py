"""Which sheets of a file enter its report: asked where a table stands on several of them."""

import pytest

from tests.pages.monthly_files import fill_forms, lay, write_plain
from tests.pages.upload_page import html, open_with, title

ORGANISATIONS, SPARE = "Организации", "Организации черновик"


@pytest.fixture
def twice_named() -> bytes:
    """A monthly workbook in which last month's table of organisations was left beside this month's."""
    sheets = lay(next(iter(fill_forms().values())))
    assert ORGANISATIONS in sheets
    return write_plain({**sheets, SPARE: sheets[ORGANISATIONS]})


def test_a_spare_table_of_a_monthly_workbook_is_left_out_by_hand(demo_copy: str, twice_named: bytes) -> None:
    page = open_with(twice_named, "за декабрь.xlsx")
    assert page.multiselect[0].options == [ORGANISATIONS, SPARE]
    assert not title(page).startswith("Ошибок нет")
    page.multiselect[0].set_value([ORGANISATIONS]).run()
    assert not page.exception
    assert title(page).startswith("Ошибок нет")
    assert "Форма стоит на нескольких листах" not in html(page)
