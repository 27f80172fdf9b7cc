"""What a report's way should come to, as plain values: laid beside the database after each step, or after a kill."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlmodel import col

from cmn_core.store.audit_check import check_audit
from cmn_core.store.engine import Database
from cmn_core.store.tables import AuditEntry, CurrentReport, Report, ReportStep

DEEDS = {
    "sent": "report_saved",
    "accepted": "report_accepted",
    "returned": "report_returned",
    "undone": "report_undone",
    "brought_back": "report_brought_back",
    "unlocked": "report_unlocked",
}
"""Each step's line in the record."""


@dataclass
class ModelledReport:
    """One key: its versions with their states, and which of them counts."""

    in_force: int | None = None
    earlier: list[int] = field(default_factory=list)
    accepted: int | None = None
    locked: bool = False
    states: dict[int, str] = field(default_factory=dict)
    judged: dict[int, str] = field(default_factory=dict)
    """The last judgement of each version, the latest judgement last."""

    def take(self, step: str, version: int) -> None:
        """Take a step that was taken."""
        getattr(self, f"_{step}")(version)

    def _sent(self, version: int) -> None:
        self._put(version)
        self.states[version] = "sent"

    def _brought_back(self, version: int) -> None:
        self._put(version)
        self.states[version] = "accepted" if version == self.accepted else "sent"

    def _undone(self, version: int) -> None:
        self.states[version] = self.judged.get(version, "sent")
        self.in_force = self.earlier.pop() if self.earlier else None

    def _accepted(self, version: int) -> None:
        self._judge(version, "accepted")
        self.accepted, self.locked = version, True

    def _returned(self, version: int) -> None:
        self._judge(version, "returned")
        accepted = [number for number, judgement in self.judged.items() if judgement == "accepted"]
        self.in_force = self.accepted = accepted[-1] if accepted else None
        if self.accepted is not None:
            self.states[self.accepted] = "accepted"
        self.earlier, self.locked = [], False

    def _unlocked(self, version: int) -> None:
        self.locked = False

    def _put(self, version: int) -> None:
        if self.in_force is not None:
            self.earlier.append(self.in_force)
        self.in_force = version

    def _judge(self, version: int, judgement: str) -> None:
        self.judged.pop(version, None)
        self.judged[version] = self.states[version] = judgement


def check_way(database: Database) -> dict[int, ModelledReport]:
    """Check that steps, states, pointers and the record agree; return the reports by the number of their pointer."""
    with database.read() as session:
        reports = session.scalars(select(Report).where(col(Report.layout) != "population")).all()
        pointers = session.scalars(select(CurrentReport).where(col(CurrentReport.layout) != "population")).all()
        steps = session.scalars(select(ReportStep).order_by(col(ReportStep.id))).all()
        lines = session.execute(
            select(col(AuditEntry.action), col(AuditEntry.report_id)).order_by(col(AuditEntry.number))
        ).all()
    key_of = {report.id: _key(report) for report in reports}
    models = {_key(pointer): ModelledReport() for pointer in pointers}
    for step in steps:
        models[key_of[step.report_id]].take(step.step, step.report_id)
    assert [(DEEDS[step.step], step.report_id) for step in steps] == [
        tuple(line) for line in lines if line[0] in DEEDS.values()
    ]
    for pointer in pointers:
        model = models[_key(pointer)]
        assert (pointer.report_id, pointer.accepted_id, pointer.locked) == (
            model.in_force,
            model.accepted,
            model.locked,
        )
        assert pointer.earlier == model.earlier
    assert {report.id: report.state for report in reports} == _states(models.values())
    assert check_audit(database).fault is None
    return {pointer.id or 0: models[_key(pointer)] for pointer in pointers}


def _key(row: Report | CurrentReport) -> tuple[object, ...]:
    return row.sender_id, row.scope, row.layout, row.year, row.month


def _states(models: Iterable[ModelledReport]) -> dict[int, str]:
    return {version: state for model in models for version, state in model.states.items()}
