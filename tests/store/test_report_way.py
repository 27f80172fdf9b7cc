"""The way of a report: sent, accepted or returned, unlocked, sent again; who may take which step, and what counts."""

import pytest

from cmn_core.access import AccessDenied
from cmn_core.intake.organisation_names import name_key
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.failures import ReportLocked, StaleComparison, StoreError, WayRefused
from cmn_core.store.population import population_key, save_population
from cmn_core.store.reports import (
    FaultyCell,
    accept_many,
    accept_report,
    bring_back,
    read_steps,
    read_version,
    read_versions,
    return_report,
    returned_reports,
    save_report,
    undo_report,
)
from tests.store.made_readings import AZOVO, NOW, OMSK, TARA, children, decide, expansion, population, row
from tests.store.way import (
    CENTRE,
    KEY,
    REASON,
    SENDER,
    accept,
    check_chain,
    counting,
    give_back,
    in_hands_of,
    send,
    unlock,
)


def undo(database: Database, report_id: int) -> int | None:
    return undo_report(database, KEY, expected=report_id, author=SENDER.name, now=NOW)


def back(database: Database, report_id: int) -> int:
    return bring_back(database, report_id, expected=counting(database), author=SENDER.name, now=NOW)


def states(database: Database) -> list[str]:
    """Return the states of the key's versions, the first version first."""
    return [version.state for version in reversed(read_versions(database, KEY))]


def test_an_accepted_report_is_locked_until_the_centre_opens_it(database: Database) -> None:
    first = accept(database, send(database, 1))
    version = read_version(database, first)
    assert version is not None
    assert version.judged is not None
    assert (version.state, version.locked, version.judged.author) == ("accepted", True, "Петрова")
    for deed in (lambda: send(database, 2), lambda: undo(database, first)):
        with pytest.raises(ReportLocked, match=r"Отчёт принят и закрыт: Петрова, 25\.11\.2020 09:30"):
            deed()
    unlock(database, first)
    assert counting(database) == first
    with pytest.raises(WayRefused, match="Отменить его нельзя"):
        undo(database, first)
    second = send(database, 2)
    assert states(database) == ["accepted", "sent"]
    assert undo(database, second) == first
    accept(database, back(database, second))
    assert [step.step for step in read_steps(database, second)] == ["sent", "undone", "brought_back", "accepted"]
    assert [step.step for step in read_steps(database, first)] == ["sent", "accepted", "unlocked"]
    assert check_chain(database) == [
        "report_saved", "report_accepted", "report_unlocked", "report_saved", "report_undone", "report_brought_back",
        "report_accepted",
    ]  # fmt: skip


def test_a_return_names_reason_and_cells_and_nothing_counts(database: Database) -> None:
    first, second = send(database, 1), send(database, 2)
    cells = (FaultyCell("Лист1", " C7 ", "больше,\x00 чем детей  в школе"), FaultyCell(None, " "))
    assert return_report(database, second, reason=f" \u202e{REASON}\x00\n", cells=cells, by=CENTRE) is None
    assert counting(database) is None
    (task,) = returned_reports(database, TARA)
    assert task.judged is not None
    assert (task.report_id, task.state, task.judged.reason) == (second, "returned", REASON)
    assert task.judged.cells == (FaultyCell("Лист1", "C7", "больше, чем детей в школе"),)
    third = send(database, 3)
    assert returned_reports(database, TARA) == ()
    assert undo(database, third) is None, "an undo passes by what was returned and what was sent before it"
    assert [item.report_id for item in returned_reports(database, TARA)] == [second]
    assert states(database) == ["sent", "returned", "sent"]
    assert first != second


def test_after_a_return_the_last_accepted_version_counts(database: Database) -> None:
    first = accept(database, send(database, 1))
    unlock(database, first)
    second = send(database, 2)
    assert give_back(database, second) == first
    third = send(database, 3)
    accept(database, third)
    assert give_back(database, third) == first, "an accepted report is returned without opening it first"
    assert [item.report_id for item in returned_reports(database, TARA)] == [third]
    assert give_back(database, first) is None
    assert states(database) == ["returned"] * 3
    with pytest.raises(WayRefused, match="уже возвращён: Петрова"):
        give_back(database, first)


def test_what_was_returned_is_brought_back_as_sent_anew(database: Database) -> None:
    first = send(database, 1)
    give_back(database, first)
    assert back(database, first) == first
    assert (states(database), returned_reports(database, TARA)) == (["sent"], ())
    assert undo(database, first) is None
    assert states(database) == ["returned"]
    back(database, first)
    accept(database, first)
    assert states(database) == ["accepted"]


def test_a_formerly_accepted_version_is_judged_anew(database: Database) -> None:
    first = accept(database, send(database, 1))
    unlock(database, first)
    second = send(database, 2)
    assert back(database, first) == first
    assert states(database)[0] == "accepted", "it is still the last accepted one"
    accept(database, back(database, second))
    unlock(database, second)
    back(database, first)
    assert states(database) == ["sent", "accepted"]
    assert undo(database, first) == second
    assert states(database) == ["accepted", "accepted"]
    assert give_back(database, second) == first


