"""The icon of the browser's tab, as an address that carries it: no run has to open its file again."""

from base64 import b64encode
from functools import cache
from pathlib import Path


@cache
def page_icon() -> str:
    """Return the icon."""
    return f"data:image/png;base64,{b64encode(Path(__file__).with_name('icon.png').read_bytes()).decode()}"
