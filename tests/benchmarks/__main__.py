"""`uv run python -m tests.benchmarks [KIND …]`: times and sizes as ratios; without a kind, all of them.

Never a gate: what is over its allowance is printed so, and nothing fails.
"""

import logging
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measures import Measure, print_measures

_ALLOWED_DEMO_S = 20.0
_KINDS = ("reading", "demo", "pages", "growth", "regions", "chromium")


def main(asked: list[str]) -> None:
    """Measure the kinds that were asked for, all by default, and print each as it comes."""
    logging.disable(logging.WARNING)
    kinds = asked or list(_KINDS)
    unknown = set(kinds) - set(_KINDS)
    if unknown:
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(_KINDS)}.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        demonstration = folder / "demo.sqlite3"
        if {"demo", "pages", "chromium"} & set(kinds):
            print_measures("Demonstration", [_make_demonstration(demonstration)])
        for kind in kinds:
            _measure(kind, demonstration, folder)


def _measure(kind: str, demonstration: Path, folder: Path) -> None:
    if kind == "reading":
        from tests.benchmarks.reading import measure_reading

        print_measures("Reading", measure_reading())
    elif kind == "pages":
        from tests.benchmarks.pages import measure_pages

        print_measures("Pages, without a browser", measure_pages(demonstration))
    elif kind == "growth":
        from tests.benchmarks.pages import measure_growth

        print_measures("Ten times the organisations", measure_growth(folder))
    elif kind == "regions":
        from tests.benchmarks.regions import measure_regions

        print_measures("89 regions on one PostgreSQL server, to a lone one", measure_regions())
    elif kind == "chromium":
        from tests.benchmarks.chromium import measure_chromium

        print_measures("Chromium", measure_chromium(demonstration, folder))


def _make_demonstration(file: Path) -> Measure:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "cmn_core", "demo", "--no-serve", "--database", f"sqlite:///{file}"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return Measure("cmn demo --no-serve, from nothing", time.perf_counter() - started, "s", _ALLOWED_DEMO_S)


if __name__ == "__main__":
    main(sys.argv[1:])
