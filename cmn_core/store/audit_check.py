"""Is the record whole: every line walked, sealed anew, and laid beside the head and beside what a copy remembers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.audit_chain import FIRST_SEAL, SEALED, compute_seal
from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import AuditEntry, AuditHead
from cmn_core.wording import count_of, format_count

_PORTION = 1000
LINES = ("строка", "строки", "строк")
FaultKind = Literal["removed", "changed", "moved", "inserted", "cut", "head", "rewritten", "older"]


@dataclass(frozen=True, slots=True)
class ChainHead:
    """How many lines a record has, and the seal of the last one."""

    lines: int
    seal: str


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first place where the record is not what was written."""

    kind: FaultKind
    number: int | None
    """The line's number; None: the head itself."""
    what: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What a walk over the whole record found."""

    head: ChainHead
    fault: ChainFault | None

    @property
    def is_intact(self) -> bool:
        """Tell whether every line is the one that was written."""
        return self.fault is None


def read_head(session: Session) -> ChainHead:
    """Return the head as it stands: nothing before the first line."""
    head = session.get(AuditHead, 1)
    return ChainHead(0, FIRST_SEAL) if head is None else ChainHead(head.lines, head.seal)


def check_audit(database: Database, known: ChainHead | None = None) -> ChainCheck:
    """Walk the record from its first line; `known`: the head that a copy remembers."""
    with database.read() as session:
        actor_of(session).demand("see_record")
        head = read_head(session)
        return ChainCheck(head, _find_fault(session, head, known))


def find_loss(database: Database, known: ChainHead) -> ChainFault | None:
    """Look for the one line that a copy remembers as its last; no other line is read."""
    with database.read() as session:
        actor_of(session).demand("see_record")
        lines = read_head(session).lines
        seal = session.scalar(select(col(AuditEntry.seal)).where(col(AuditEntry.number) == known.lines))
    if known.lines and lines >= known.lines and seal != known.seal:
        return _rewritten(known.lines)
    return _check_known(lines, known)


def _find_fault(session: Session, head: ChainHead, known: ChainHead | None) -> ChainFault | None:
    seal, before_id, number = FIRST_SEAL, 0, 0
    for number, (entry, following) in enumerate(_with_following(session), 1):
        fault = _check_line(entry, number, seal, before_id, following, head)
        if fault is not None:
            return fault
        seal, before_id = entry.seal, entry.id or 0
        if known is not None and number == known.lines and seal != known.seal:
            return _rewritten(number)
    return _check_end(number, seal, head) or _check_known(number, known)


def _with_following(session: Session) -> Iterator[tuple[AuditEntry, AuditEntry | None]]:
    before: AuditEntry | None = None
    for entry in _walk(session):
        if before is not None:
            yield before, entry
        before = entry
    if before is not None:
        yield before, None


def _walk(session: Session) -> Iterator[AuditEntry]:
    """Yield the lines by their numbers, a portion at a time: memory stays flat."""
    last: int | None = None
    while True:
        portion = select(AuditEntry).order_by(col(AuditEntry.number)).limit(_PORTION)
        found = session.scalars(portion if last is None else portion.where(col(AuditEntry.number) > last)).all()
        yield from found
        if len(found) < _PORTION:
            return
        last = found[-1].number
        session.expunge_all()


def _check_line(
    entry: AuditEntry, number: int, seal: str, before_id: int, following: AuditEntry | None, head: ChainHead
) -> ChainFault | None:
    if entry.number > number:
        return _removed(number, entry.number - 1)
    if entry.number < number or number > head.lines:
        return ChainFault("inserted", entry.number, f"Строку № {entry.number} вписали мимо программы.")
    # Numbers and keys grow together while the program itself adds the lines.
    own_id, next_id = entry.id or 0, following.id if following else None
    if own_id < before_id or (next_id is not None and next_id < own_id):
        what = f"Строка № {number} стоит не на своём месте: её переставили или вписали между другими."
        return ChainFault("moved", number, what)
    if entry.seal != compute_seal(seal, {name: getattr(entry, name) for name in SEALED}):
        what = f"Строка № {number} не сходится со своей печатью: её изменили после записи."
        return ChainFault("changed", number, what)
    return None


def _check_end(number: int, seal: str, head: ChainHead) -> ChainFault | None:
    """Lay what was walked beside the head."""
    if number < head.lines:
        told = _span(number + 1, head.lines)
        return ChainFault("cut", number + 1, f"Конец журнала отрезан: {told}.")
    if seal != head.seal:
        what = "Запись о последней строке журнала не сходится с самой строкой: её подменили."
        return ChainFault("head", None, what)
    return None


def _check_known(number: int, known: ChainHead | None) -> ChainFault | None:
    """Lay an intact record beside what a copy remembers."""
    if known is None or number >= known.lines:
        return None
    what = (
        f"В копии {count_of(known.lines, *LINES)}, в журнале {format_count(number)}: "
        "конец отрезан вместе с записью о нём, или база старше копии."
    )
    return ChainFault("older", number + 1, what)


def _rewritten(number: int) -> ChainFault:
    what = f"Журнал до строки № {number} сошёлся сам с собой, но в копии он другой: его переписали целиком."
    return ChainFault("rewritten", number, what)


def _removed(first: int, last: int) -> ChainFault:
    return ChainFault("removed", first, f"Из журнала удалили: {_span(first, last)}.")


def _span(first: int, last: int) -> str:
    return f"нет строки № {first}" if first == last else f"нет строк № {first}–{last}"
