"""Words that people type: cleaned and parted without a loss."""

import pytest

from cmn_core.programme.words import LONGEST_LINE, part_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("Устав\r\n\n  Приказ   № 5 ", ("Устав", "Приказ № 5")),
        ("один\u2028два\x00три", ("один два три",)),
        ("д" * LONGEST_LINE, ("д" * LONGEST_LINE,)),
        ("д" * (LONGEST_LINE + 1), ("д" * LONGEST_LINE, "д")),
        (f"{'д' * (LONGEST_LINE - 1)} слово", ("д" * (LONGEST_LINE - 1), "слово")),
    ],
)
def test_paragraphs_become_lines_and_no_sign_is_lost(text: str, lines: tuple[str, ...]) -> None:
    assert part_lines(text) == lines
