"""The steps of a report's way: each is a line that stays, written in the transaction of the deed."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.audit import Author
from cmn_core.store.moments import region_moment
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import ReportStep
from cmn_core.store.way_words import ReportState, StepName

_JUDGEMENTS = ("accepted", "returned")


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """A cell that a return names, as it stands on the sender's sheet."""

    sheet: str | None
    cell: str
    fault: str = ""
    """What is wrong there; empty where the reason says it."""


@dataclass(frozen=True, slots=True)
class WayStep:
    """What was done with a version, by whom and when."""

    report_id: int
    step: StepName
    at: datetime
    """By the region's clock."""
    author: str
    reason: str | None = None
    cells: tuple[FaultyCell, ...] = ()


def write_step(
    session: Session,
    report_id: int,
    step: StepName,
    by: Author,
    *,
    reason: str | None = None,
    cells: Collection[FaultyCell] = (),
) -> int:
    """Add a step in the transaction of the deed itself; return its number."""
    line = ReportStep(
        report_id=report_id,
        step=step,
        at=region_moment(by.at),
        author=by.name,
        person_id=actor_of(session).number,
        reason=reason,
        cells=[asdict(cell) for cell in cells],
    )
    session.add(line)
    session.flush()
    assert line.id is not None
    return line.id


def read_steps_of(session: Session, report_id: int) -> tuple[WayStep, ...]:
    """Return the steps of a version, the first first."""
    found = session.scalars(
        select(ReportStep).where(col(ReportStep.report_id) == report_id).order_by(col(ReportStep.id))
    )
    return tuple(_as_step(line) for line in found)


def read_judgements(session: Session, report_ids: Collection[int]) -> dict[int, WayStep]:
    """Return the last acceptance or return of each version that had one, in the order in which they were made."""
    found = session.scalars(
        select(ReportStep)
        .where(col(ReportStep.report_id).in_(report_ids), col(ReportStep.step).in_(_JUDGEMENTS))
        .order_by(col(ReportStep.id))
    )
    judged: dict[int, WayStep] = {}
    for line in found:
        judged.pop(line.report_id, None)
        judged[line.report_id] = _as_step(line)
    return judged


def find_last_accepted(judgements: Mapping[int, WayStep]) -> int | None:
    """Return the version accepted last among those whose acceptance was not taken back by a return."""
    accepted = [report_id for report_id, step in judgements.items() if step.step == "accepted"]
    return accepted[-1] if accepted else None


def state_judged(judgement: WayStep | None) -> ReportState:
    """Return the state of a version that is not on its way: as it was judged last, «sent» where nobody judged it."""
    if judgement is None:
        return "sent"
    return "accepted" if judgement.step == "accepted" else "returned"


def _as_step(line: ReportStep) -> WayStep:
    return WayStep(
        report_id=line.report_id,
        step=line.step,  # type: ignore[arg-type]  # stored from a StepName
        at=region_moment(line.at),
        author=line.author,
        reason=line.reason,
        cells=tuple(FaultyCell(**cell) for cell in line.cells),
    )