def test_only_the_version_in_force_is_judged_and_once(database: Database) -> None:
    first, second = send(database, 1), send(database, 2)
    for judge in (accept, give_back, unlock):
        with pytest.raises(StaleComparison, match="версия 2"):
            judge(database, first)
    with pytest.raises(WayRefused, match="уже открыт"):
        unlock(database, second)
    accept(database, second)
    with pytest.raises(WayRefused, match=r"уже принят: Петрова, 25\.11\.2020 09:30"):
        accept(database, second)
    with pytest.raises(StoreError, match="нет в базе"):
        accept(database, 999)


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b", "\u00ad \u202e", "…", "а" * 2001])
def test_a_return_without_a_reason_changes_nothing(database: Database, reason: str) -> None:
    first = send(database, 1)
    with pytest.raises(WayRefused, match="ричин"):
        return_report(database, first, reason=reason, by=CENTRE)
    assert states(database) == ["sent"]


def test_what_is_no_cell_is_named_by_no_return(database: Database) -> None:
    first = send(database, 1)
    with pytest.raises(WayRefused, match="например C12"):
        return_report(database, first, reason=REASON, cells=[FaultyCell("Лист1", "=A1")], by=CENTRE)
    assert states(database) == ["sent"]


def test_accepted_reports_alone_are_counted_apart(database: Database) -> None:
    def counted(*, accepted_only: bool) -> list[int]:
        facts = read_year_facts(database, 2020, accepted_only=accepted_only)
        assert facts.accepted_only is accepted_only
        assert {sums.report_id for sums in facts.sums} == {report.report_id for report in facts.reports}
        return [sums.people.drawn_in for sums in facts.sums if sums.form is None]

    save_population(database, population([children(TARA, 100)]), b"population", author="П", now=NOW)
    first = send(database, 1)
    assert (counted(accepted_only=False), counted(accepted_only=True)) == ([1], [])
    unlock(database, accept(database, first))
    second = send(database, 2)
    assert (counted(accepted_only=False), counted(accepted_only=True)) == ([2], [1])
    give_back(database, second)
    assert (counted(accepted_only=False), counted(accepted_only=True)) == ([1], [1])
    give_back(database, first)
    assert (counted(accepted_only=False), counted(accepted_only=True)) == ([], [])
    assert [value.value for value in read_year_facts(database, 2020, accepted_only=True).population] == [100]


def test_several_are_accepted_each_by_itself(database: Database) -> None:
    tara, azovo = send(database, 1), send(database, 1, sender=AZOVO)
    accept(database, tara)
    told = list(accept_many(database, [tara, azovo], by=CENTRE))
    assert [(item.report_id, item.refusal is None) for item in told] == [(tara, False), (azovo, True)]
    assert [line.action for line in read_audit(database)].count("report_accepted") == 2


def test_the_regions_own_form_goes_the_same_way(database: Database) -> None:
    own = send(database, 1, sender=None)
    with pytest.raises(AccessDenied):
        accept(in_hands_of(database, "district", TARA), own)
    give_back(database, own)
    assert [item.report_id for item in returned_reports(database, None)] == [own]
    with pytest.raises(AccessDenied):
        returned_reports(in_hands_of(database, "district", TARA), None)


def test_population_is_not_judged(database: Database) -> None:
    (saved,) = save_population(database, population([children(TARA, 100)]), b"population", author="П", now=NOW)
    with pytest.raises(WayRefused, match="«Численность» не принимают"):
        accept_report(database, saved.report_id, by=CENTRE)
    undo_report(database, population_key(2020), expected=saved.report_id, author="П", now=NOW)
    assert read_steps(database, saved.report_id) == ()


def test_a_district_sends_its_own_and_judges_nothing(database: Database) -> None:
    official = in_hands_of(database, "district", TARA)
    first = send(official, 1)
    for deed in (lambda: send(official, 1, sender=OMSK), lambda: send(official, 1, sender=None)):
        with pytest.raises(AccessDenied):
            deed()
    for judge in (accept, give_back, unlock):
        with pytest.raises(AccessDenied):
            judge(official, first)
    stranger = in_hands_of(database, "district", OMSK)
    for deed in (lambda: undo(stranger, first), lambda: back(database.acting(stranger.actor), first)):
        with pytest.raises(AccessDenied):
            deed()
    assert undo(official, first) is None
    assert check_chain(database).count("refused") == 7


def test_a_district_names_no_other_municipalitys_organisation(database: Database) -> None:
    official = in_hands_of(database, "district", TARA)
    reading = expansion([row("Школа № 9", (1, 0, 0))], content=b"x")
    elsewhere = decide(districts_of_new={name_key("Школа № 9"): OMSK})
    with pytest.raises(AccessDenied):
        save_report(official, reading, b"x", elsewhere, now=NOW)
    save_report(in_hands_of(database, "centre"), reading, b"x", elsewhere, now=NOW)


def test_others_reports_are_not_seen(database: Database) -> None:
    first = send(database, 1)
    stranger, viewer = in_hands_of(database, "district", OMSK), in_hands_of(database, "viewer")
    for person in (stranger, viewer):
        for read in (
            lambda person=person: read_versions(person, KEY),
            lambda person=person: read_version(person, first),
            lambda person=person: read_steps(person, first),
            lambda person=person: returned_reports(person, TARA),
        ):
            with pytest.raises(AccessDenied):
                read()
