"""The order of the layers, and rules of the house that a machine can check."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("cmn_core", "pages", "tests")
MOST_LINES = 400
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|NotImplemented" + "Error")
ADDRESSES = re.compile("py" + r"pi\.org|pythonhos" + "ted|registry\\.npm" + "js|deb\\.debi" + "an\\.")
SOURCES = [ROOT / "app.py", *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))]
WRITTEN = [*SOURCES, *(ROOT / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml", ".ci/run"))]


def test_imports_go_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_file_is_longer_than_one_idea(folder: str) -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: length for path, length in lengths.items() if path.parts[0] == folder and length > MOST_LINES} == {}


def test_nothing_is_left_unfinished() -> None:
    assert [path.name for path in SOURCES if UNFINISHED.search(path.read_text(encoding="utf-8"))] == []


def test_no_registry_address_is_written_down() -> None:
    assert [path.name for path in WRITTEN if ADDRESSES.search(path.read_text(encoding="utf-8"))] == []


def test_the_core_can_be_loaded_without_a_screen() -> None:
    asked = "import sys, cmn_core.cli, cmn_core.http.serving; print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
