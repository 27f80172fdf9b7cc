"""A pile read by all workers at once, with progress; and each of its files beside what is stored."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

import streamlit as st

from cmn_core.intake.checked_file import CheckedFile, check_file_apart
from cmn_core.intake.read_report import Expectation
from cmn_core.reference.budgets import read_budgets
from cmn_core.store.pile import judge_pile, read_beside
from cmn_core.store.pile_files import JudgedFile, PileChoices, PiledFile, StoredBeside
from cmn_core.store.report_keys import ReportKey
from cmn_core.wording import FILES, NBSP, count_of
from pages._parts.database import CurrentData
from pages._parts.turns import TURNS
from pages._parts.upload_desk import Pile, PileItem
from pages._parts.upload_reading import guess_whose
from pages._parts.upload_senders import list_senders, sends_for_all
from pages._parts.upload_state import UploadState

_AS_IT_IS = Expectation()


def read_pile(pile: Pile, data: CurrentData) -> None:
    """Read every file that was not read yet; what is read stays read if the person goes on to something else."""
    waiting = [item for item in pile.items if item.work.reading is None and item.work.file]
    if not waiting:
        return
    bar = st.progress(0.0, _say(0, len(waiting)))
    pool = ThreadPoolExecutor(read_budgets().workers)
    try:
        with TURNS.aside():
            asked = {pool.submit(_read, item.work, data): item for item in waiting}
            for done, future in enumerate(as_completed(asked), 1):
                _take(future, asked[future])
                bar.progress(done / len(waiting), _say(done, len(waiting)))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    bar.empty()


def _read(work: UploadState, data: CurrentData) -> CheckedFile | None:
    file = work.file
    if file is None:
        return None
    return check_file_apart(file.content, file.name, _AS_IT_IS, data.reference, work.corrections)


def _take(future: "Future[CheckedFile | None]", item: PileItem) -> None:
    checked = future.result()
    if checked is not None:
        item.work.checked[_AS_IT_IS, item.work.corrections] = checked
        item.work.reading = checked.reading


def _say(done: int, of: int) -> str:
    return f"Читаю и проверяю: {done} из {count_of(of, *FILES)}"


def judge_items(pile: Pile, data: CurrentData) -> tuple[tuple[PiledFile, ...], tuple[JudgedFile, ...]]:
    """Return the files as they stand, and the verdicts on those that are not saved; compared only when changed."""
    files = tuple(_pile_file(item, data) for item in pile.items)
    beside = {file.number: _compare(file, pile.item(file.number), data) for file in files}
    saved = {item.number: item.saved_report.key for item in pile.items if item.saved_report}
    senders = None if sends_for_all(data) else frozenset(list_senders(data))
    choices = PileChoices(dict(pile.favourites), pile.takes_own_names, pile.months, saved, senders)
    return files, judge_pile(files, beside, choices, data.reference)


def _pile_file(item: PileItem, data: CurrentData) -> PiledFile:
    work = item.work
    assert work.reading is not None
    guess = guess_whose(work.reading, data, work)
    return PiledFile(item.number, work.reading, guess, work.key_chosen, work.answers, work.left_out_sheets)


def _compare(file: PiledFile, item: PileItem, data: CurrentData) -> StoredBeside | None:
    about = (data.revision, file)
    return item.work.remember("beside", about, lambda: read_beside(data.database, file, data.reference))


def find_other_claims(pile: Pile, number: int, key: ReportKey, data: CurrentData) -> tuple[str, ...]:
    """Name the other files of the pile that are the same report with another content, saved ones too."""
    files = [_pile_file(item, data) for item in pile.items if item.work.reading is not None]
    own = next(file for file in files if file.number == number)
    return tuple(
        f"№{NBSP}{file.number} «{file.reading.file}»"
        for file in files
        if file.key == key and file.content != own.content
    )


def contents_of(pile: Pile, judged: Sequence[JudgedFile]) -> dict[int, bytes]:
    """Return the bytes of the judged files."""
    works = {item.file.number: pile.item(item.file.number).work for item in judged}
    return {number: work.file.content for number, work in works.items() if work.file}
