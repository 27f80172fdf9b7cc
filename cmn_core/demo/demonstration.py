"""Open the demonstration: its database is made if it is not there, and the draft workbooks lie beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cmn_core.demo.accounts import add_demo_accounts
from cmn_core.demo.draft import draft_paths, spoil_monthly_workbook, spoil_workbook, write_drafts
from cmn_core.demo.form_workbooks import write_form_workbook
from cmn_core.demo.making import is_complete, make_demonstration
from cmn_core.demo.monthly_forms import fill_monthly_form
from cmn_core.demo.monthly_sheets import write_monthly_workbook
from cmn_core.demo.plan import DemoPlan, read_plan
from cmn_core.demo.sent_reports import fill_sender_form, invent_participants
from cmn_core.demo.weighed_scenarios import add_weighed_scenarios
from cmn_core.demo.written_programmes import add_written_programmes
from cmn_core.errors import CmnError, UsageError
from cmn_core.reference import Reference, shipped_reference
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
    monthly_faulty: Path
    monthly_mended: Path


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
    add_demo_accounts(database, plan.story.region_author)
    add_written_programmes(database, plan)
    add_weighed_scenarios(database, plan)
    return Demonstration(made, *_prepare_drafts(_drafts_folder(url), plan))


def _prepare_drafts(folder: Path, plan: DemoPlan) -> tuple[Path, ...]:
    """Write the drafts unless they lie there."""
    reference = shipped_reference()
    expansion = draft_paths(folder, plan.story.draft, reference)
    monthly = draft_paths(folder, plan.story.monthly_draft, reference)
    if not all(path.exists() for path in (*expansion, *monthly)):
        try:
            write_drafts(expansion, *_fill_expansion_draft(plan, reference))
            write_drafts(monthly, *_fill_monthly_draft(plan, reference))
        except OSError as error:
            raise CmnError(f"Черновик отчёта не записан в папку {folder}: {error.strerror}.") from error
    return (*expansion, *monthly)


def _fill_expansion_draft(plan: DemoPlan, reference: Reference) -> tuple[bytes, bytes]:
    """Return the faulty and the mended expansion form."""
    draft, participants = plan.story.draft, invent_participants(plan, reference)
    form = fill_sender_form(plan, participants, draft.oktmo, "municipal", plan.story.of(draft.period))
    content = write_form_workbook(form, reference)
    return spoil_workbook(content, form, draft, reference), content


def _fill_monthly_draft(plan: DemoPlan, reference: Reference) -> tuple[bytes, bytes]:
    """Return the faulty and the mended monthly form."""
    draft, participants = plan.story.monthly_draft, invent_participants(plan, reference)
    form = fill_monthly_form(plan, draft.oktmo, draft.period, participants.monthly[draft.oktmo])
    content = write_monthly_workbook(form, reference)
    return spoil_monthly_workbook(content, draft, reference), content


def _drafts_folder(url: str | None) -> Path:
    file = file_of(parse_address(url)) if url else None
    return (file or DEMONSTRATION_FILE).resolve().parent / "demo"
