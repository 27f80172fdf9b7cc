"""What the tests' own rules do: order, and skips in CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAD = "import pytest\n"
SKIPS = HEAD + "def test_here():\n    pytest.skip('nothing to drive')\n"
SKIPS_AS_A_WHOLE = HEAD + "pytest.skip('no such tool', allow_module_level=True)\n"
FROM_OUTSIDE = HEAD + "@pytest.mark.outside\ndef test_here():\n    pytest.skip('no samples')\n"
FAILS_AS_EXPECTED = HEAD + "@pytest.mark.xfail\ndef test_here():\n    raise ValueError\n"
IN_DISORDER = HEAD + "".join(
    f"@pytest.mark.{kind}\ndef test_{kind}(): pass\n" for kind in ("slow", "office", "browser", "usual")
)


def run(folder: Path, text: str, *, ci: str) -> subprocess.CompletedProcess[str]:
    file = folder / "test_it.py"
    file.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "--rootdir", str(folder), "-c", os.devnull,
         "-p", "no:cacheprovider", "-v", "-W", "ignore", str(file)],
        cwd=ROOT, env={**os.environ, "CI": ci}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("text", [SKIPS, SKIPS_AS_A_WHOLE])
def test_a_skip_is_a_failure_in_ci_alone(tmp_path: Path, text: str) -> None:
    assert run(tmp_path, text, ci="").returncode in (0, 5)
    in_ci = run(tmp_path, text, ci="true")
    assert in_ci.returncode in (1, 2)
    assert "Skipped in CI" in in_ci.stdout


@pytest.mark.parametrize("text", [FROM_OUTSIDE, FAILS_AS_EXPECTED])
def test_what_may_not_run_anywhere_is_no_failure(tmp_path: Path, text: str) -> None:
    assert run(tmp_path, text, ci="true").returncode == 0


def test_the_slower_kinds_come_later(tmp_path: Path) -> None:
    lines = [line for line in run(tmp_path, IN_DISORDER, ci="").stdout.splitlines() if "PASSED" in line]
    assert [line.split("::test_")[1].split()[0] for line in lines] == ["usual", "browser", "office", "slow"]
