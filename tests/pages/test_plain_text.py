"""Strangers' text is shown letter by letter."""

import pytest

from pages._parts.plain_text import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("МБОУ «СОШ № 5»", "МБОУ «СОШ № 5»"),
        ("**жирно**", r"\*\*жирно\*\*"),
        ("[a](http://b)", "\\[a\\]\\(http\\:\u2060//b\\)"),
        ("<b>", r"\<b\>"),
        ("$x$", r"\$x\$"),
        (":red[x]", "\\:\u2060red\\[x\\]"),
        (":material/home:", "\\:\u2060material/home\\:"),
        ("10: да", r"10\: да"),
        ("6,2\u00a0%", "6,2\u00a0%"),
        ("# a\n- b", r"\# a \- b"),
        ("a\\b", r"a\\b"),
    ],
)
def test_marks_are_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown
