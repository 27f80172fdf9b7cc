"""`uv run python -m tests.benchmarks [NAME…] [--minutes N] [--people N]`: times and sizes beside what is allowed.

Never a gate: what is over its allowance is printed so, and nothing fails.
"""

import argparse
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measures import Measure, print_measures

_ALLOWED_DEMO_S = 20.0
QUICK = {
    "demo": "the demonstration is made",
    "reading": "a workbook's bytes to problems, warm",
    "pages": "the script run of every page, without a browser",
    "growth": "every page with ten times the organisations",
    "pile": "40 files dropped at once",
    "entering": "signing in with argon2, wrong passwords by the thousand",
    "programme": "a programme's document, a municipality's archive of 40",
    "guard": "what the guard adds to requests and messages, signing in over http",
}
LONG = {
    "backup": "a backup and its restoring, and their memory at ten times the data",
    "chromium": "a rerun in Chromium beside an empty page",
    "opening": "the first opening over a slow line",
    "crowd": "people who change filters on all pages for --minutes",
    "uploads": "33 uploads in one minute while 50 people look",
    "regions": "one region's page on a server with 89 regions, to a lone one",
}


def main(arguments: list[str]) -> None:
    """Measure the kinds that were asked for, the quick ones by default, and print each as it comes."""
    asked = _read_arguments(arguments)
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        demonstration = folder / "demo.sqlite3"
        print_measures("Demonstration", [_make_demonstration(demonstration)])
        for kind in asked.names or QUICK:
            place = folder / kind
            place.mkdir()
            own = Path(shutil.copy(demonstration, place))
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            title = f"{kind}: {(QUICK | LONG)[kind]}; load of the machine before {load:.1f}"
            print_measures(title, _kinds(own, place, asked.people, asked.minutes)[kind]())


def _read_arguments(arguments: list[str]) -> argparse.Namespace:
    kinds = "\n".join(f"  {name:<9} {gist}" for name, gist in (QUICK | LONG).items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=f"{kinds}\nWithout a name: {', '.join(QUICK)}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*QUICK, *LONG, []])
    parser.add_argument("--minutes", type=float, default=10.0, help="how long the crowd stays (10)")
    parser.add_argument("--people", type=int, default=100, help="how many they are (100)")
    return parser.parse_args(arguments)


def _kinds(demonstration: Path, folder: Path, people: int, minutes: float) -> dict[str, Callable[[], list[Measure]]]:
    from tests.benchmarks import backups, chromium, entering, guard, opening, pages, programmes, reading, regions
    from tests.benchmarks.load import measuring

    return {
        "demo": lambda: [],
        "reading": reading.measure_reading,
        "pages": lambda: pages.measure_pages(demonstration),
        "growth": lambda: pages.measure_growth(folder),
        "pile": lambda: measuring.measure_pile(demonstration, folder),
        "entering": lambda: entering.measure_entering(demonstration),
        "programme": lambda: programmes.measure_programmes(demonstration),
        "guard": lambda: guard.measure_guard(demonstration, folder),
        "backup": lambda: backups.measure_backup(demonstration, folder),
        "chromium": lambda: chromium.measure_chromium(demonstration, folder),
        "opening": lambda: opening.measure_opening(demonstration, folder),
        "crowd": lambda: measuring.measure_crowd(demonstration, folder, people, minutes),
        "uploads": lambda: measuring.measure_uploads(demonstration, folder),
        "regions": regions.measure_regions,
    }


def _make_demonstration(file: Path) -> Measure:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "cmn_core", "demo", "--no-serve", "--database", f"sqlite:///{file}"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return Measure("cmn demo --no-serve, from nothing", time.perf_counter() - started, "s", _ALLOWED_DEMO_S)


if __name__ == "__main__":
    main(sys.argv[1:])
