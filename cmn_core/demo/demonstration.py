"""Open the demonstration: its database is made if it is not there, and the draft workbooks lie beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cmn_core.demo.draft import draft_paths, write_drafts
from cmn_core.demo.making import is_complete, make_demonstration
from cmn_core.demo.plan import DemoPlan, read_plan
from cmn_core.demo.sent_reports import fill_sender_form, invent_participants
from cmn_core.errors import CmnError, UsageError
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.location import DEFAULT_FILE, file_of, parse_address
from cmn_core.store.settings import is_demonstration

DEMONSTRATION_FILE = DEFAULT_FILE.with_name("demo.sqlite3")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was prepared."""

    made: bool
    """False: the database was complete already."""
    faulty: Path
    mended: Path


def prepare_demonstration(
    database: Database, url: str | None = None, announce: Callable[[], None] | None = None
) -> Demonstration:
    """Make the demonstration in an empty database or complete it; raise UsageError where other data are.

    `url`: the database's address, beside whose file the drafts go. `announce` is called before the long work.
    """
    if not is_demonstration(database) and read_audit(database, most=1):
        raise UsageError(
            "В этой базе есть другие данные: демонстрация в неё не записана. "
            "Укажите в --database новый файл, например sqlite:///demo.sqlite3."
        )
    plan = read_plan()
    made = not is_complete(database, plan)
    if made:
        if announce:
            announce()
        make_demonstration(database, plan)
    return Demonstration(made, *_prepare_drafts(_drafts_folder(url), plan))


def _prepare_drafts(folder: Path, plan: DemoPlan) -> tuple[Path, Path]:
    """Write the drafts unless they lie there."""
    draft, reference = plan.story.draft, shipped_reference()
    paths = draft_paths(folder, draft, reference)
    if not all(path.exists() for path in paths):
        participants = invent_participants(plan, reference)
        form = fill_sender_form(plan, participants, draft.oktmo, "municipal", plan.story.of(draft.period))
        try:
            write_drafts(paths, form, draft, reference)
        except OSError as error:
            raise CmnError(f"Черновик отчёта не записан в папку {folder}: {error.strerror}.") from error
    return paths


def _drafts_folder(url: str | None) -> Path:
    file = file_of(parse_address(url)) if url else None
    return (file or DEMONSTRATION_FILE).resolve().parent / "demo"
