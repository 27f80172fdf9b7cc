"""Worker processes: what kills one costs its caller a sentence and nobody else anything."""

import gc
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from cmn_core.errors import CmnError, UsageError
from cmn_core.intake.apart.worker_process import WorkerProcess
from cmn_core.intake.apart.workers import WorkerPool, run_in_new_worker, run_in_worker
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.read_report import read_report
from cmn_core.reference.budgets import read_budgets
from tests.intake import worker_jobs
from tests.intake.handmade import make_xlsx

SMALL = make_xlsx('<row r="1"><c r="A1"><v>7</v></c></row>')


def make_pool(**budgets):
    return WorkerPool(read_budgets().model_copy(update=budgets), ("cmn_core.intake.cells.open_grid",))


@pytest.fixture
def pool():
    made = make_pool(seconds=4.0)
    yield made
    made.close()


def refusal(run, *call):
    with pytest.raises(UnreadableFile) as raised:
        run(*call)
    return raised.value.code, raised.value.details.get("budget") or raised.value.details.get("fault")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ((worker_jobs.sleep, 30), ("too_large", "time")),
        ((worker_jobs.take_memory, 2000), ("too_large", "memory")),
        ((worker_jobs.abort,), ("too_large", "memory")),
        ((worker_jobs.crash,), ("corrupt_file", "crash")),
        ((worker_jobs.panic,), ("corrupt_file", "crash")),
        ((threading.Lock,), ("corrupt_file", "crash")),
        ((worker_jobs.refuse,), ("corrupt_file", "cut")),
    ],
    ids=["time", "memory", "abort", "error", "panic", "answer that cannot be packed", "refusal"],
)
def test_bad_end_becomes_a_refusal_and_the_pool_goes_on(pool, call, expected):
    assert refusal(pool.run, *call) == expected
    assert {pool.run(worker_jobs.sleep, 0.05) for _ in range(4)} != {os.getpid()}
    assert pool.run(open_grid, SMALL, "a.xlsx").sheets[0].rows == [[7]]


def test_reason_names_the_budget():
    pool = make_pool(seconds=0.5, memory_mb=500)
    with pytest.raises(UnreadableFile) as slow:
        pool.run(worker_jobs.sleep, 9)
    with pytest.raises(UnreadableFile) as large:
        pool.run(worker_jobs.take_memory, 900)
    pool.close()
    assert slow.value.details["reason"] == "чтение не уложилось в 0,5 с"
    assert large.value.details["reason"] == "для чтения не хватило 500\xa0МБ памяти"


def test_refusals_with_a_sentence_of_their_own_come_through(pool):
    with pytest.raises(UsageError, match="Так нельзя"):
        pool.run(worker_jobs.refuse_usage)


def test_crash_is_logged_by_place_without_what_the_file_says(pool, caplog):
    refusal(pool.run, worker_jobs.crash)
    assert "KeyError at" in caplog.text
    assert "worker_jobs.py" in caplog.text
    assert "личные" not in caplog.text


def test_output_of_a_reader_does_not_mix_with_answers(pool):
    assert pool.run(worker_jobs.print_and_answer) == "answer"


def test_one_worker_is_killed_while_the_other_serves(pool):
    with ThreadPoolExecutor(2) as callers:
        assert len(set(callers.map(pool.run, [worker_jobs.sleep] * 2, [0.5] * 2))) == 2
        stuck = callers.submit(refusal, pool.run, worker_jobs.sleep, 30)
        time.sleep(0.3)
        served = {pool.run(worker_jobs.tell_process) for _ in range(10)}
        assert not stuck.done()
        assert stuck.result() == ("too_large", "time")
    assert len(served) == 1
    with ThreadPoolExecutor(2) as callers:
        after = set(callers.map(pool.run, [worker_jobs.sleep] * 2, [0.5] * 2))
    assert served < after
    assert len(after) == 2


