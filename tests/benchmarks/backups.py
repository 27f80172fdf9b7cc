"""How long a backup and a restoring take, and how much memory they need at ten times the data."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.measures import Measure

_TIMES = 10
_APART = 100_000
"""Between the keys of one copy of the rows and the next."""
_SHIFTED = {
    "report": ("id",),
    "report_step": ("id", "report_id"),
    "organisation_figures": ("id", "report_id"),
    "programme_row": ("id", "figures_id"),
    "report_sums": ("id", "report_id"),
    "report_partners": ("id", "report_id"),
    "current_report": ("id", "report_id", "accepted_id"),
}
# Not ru_maxrss: a process starts with the peak of the one that began it.
_RUN = (
    "import sys, time; from pathlib import Path; from cmn_core.cli import app; "
    "from cmn_core.commands.console import run; code = run(app, sys.argv[1:]); "
    "told = Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]; "
    "print(time.process_time(), int(told) // 1024); sys.exit(code)"
)


def measure_backup(demonstration: Path, folder: Path) -> list[Measure]:
    """Measure the demonstration, and ten times its reports with their files and rows."""
    ten = _multiply(demonstration, folder / "ten.sqlite3")
    measures, memory = [], {}
    for name, database, allowed in (("demonstration", demonstration, 5.0), ("ten times", ten, 50.0)):
        copy, target = folder / f"{database.stem}.zip", folder / f"{database.stem}-restored.sqlite3"
        for deed, arguments in (
            ("backup", ["backup", str(copy), "--database", f"sqlite:///{database}"]),
            ("restore", ["restore", str(copy), "--database", f"sqlite:///{target}"]),
        ):
            taken, busy, memory[deed, name] = _run(arguments)
            sizes = f"{database.stat().st_size / 1e6:.0f} MB database, {copy.stat().st_size / 1e6:.1f} MB file"
            remark = f"processor {busy:.1f} s, {sizes}"
            measures.append(Measure(f"cmn {deed}, {name}", taken, "s", allowed, remark))
    for deed in ("backup", "restore"):
        grown = memory[deed, "ten times"] - memory[deed, "demonstration"]
        remark = f"peak {memory[deed, 'ten times']} MB, {memory[deed, 'demonstration']} MB at a tenth"
        measures.append(Measure(f"cmn {deed}: memory that ten times the data adds", grown, "MB", 64.0, remark))
    return measures


def _run(arguments: list[str]) -> tuple[float, float, int]:
    """Return the seconds by the clock, those of the processor, and the peak of memory in MB."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _RUN, *arguments], check=True, capture_output=True, text=True)
    busy, peak = done.stdout.split()[-2:]
    return time.perf_counter() - started, float(busy), int(peak)


def _multiply(source: Path, target: Path) -> Path:
    """Copy a database and write its reports again, each time for other years."""
    with sqlite3.connect(source) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with sqlite3.connect(target) as connection:
        for copy in range(1, _TIMES):
            for table, keys in _SHIFTED.items():
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                values = [_shift(column, column in keys, copy) for column in columns]
                connection.execute(
                    f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} "
                    f"WHERE id < {_APART}"
                )
    return target


def _shift(column: str, is_key: bool, copy: int) -> str:
    if is_key:
        return f"{column} + {copy * _APART}"
    return f"{column} + {copy}" if column == "year" else column
