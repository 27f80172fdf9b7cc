"""Load on the real server, as figures beside what is allowed."""

import asyncio
from collections import Counter
from pathlib import Path

from cmn_core.store.engine import open_database
from cmn_core.store.facts_reading import read_year_facts
from tests.benchmarks.load.crowd import CrowdLog, gather_crowd
from tests.benchmarks.load.made_reports import PERIOD, make_reports
from tests.benchmarks.load.sending import Sending, SentFile, send_files
from tests.benchmarks.measures import Measure, median, p95
from tests.benchmarks.served import serve
from tests.browser.running_server import RunningServer

_LOOKING, _LOOKING_MIN = 50, 1.5
_SETTLING_S, _UPLOADS_WITHIN_S = 15, 60
_PILE = 40
_ALLOWED_P95_S = 1.0
_ALLOWED_P95_WITH_UPLOADS_S = 1.5
_ALLOWED_UPLOAD_S = 5.0
_ALLOWED_PILE_S = 15.0
_ALLOWED_PILE_SAVED_S = 25.0
_ALLOWED_CORES = 2.0
_ALLOWED_GROWTH = 1.1
_MOST_FAULTS_NAMED = 5


def measure_crowd(demonstration: Path, folder: Path, people: int, minutes: float) -> list[Measure]:
    """Let people change filters on all pages for so many minutes."""
    with serve(demonstration, folder) as server:
        log = asyncio.run(gather_crowd(server, people, minutes))
    _print_pages(log)
    return [*_of_waiting(log, f"{people} people", _ALLOWED_P95_S), *_of_memory(log)]


def measure_uploads(demonstration: Path, folder: Path) -> list[Measure]:
    """Let every municipality save a report within one minute while people look at all pages."""
    files = make_reports("municipal")
    with serve(demonstration, folder) as server:
        log, sendings = asyncio.run(_look_and_send(server, files))
    taken = [sending.saved_s for sending in sendings]
    faults = Counter(fault for sending in sendings for fault in sending.faults)
    return [
        *_of_waiting(log, f"{_LOOKING} people, {len(files)} uploads a minute", _ALLOWED_P95_WITH_UPLOADS_S),
        Measure("uploads that are not in the database", len(files) - _count_saved(demonstration), "", 0,
                _name_most(faults)),
        Measure("an upload, from the drop to the word after saving, p95", p95(taken), "s", _ALLOWED_UPLOAD_S,
                f"median {median(taken):.3f} s"),
    ]  # fmt: skip


def measure_pile(demonstration: Path, folder: Path) -> list[Measure]:
    """Let one person drop as many files at once as may be, and save them."""
    files = [*make_reports("municipal"), *make_reports("state")][:_PILE]
    with serve(demonstration, folder) as server:
        sending = asyncio.run(send_files(server, files))
    return [
        Measure(f"{len(files)} files at once, to their verdicts", sending.judged_s, "s", _ALLOWED_PILE_S),
        Measure(f"{len(files)} files at once, to the word after saving", sending.saved_s, "s", _ALLOWED_PILE_SAVED_S),
        Measure("files neither in the database nor kept for a person",
                len(files) - sending.waiting - _count_saved(demonstration), "", 0,
                "; ".join((f"{sending.waiting} kept for a person", *sending.faults))),
    ]  # fmt: skip


async def _look_and_send(server: RunningServer, files: list[SentFile]) -> tuple[CrowdLog, list[Sending]]:
    looking = asyncio.create_task(gather_crowd(server, _LOOKING, _LOOKING_MIN))
    await asyncio.sleep(_SETTLING_S)

    async def send(place: int, file: SentFile) -> Sending:
        await asyncio.sleep(place * _UPLOADS_WITHIN_S / len(files))
        return await send_files(server, [file])

    sendings = await asyncio.gather(*(send(place, file) for place, file in enumerate(files)))
    return await looking, sendings


def _count_saved(file: Path) -> int:
    """Return how many reports of the made month are in force."""
    database = open_database(f"sqlite:///{file}")
    try:
        return sum(report.period == PERIOD for report in read_year_facts(database, PERIOD.year).reports)
    finally:
        database.close()


def _of_waiting(log: CrowdLog, who: str, allowed_s: float) -> list[Measure]:
    taken, faults = log.seconds, log.faults
    return [
        Measure(f"{who}: p95 of a page", p95(taken), "s", allowed_s,
                f"{len(taken)} pages, p50 {median(taken):.3f}, max {max(taken):.3f} s"),
        Measure(f"{who}: broken pages", faults.total(), "", 0, _name_most(faults)),
    ]  # fmt: skip


def _of_memory(log: CrowdLog) -> list[Measure]:
    memory = [minute.memory_mb for minute in log.minutes]
    settled = memory[len(memory) // 2]
    return [
        Measure("cores that the server kept busy", max(minute.cores for minute in log.minutes), "", _ALLOWED_CORES),
        Measure("memory at the end, to that at half time", memory[-1] / settled, "×", _ALLOWED_GROWTH,
                f"{memory[0]:.0f} → {settled:.0f} → {memory[-1]:.0f} MB, {log.memory_slope():+.2f} MB a minute"),
    ]  # fmt: skip


def _name_most(faults: Counter[str]) -> str:
    return "; ".join(f"{count} × {fault}" for fault, count in faults.most_common(_MOST_FAULTS_NAMED))


def _print_pages(log: CrowdLog) -> None:
    for page in sorted({look.page for look in log.looks}):
        taken = [look.seconds for look in log.looks if look.page == page and look.seconds]
        if taken:
            print(f"  {page:<12} {len(taken):>5} pages, p50 {median(taken):.3f}, p95 {p95(taken):.3f} s", flush=True)
