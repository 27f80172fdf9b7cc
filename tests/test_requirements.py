"""The hashed list of a deployment fits the project's own requirements and names no address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = re.split(r"\n(?=[a-z0-9])", LOCK.strip())


def locked_versions() -> dict[str, str]:
    pins = (Requirement(entry.split(" \\")[0]) for entry in ENTRIES)
    return {pin.name: str(pin.specifier).removeprefix("==") for pin in pins}


@pytest.mark.parametrize("written", PROJECT["project"]["dependencies"])
def test_every_requirement_is_pinned_and_locked_within_its_bounds(written: str) -> None:
    requirement = Requirement(written)
    assert [bound.operator for bound in requirement.specifier] == ["~="]
    assert requirement.specifier.contains(locked_versions()[requirement.name])


@pytest.mark.parametrize("written", PROJECT["dependency-groups"]["dev"])
def test_every_tool_is_pinned(written: str) -> None:
    assert [bound.operator for bound in Requirement(written).specifier] == ["~="]


def test_every_entry_is_hashed_and_none_has_an_address() -> None:
    assert len(ENTRIES) > 50
    assert [entry.split("==")[0] for entry in ENTRIES if "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK
    assert "--index" not in LOCK