def test_many_files_wait_for_their_turn_and_time_counts_from_the_work():
    pool = make_pool(seconds=1.5)
    for _ in range(2):
        pool.run(worker_jobs.tell_process)
    with ThreadPoolExecutor(40) as callers:
        answers = list(callers.map(pool.run, [worker_jobs.sleep] * 40, [0.1] * 40))
    pool.close()
    assert len(answers) == 40
    assert len(set(answers)) == 2


def test_worker_is_replaced_after_its_number_of_files():
    pool = make_pool(workers=1, files_per_worker=3)
    processes = [pool.run(worker_jobs.tell_process) for _ in range(7)]
    pool.close()
    assert [processes.count(process) for process in dict.fromkeys(processes)] == [3, 3, 1]


def test_worker_that_died_between_files_is_replaced(pool):
    first = pool.run(worker_jobs.tell_process)
    psutil.Process(first).kill()
    assert first not in {pool.run(worker_jobs.sleep, 0.05) for _ in range(4)}


def test_owner_watches_memory_where_the_system_does_not():
    worker = WorkerProcess(read_budgets(), (), watched_bytes=200_000_000)
    assert worker.call(worker_jobs.hold_memory, (20, 0.3)) == 20 * 1024 * 1024
    assert refusal(worker.call, worker_jobs.hold_memory, (400, 9)) == ("too_large", "memory")
    assert not worker.is_alive


def test_readers_of_workers_carry_no_heavy_modules():
    assert run_in_worker(worker_jobs.loaded_modules) == []
    reading = run_in_worker(read_report, SMALL, "a.xlsx")
    assert [problem.code for problem in reading.problems] == ["wrong_form"]
    assert run_in_worker(worker_jobs.loaded_modules) == []


def test_shared_workers_are_two_and_warm():
    with ThreadPoolExecutor(6) as callers:
        assert len(set(callers.map(run_in_worker, [worker_jobs.sleep] * 6, [0.2] * 6))) == 2


def test_worker_of_one_shot_leaves_nothing_behind():
    process = run_in_new_worker(worker_jobs.tell_process)
    assert process != os.getpid()
    assert not psutil.pid_exists(process)
    assert refusal(run_in_new_worker, worker_jobs.refuse) == ("corrupt_file", "cut")


def test_owner_keeps_no_bytes_of_the_files(pool):
    """Ten files of 15 MB pass; none may stay."""
    pool.run(len, bytes(15_000_000))
    gc.collect()
    before = psutil.Process().memory_info().rss
    for _ in range(10):
        assert pool.run(len, os.urandom(15_000_000)) == 15_000_000
        assert len(pool.run(worker_jobs.return_much, 15)) == 15 * 1024 * 1024
    gc.collect()
    assert psutil.Process().memory_info().rss - before < 40_000_000


def test_worker_that_cannot_start_is_told_in_a_sentence():
    worker = WorkerProcess(read_budgets(), ("no_such_module_at_all",))
    with pytest.raises(CmnError, match="Чтение файлов не запустилось"):
        worker.call(worker_jobs.tell_process, ())
    assert not worker.is_alive


def test_workers_end_with_their_owner(tmp_path):
    """A killed owner leaves no process: its pipes close."""
    script = tmp_path / "owner.py"
    script.write_text(
        "import time\n"
        "from cmn_core.intake.apart.workers import run_in_worker\n"
        "from tests.intake.worker_jobs import tell_process\n"
        "print(run_in_worker(tell_process), flush=True)\n"
        "time.sleep(60)\n",
        encoding="utf-8",
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths}
    ) as owner:
        worker = psutil.Process(int(owner.stdout.readline()))
        owner.kill()
    worker.wait(20)
    assert not worker.is_running()


def test_interrupted_talk_ends_the_process(pool):
    """What cannot be pickled is the caller's fault: it gets its error, the next caller a fresh worker."""
    with pytest.raises((AttributeError, TypeError)):
        pool.run(len, threading.Lock())
    assert pool.run(len, "абв") == 3
