"""A session that lasts all day: what it holds does not grow with the scopes that were looked at."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shell import open_shell

OFFER_FILES = ["overview", "indicators", "forms", "district", "practices", "widening", "reports"]


def count_widgets(page: AppTest) -> int:
    """Count the widgets that Streamlit remembers of a session: it never forgets one."""
    return len(page.session_state._state._state._new_widget_state.widget_metadata)


@pytest.mark.parametrize("path", OFFER_FILES)
def test_another_scope_adds_no_widgets_to_the_memory(demo_database: str, path: str) -> None:
    page = open_shell(f"{path}.py", district="52654000")
    known = count_widgets(page)
    page.query_params["district"], page.query_params["period"] = "52701000", "2020-10"
    page.run()
    assert not page.exception
    assert page.session_state["current_scope"].district == "52701000"
    assert count_widgets(page) == known > 0
