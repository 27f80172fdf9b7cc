"""One palette: the theme and the stylesheets hold no colour of their own."""

import re
import tomllib
from pathlib import Path

import pytest

from cmn_core.reference import shipped_reference

ROOT = Path(__file__).resolve().parents[2]
PALETTE = shipped_reference().palette
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def test_the_theme_repeats_the_palette() -> None:
    assert THEME["primaryColor"] == THEME["linkColor"] == THEME["blueColor"] == PALETTE.accent
    assert THEME["textColor"] == PALETTE.ink
    assert THEME["borderColor"] == THEME["dataframeBorderColor"] == PALETTE.line
    assert THEME["orangeColor"] == PALETTE.warning
    assert THEME["redColor"] == PALETTE.error


@pytest.mark.parametrize(
    "sheet", ["pages/_parts/style.css", "cmn_core/http/frame/frame.css", "cmn_core/http/forms/form.css"]
)
def test_stylesheets_use_the_palette_and_the_greys_of_the_frame(sheet: str) -> None:
    known = {PALETTE.ink, PALETTE.muted, PALETTE.line, PALETTE.warning, PALETTE.below[0], PALETTE.accent}
    frame = {"#CFD6DE", THEME["backgroundColor"], THEME["secondaryBackgroundColor"]}
    written = re.findall(r"#[0-9a-fA-F]{6}\b", (ROOT / sheet).read_text(encoding="utf-8"))
    assert {colour.upper() for colour in written} <= {colour.upper() for colour in known} | frame
