"""The script run of every page, warm, without a browser; and whether it grows with the number of organisations."""

import gc
import os
from pathlib import Path

from cmn_core.store.location import ADDRESS_VARIABLE
from pages._parts.page_list import PAGES
from tests.benchmarks.databases import make_database
from tests.benchmarks.measures import Measure, median, p95, time_calls
from tests.pages.shell import open_shell

_RUNS = 20
_DISTRICT = "52654000"
_ALLOWED_S = 0.150
_ALLOWED_GROWTH = 1.2
_ORGANISATIONS = 20
_TIMES_MORE = 10


def measure_pages(demonstration: Path) -> list[Measure]:
    """Time the pages on the demonstration."""
    measures = []
    for entry in PAGES:
        (taken,) = _time_page(entry.path, [demonstration])
        remark = f"median {median(taken):.3f} s"
        measures.append(Measure(f"{entry.path}: script run, p95", p95(taken), "s", _ALLOWED_S, remark))
    return measures


def measure_growth(folder: Path) -> list[Measure]:
    """Time the pages with ten times the organisations beside the usual number."""
    databases = [make_database(folder, count) for count in (_ORGANISATIONS, _ORGANISATIONS * _TIMES_MORE)]
    measures = []
    for entry in PAGES:
        # The best of each: a busy computer only adds, and not to both alike.
        usual, many = (min(taken) for taken in _time_page(entry.path, databases))
        name = f"{entry.path}: {_TIMES_MORE} × the organisations, to usual"
        measures.append(Measure(name, many / usual, "×", _ALLOWED_GROWTH, f"{usual:.3f} → {many:.3f} s"))
    return measures


def _time_page(path: str, databases: list[Path]) -> list[list[float]]:
    """Return the seconds of a page's warm runs on each database, in turns, so that a busy minute hits all alike."""
    opened = []
    for database in databases:
        _point_at(database)
        opened.append(open_shell(f"{path}.py", district=_DISTRICT).run())
        if opened[-1].exception or opened[-1].error:
            raise RuntimeError(f"{path}: {opened[-1].exception} {opened[-1].error}")
    # As the server does once it is warm (http/warming.py): else two of the runs look through all modules for rubbish.
    gc.collect()
    gc.freeze()
    taken: list[list[float]] = [[] for _ in databases]
    for _ in range(_RUNS):
        for index, database in enumerate(databases):
            _point_at(database)
            taken[index] += time_calls(opened[index].run, 1)
    return taken


def _point_at(database: Path) -> None:
    os.environ[ADDRESS_VARIABLE] = f"sqlite:///{database}"
