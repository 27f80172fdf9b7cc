"""What the tests' own rules do: order, and skips in CI."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = "import pytest\n"
KINDS = ("slow", "office", "browser", "usual")
FILES = {
    "skips": HEAD + "def test_here():\n    pytest.skip('nothing to drive')\n",
    "skips_as_a_whole": HEAD + "pytest.skip('no such tool', allow_module_level=True)\n",
    "from_outside": HEAD + "@pytest.mark.outside\ndef test_here():\n    pytest.skip('no samples')\n",
    "fails_as_expected": HEAD + "@pytest.mark.xfail\ndef test_here():\n    raise ValueError\n",
    "in_disorder": HEAD + "".join(f"@pytest.mark.{kind}\ndef test_{kind}(): pass\n" for kind in KINDS),
}


def run(folder: Path, *, ci: str) -> str:
    """Run all the files in one process of their own, which no other shares, and return what it prints."""
    for name, text in FILES.items():
        (folder / f"test_{name}.py").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "--rootdir", str(folder), "-c", os.devnull,
         "-p", "no:cacheprovider", "-v", "-rA", "-W", "ignore", "--continue-on-collection-errors", str(folder)],
        cwd=ROOT, env={**os.environ, "CI": ci}, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip


def test_a_skip_is_a_failure_in_ci_alone_and_the_slower_kinds_come_later(tmp_path: Path) -> None:
    elsewhere, in_ci = run(tmp_path, ci=""), run(tmp_path, ci="true")
    assert re.search(r"\b4 passed, 3 skipped, 1 xfailed", elsewhere), elsewhere
    assert re.search(r"FAILED .*test_skips.py::test_here - Skipped in CI", in_ci)
    assert re.search(r"ERROR .*test_skips_as_a_whole.py", in_ci)
    assert "Skipped in CI: Skipped: no such tool" in in_ci
    assert re.search(r"\b1 failed, 4 passed, 1 skipped, 1 xfailed, 1 error", in_ci), in_ci
    order = re.findall(r"test_in_disorder.py::test_(\w+) PASSED", in_ci)
    assert order == ["usual", "browser", "office", "slow"]
