"""Whatever people do, in any order: one version counts at most, accepted is closed until opened, nothing is lost."""

from dataclasses import replace

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cmn_core.period import Period
from cmn_core.store.engine import open_database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.failures import ReportLocked, WayRefused
from cmn_core.store.reports import ReportKey, bring_back, read_versions, returned_reports, undo_report
from tests.store.made_readings import NOW, TARA, decide, row, save
from tests.store.way import accept, give_back, unlock
from tests.store.way_model import ModelledReport, check_way

DATABASE = open_database("sqlite://")
FIRST_YEAR = 2000


class Way(RuleBasedStateMachine):
    """One report of a year of its own; versions are added to it, judged, undone and brought back."""

    year = FIRST_YEAR

    @initialize()
    def begin(self) -> None:
        Way.year += 1
        self.key: ReportKey = replace(decide().key, period=Period(Way.year, 1))
        self.model = ModelledReport()

    @precondition(lambda self: not self.model.locked)
    @rule()
    def send(self) -> None:
        number = len(self.model.states) + 1
        decisions = decide(period=self.key.period, compared_with=self.model.in_force)
        saved = save(DATABASE, [row("Школа", (number, 0, 0))], decisions, content=f"{Way.year} {number}".encode())
        self.model.take("sent", saved.report_id)

    @precondition(lambda self: self.is_sent())
    @rule()
    def accept(self) -> None:
        self.model.take("accepted", accept(DATABASE, self.in_force()))

    @precondition(lambda self: self.model.in_force is not None)
    @rule()
    def give_back(self) -> None:
        version = self.in_force()
        self.model.take("returned", version)
        assert give_back(DATABASE, version) == self.model.in_force

    @precondition(lambda self: self.model.locked)
    @rule()
    def unlock(self) -> None:
        unlock(DATABASE, self.in_force())
        self.model.take("unlocked", self.in_force())

    @precondition(lambda self: self.is_sent())
    @rule()
    def undo(self) -> None:
        version = self.in_force()
        self.model.take("undone", version)
        assert undo_report(DATABASE, self.key, expected=version, author="И", now=NOW) == self.model.in_force
        assert self.model.states.get(self.model.in_force or 0) != "returned"

    @precondition(lambda self: self.model.states and not self.model.locked)
    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        version = pick(data, sorted(self.model.states))
        if version != self.model.in_force:
            bring_back(DATABASE, version, expected=self.model.in_force, author="И", now=NOW)
            self.model.take("brought_back", version)

    @precondition(lambda self: self.model.locked)
    @rule(data=st.data())
    def change_what_is_closed(self, data: st.DataObject) -> None:
        decisions = decide(period=self.key.period, compared_with=self.model.in_force)
        with pytest.raises(ReportLocked):
            save(DATABASE, [row("Школа", (999, 0, 0))], decisions, content=b"closed")
        with pytest.raises(ReportLocked):
            undo_report(DATABASE, self.key, expected=self.in_force(), author="И", now=NOW)
        others = [version for version in self.model.states if version != self.model.in_force]
        if others:
            version = pick(data, others)
            with pytest.raises(ReportLocked):
                bring_back(DATABASE, version, expected=self.model.in_force, author="И", now=NOW)

    @precondition(lambda self: self.model.in_force is not None and not self.is_sent())
    @rule()
    def judge_what_is_accepted(self) -> None:
        with pytest.raises(WayRefused):
            accept(DATABASE, self.in_force())

    @invariant()
    def one_counts_at_most(self) -> None:
        versions = read_versions(DATABASE, self.key)
        assert [version.report_id for version in versions if version.in_force] == [
            *([self.model.in_force] if self.model.in_force else [])
        ]
        assert {version.report_id: version.state for version in versions} == self.model.states, "nothing is deleted"
        assert all(version.state != "returned" for version in versions if version.in_force)
        assert [version.report_id for version in versions if version.locked] == [
            *([self.model.accepted] if self.model.locked else [])
        ]

    @invariant()
    def among_accepted_ones_an_accepted_version_counts(self) -> None:
        for accepted_only, expected in ((False, self.model.in_force), (True, self.model.accepted)):
            facts = read_year_facts(DATABASE, self.key.period.year, accepted_only=accepted_only)
            assert [report.report_id for report in facts.reports] == ([expected] if expected else [])
        if self.model.accepted is not None:
            assert self.model.judged[self.model.accepted] == "accepted"

    @invariant()
    def what_was_returned_waits_until_it_is_sent_again(self) -> None:
        due = [version for version in returned_reports(DATABASE, TARA) if version.key == self.key]
        assert len(due) <= 1
        for version in due:
            assert version.state == "returned"
            assert not self.is_sent()

    def teardown(self) -> None:
        if Way.year % 5 == 0:
            check_way(DATABASE)

    def in_force(self) -> int:
        assert self.model.in_force is not None
        return self.model.in_force

    def is_sent(self) -> bool:
        return self.model.in_force is not None and self.model.states[self.model.in_force] == "sent"


def pick(data: st.DataObject, versions: list[int]) -> int:
    """Draw by place: the numbers of the versions differ from one run of the same example to the next."""
    return versions[data.draw(st.integers(0, len(versions) - 1))]


# Twenty steps are short enough to read as they fell; making them shorter would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
TestWay = pytest.mark.slow(Way.TestCase)
TestWay.settings = settings(max_examples=15, stateful_step_count=20, deadline=None, phases=PHASES)
