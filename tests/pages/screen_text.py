"""What a page shows, as plain text: its own HTML and Streamlit's elements together."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

_TAG = re.compile(r"<[^>]+>")


def read_title(page: AppTest) -> str:
    """Return the finding, letter by letter."""
    return unescape_markdown(page.title[0].value)


def read_text(page: AppTest) -> str:
    """Return the texts of the page's own blocks."""
    return unescape(_TAG.sub(" ", " ".join(block.body for block in page.get("html")))).replace("\u00a0", " ")


def read_rows(page: AppTest, table: int = 0) -> list[list[str]]:
    """Return the rows of one of the page's tables."""
    bodies = [block.body.split("<tbody>")[1] for block in page.get("html") if "<tbody>" in block.body]
    rows = bodies[table].split("<tr")[1:]
    return [[unescape(cell).replace("\u00a0", " ") for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)] for row in rows]


def unescape_markdown(text: str) -> str:
    """Undo the escapes of `plain`."""
    return re.sub(r"\\(.)", r"\1", text).replace("\u2060", "").replace("\u00a0", " ")
