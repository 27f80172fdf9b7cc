"""All that is known of an organisation is put right against what was seen, merged, split, listed, told apart."""

from datetime import date

import pytest

from cmn_core.store.audit import read_audit
from cmn_core.store.corrections import (
    OrganisationFacts,
    add_organisation,
    correct_organisation,
    restore_facts,
    set_facts,
)
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.merging import merge_organisations, split_organisation
from cmn_core.store.organisation_card import read_organisation
from cmn_core.store.organisation_list import list_organisations
from cmn_core.store.organisations import known_organisations
from cmn_core.store.spellings import withdraw_spelling
from cmn_core.store.told_apart import read_told_apart, tell_apart
from tests.store.made_readings import NOW, OCTOBER, OMSK, TARA, decide, row, save
from tests.store.test_corrections import people

BY = {"author": "Центр", "now": NOW}
SCHOOL = OrganisationFacts("СОШ № 1", TARA, "school", "municipal")


@pytest.fixture
def database(database: Database) -> Database:
    """Two months of Tara: school 1 (10, then 12 people) and a college (7, then 9)."""
    for period, first, second in ((OCTOBER, 10, 7), (OCTOBER.shifted(1), 12, 9)):
        rows = [row("СОШ № 1", (first, 0, 0), "А", "own"), row("Колледж", (second, 0, 0), "Б", "own")]
        save(database, rows, decide(period=period), content=str(period).encode())
    return database


def spellings(database: Database, number: int) -> list[tuple[str, int]]:
    card = read_organisation(database, number)
    assert card is not None
    return [(spelling.name, spelling.reports) for spelling in card.spellings]


def test_facts_are_written_at_once_and_taken_back_without_a_trace_in_the_spellings(database: Database) -> None:
    wanted = OrganisationFacts("МБОУ «Лицей»", OMSK, "supplementary", "state", date(2001, 9, 1), date(2020, 8, 31))
    assert set_facts(database, 1, wanted, seen=SCHOOL, **BY) == 2
    card = read_organisation(database, 1)
    assert card is not None
    assert card.facts == wanted
    assert spellings(database, 1) == [("СОШ № 1", 2)]
    assert people(database)[1, OMSK, "supplementary", "state"] == 10
    restore_facts(database, 1, SCHOOL, seen=wanted, **BY)
    assert people(database)[1, TARA, "school", "municipal"] == 10
    assert spellings(database, 1) == []
    assert [line.action for line in read_audit(database)[:2]] == ["organisation_corrected"] * 2


def test_what_another_changed_meanwhile_is_not_overwritten(database: Database) -> None:
    correct_organisation(database, 1, kind="vocational", **BY)
    with pytest.raises(StoreError, match="изменил другой человек"):
        set_facts(database, 1, SCHOOL, seen=SCHOOL, **BY)
    assert known_organisations(database, TARA)[0].kind == "vocational"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (OrganisationFacts("«»", TARA, "school", "municipal"), "Введите название"),
        (OrganisationFacts("я" * 501, TARA, "school", "municipal"), "длиннее 500"),
        (
            OrganisationFacts("Лицей", TARA, "school", "municipal", date(2020, 2, 1), date(2020, 1, 1)),
            "закрытия раньше",
        ),
        (OrganisationFacts("колледж", TARA, "school", "municipal"), "уже есть организация «Колледж»"),
        (OrganisationFacts("Лицей", "00000000", "school", "municipal"), "нет муниципалитета"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    database: Database, facts: OrganisationFacts, words: str
) -> None:
    with pytest.raises(StoreError, match=words):
        set_facts(database, 1, facts, seen=SCHOOL, **BY)
    with pytest.raises(StoreError, match=words):
        add_organisation(database, facts, **BY)
    assert [item.name for item in known_organisations(database)] == ["СОШ № 1", "Колледж"]


