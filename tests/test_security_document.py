"""docs/security.md: every point of the chapters stands there once, and every test that it names exists."""

import ast
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (V[\d.–V]+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$", TEXT, re.MULTILINE)
NEEDS_TEST = {"met", "partly"}
STATES = NEEDS_TEST | {"not met", "does not apply"}
# How many points the sections of a chapter have in ASVS 5.0.0.
SECTIONS = {
    3: (1, 3, 5, 8, 8, 1, 5),
    5: (1, 6, 3, 3),
    6: (3, 12, 8, 6, 8, 4, 2, 4),
    7: (3, 4, 2, 5, 3, 2),
    8: (4, 4, 3, 2),
    16: (1, 5, 4, 3, 4),
}


def _unfold(points: str) -> list[str]:
    first, _, last = points.partition("–")
    if not last:
        return [first]
    section, _, number = first.rpartition(".")
    return [f"{section}.{place}" for place in range(int(number), int(last.rpartition(".")[2]) + 1)]


def test_every_point_of_the_chapters_stands_there_once() -> None:
    told = Counter(point for points, *_ in ROWS for point in _unfold(points) if not point.startswith("V4."))
    asked = {
        f"V{chapter}.{section}.{point}"
        for chapter, sections in SECTIONS.items()
        for section, count in enumerate(sections, 1)
        for point in range(1, count + 1)
    }
    assert set(told) == asked
    assert max(told.values()) == 1


@pytest.mark.parametrize(("point", "state", "words", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_a_point_is_shown_by_tests_or_says_why_not(point: str, state: str, words: str, shown: str) -> None:
    assert state in STATES
    assert words.strip() != ""
    named = re.findall(r"`(tests/[^`]+\.py)::(\w+)`", shown)
    assert bool(named) is (state in NEEDS_TEST)
    assert len(named) == shown.count("`") // 2
    assert [f"{file}::{name}" for file, name in named if name not in _tests_of(file)] == []


@lru_cache
def _tests_of(file: str) -> frozenset[str]:
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
