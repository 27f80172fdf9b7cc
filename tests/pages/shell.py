"""Open a page inside its shell, without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).resolve().parents[2] / "pages" / "_shell.py"
_PATIENCE_S = 60


def open_shell(page: str = "overview.py", **address: str) -> AppTest:
    """Run the shell and then the page, with these parameters in the address."""
    app = AppTest.from_file(str(SHELL), default_timeout=_PATIENCE_S)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app if page == "overview.py" else app.switch_page(page).run()