def test_an_organisation_added_by_hand_is_known_to_reports(database: Database) -> None:
    number = add_organisation(database, OrganisationFacts("Лицей № 5", TARA, "school", "state"), **BY)
    saved = save(database, [row("ЛИЦЕЙ №5", (3, 0, 0))], decide(compared_with=2), content=b"3")
    assert people(database)[saved.report_id, TARA, "school", "state"] == 3
    card = read_organisation(database, number)
    assert card is not None
    assert [(report.key.period, report.in_force) for report in card.reports] == [(OCTOBER.shifted(1), True)]
    assert card.deeds[0].action == "organisations_added"


def test_a_merging_is_taken_back_figure_by_figure(database: Database) -> None:
    before = people(database)
    correct_organisation(database, 2, alias="Техникум", **BY)
    merge_organisations(database, 2, into=1, **BY)
    later = save(database, [row("Колледж", (5, 0, 0))], decide(period=OCTOBER.shifted(2)), content=b"december")
    assert people(database)[1, TARA, "school", "municipal"] == 17
    assert split_organisation(database, 2, **BY) == 3
    standing = people(database)
    assert {key: value for key, value in standing.items() if key[0] != later.report_id} == before
    assert standing[later.report_id, TARA, "school", "municipal"] == 5, "what came since then stays"
    assert spellings(database, 2) == [("Техникум", 0)]
    assert spellings(database, 1) == []
    with pytest.raises(StoreError, match="разделять нечего"):
        split_organisation(database, 2, **BY)


def test_a_merging_is_not_taken_back_over_a_namesake(database: Database) -> None:
    merge_organisations(database, 2, into=1, **BY)
    add_organisation(database, OrganisationFacts("Колледж", TARA, "vocational", "state"), **BY)
    with pytest.raises(StoreError, match="уже есть организация «Колледж»"):
        split_organisation(database, 2, **BY)
    assert read_organisation(database, 2).organisation_id == 1  # type: ignore[union-attr]


def test_a_spelling_with_figures_needs_an_owner_and_one_without_goes(database: Database) -> None:
    correct_organisation(database, 1, name="Лицей", **BY)
    with pytest.raises(StoreError, match="есть числа отчётов"):
        withdraw_spelling(database, 1, "СОШ № 1", **BY)
    correct_organisation(database, 1, alias="Гимназия", **BY)
    withdraw_spelling(database, 1, "ГИМНАЗИЯ", **BY)
    assert spellings(database, 1) == [("СОШ № 1", 2)]
    with pytest.raises(StoreError, match="должны быть буквы"):
        correct_organisation(database, 1, alias="«»", **BY)


def test_the_list_is_paged_filtered_and_searched_by_words_and_spellings(database: Database) -> None:
    for number in range(2, 8):
        add_organisation(database, OrganisationFacts(f"МБОУ «Школа № {number}»", OMSK, "school", "municipal"), **BY)
    correct_organisation(database, 1, alias="Гагаринская школа", **BY)
    whole = list_organisations(database, on_page=3)
    assert (len(whole.found), whole.total) == (3, 8)
    pages = [
        item.organisation_id for page in (1, 2, 3) for item in list_organisations(database, page=page, on_page=3).found
    ]
    assert sorted(pages) == list(range(1, 9))
    assert list_organisations(database, TARA).total == 2
    assert [item.facts.name for item in list_organisations(database, words="ГАГАРИНСКАЯ").found] == ["СОШ № 1"]
    assert [item.facts.name for item in list_organisations(database, words="школа №5").found] == ["МБОУ «Школа № 5»"]
    assert list_organisations(database, words="нет такой").found == ()
    assert list_organisations(database, words="%_\\'; drop table").found == ()
    assert list_organisations(database, words="  ").total == 8


def test_a_merged_organisation_is_shown_as_the_one_that_took_it_in(database: Database) -> None:
    merge_organisations(database, 2, into=1, **BY)
    card = read_organisation(database, 2)
    assert card is not None
    assert (card.organisation_id, card.merged) == (1, ((2, "Колледж"),))
    assert list_organisations(database).total == 1
    assert read_organisation(database, 99) is None


def test_a_pair_told_apart_is_remembered(database: Database) -> None:
    tell_apart(database, 2, 1, **BY)
    assert tell_apart(database, 1, 2, **BY) == ()
    assert read_told_apart(database) == {frozenset((1, 2))}
