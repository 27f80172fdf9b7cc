"""What the documents say is true: commands, links, layers."""

import re
import tomllib
from pathlib import Path

import pytest

from cmn_core.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = {command.name for command in (*app.registered_commands, *app.registered_groups)}


def test_the_two_commands_stand_on_the_first_screen() -> None:
    first_screen = README.splitlines()[:16]
    assert "pip install uv && uv run cmn demo" in first_screen
    assert "pip install uv && uv run pytest" in first_screen


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:uv run |`)cmn ([a-z]+)", text))
    assert named <= COMMANDS
    assert document.name != "README.md" or named == COMMANDS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_table_of_layers_is_that_of_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = " ".join(next(item["layers"] for item in contract if item["type"] == "layers"))
    told = re.findall(r"`([a-z_.]+)`", " ".join(re.findall(r"^\| (`(?:pages|cmn_core)[^|]*) \|", README, re.MULTILINE)))
    small = {
        "cmn_core.access",
        "cmn_core.logs",
        "cmn_core.wording",
        "cmn_core.period",
        "cmn_core.shares",
        "cmn_core.errors",
    }
    assert told == [name for name in re.findall(r"[a-z_.]+", layers) if name not in small]


def test_the_tools_that_are_named_are_requirements() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]["dev"]
    for tool in ("ruff", "mypy", "import-linter", "pytest"):
        assert any(requirement.startswith(tool) for requirement in tools)


def test_the_check_of_a_bare_machine_runs_the_readme_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^pip install --quiet uv && uv run pytest", script, re.MULTILINE)
    assert "export CI=true" in script
