"""Programmes in the making: kept as they are left; of two people on one neither loses a word."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.store.audit import Author, read_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.merging import merge_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations
from cmn_core.store.programme_reading import list_programmes, read_planned_practices, read_programme
from cmn_core.store.programmes import (
    copy_programme,
    delete_programme,
    rename_programme,
    restore_programme,
    save_programme,
    start_programme,
)
from cmn_core.store.revision import data_revision
from tests.store.made_readings import NOW, OMSK, TARA

FIRST, SECOND = Author("Гусев", NOW), Author("Белова", NOW + timedelta(minutes=5))
LEADER = KeptModel(key="a", typical="лидер – последователь", label="лидер – последователь", count=4)
TEAM = KeptModel(key="b", label="мастер – команда", unit="group", count=2, group_size=6, curator="Петрова А. А.")
PROGRAMME = Programme(
    organisation="МБОУ «СОШ № 1»",
    kind="school",
    school_year=2020,
    forms=(
        KeptForm(key="pupil_pupil", code="pupil_pupil", label="Ученик – ученик", models=(LEADER,)),
        KeptForm(key="own-1", code="own", label="работодатель – команда", models=(TEAM,)),
    ),
)


@pytest.fixture
def school(database: Database) -> int:
    return add(database, "СОШ № 1")


def add(database: Database, name: str, district: str = TARA) -> int:
    (number,) = add_organisations(
        database, [NewOrganisation(district, name, "school", "municipal")], author="Центр", now=NOW
    )
    return number


def write(programme: Programme, text: str) -> Programme:
    return programme.model_copy(update={"texts": {"note": text}})


def test_a_programme_is_kept_as_it_was_left_and_moves_no_figure(database: Database, school: int) -> None:
    revision = data_revision(database)
    number = start_programme(database, school, " Наша  программа ", PROGRAMME, FIRST)
    saved = save_programme(database, number, write(PROGRAMME, "Своими словами"), seen=1, by=SECOND)
    assert (saved.programme_id, saved.version, saved.told) == (number, 2, "")
    opened = read_programme(database, number)
    assert opened.programme == write(PROGRAMME, "Своими словами")
    line = opened.line
    assert (line.name, line.models, line.changed_by, line.changed_at) == ("Наша программа", 2, "Белова", SECOND.at)
    assert (line.owner.name, line.owner.district, line.owner.merged_into) == ("СОШ № 1", TARA, None)
    assert data_revision(database) == revision


def test_saving_what_stands_there_already_makes_no_version(database: Database, school: int) -> None:
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    assert save_programme(database, number, PROGRAMME, seen=1, by=FIRST).version == 1


def test_saving_again_what_was_saved_without_an_answer_is_no_conflict(database: Database, school: int) -> None:
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    for _ in range(2):
        saved = save_programme(database, number, write(PROGRAMME, "слово"), seen=1, by=FIRST)
        assert (saved.programme_id, saved.version, saved.told) == (number, 2, "")
    assert len(list_programmes(database)) == 1


def test_of_two_people_the_second_is_told_and_neither_is_lost(database: Database, school: int) -> None:
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    save_programme(database, number, write(PROGRAMME, "первый"), seen=1, by=FIRST)
    saved = save_programme(database, number, write(PROGRAMME, "второй"), seen=1, by=SECOND)
    assert saved.programme_id != number
    assert "изменил(а) Гусев" in saved.told
    assert "«П (правки: Белова, " in saved.told
    assert read_programme(database, number).programme.texts == {"note": "первый"}
    assert read_programme(database, saved.programme_id).programme.texts == {"note": "второй"}
    assert [line.action for line in read_audit(database, 2)] == ["programme_kept_aside", "programme_started"]
    # The writer goes on with what was kept aside.
    assert save_programme(database, saved.programme_id, PROGRAMME, seen=saved.version, by=SECOND).told == ""


def test_what_was_deleted_meanwhile_is_written_beside_it(database: Database, school: int) -> None:
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    delete_programme(database, number, FIRST)
    saved = save_programme(database, number, write(PROGRAMME, "второй"), seen=1, by=SECOND)
    assert saved.programme_id != number
    assert "удалили" in saved.told


def test_a_deleted_programme_leaves_the_lists_and_comes_back(database: Database, school: int) -> None:
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    delete_programme(database, number, FIRST)
    assert list_programmes(database) == ()
    assert read_planned_practices(database, [TARA]) == ()
    assert [line.programme_id for line in list_programmes(database, deleted=True)] == [number]
    restore_programme(database, number, FIRST)
    restore_programme(database, number, FIRST)
    assert [line.is_deleted for line in list_programmes(database)] == [False]
    assert [line.action for line in read_audit(database, 3)] == [
        "programme_restored", "programme_deleted", "programme_started",
    ]  # fmt: skip


def test_lists_are_of_municipalities_and_organisations(database: Database, school: int) -> None:
    other = add(database, "СОШ № 2", OMSK)
    here, there = (start_programme(database, owner, "П", PROGRAMME, FIRST) for owner in (school, other))
    assert [line.programme_id for line in list_programmes(database, districts=[OMSK])] == [there]
    assert [line.programme_id for line in list_programmes(database, organisation_id=school)] == [here]
    assert len(list_programmes(database)) == 2


def test_what_is_planned_is_told_by_role_model(database: Database, school: int) -> None:
    start_programme(database, school, "П", PROGRAMME, FIRST)
    assert read_planned_practices(database, [OMSK]) == ()
    planned = read_planned_practices(database, [TARA])
    assert [(item.form_code, item.role_model, item.is_typical, item.pairs, item.mentees) for item in planned] == [
        ("pupil_pupil", "лидер – последователь", True, 4, 4),
        ("own", "мастер – команда", False, 2, 12),
    ]


def test_a_copy_for_another_organisation_leaves_the_first_alone(database: Database, school: int) -> None:
    other = add(database, "СОШ № 2", OMSK)
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    renamed = PROGRAMME.model_copy(update={"organisation": "СОШ № 2"})
    copy = copy_programme(database, number, other, "Копия", renamed, SECOND)
    opened = read_programme(database, copy)
    assert (opened.line.owner.district, opened.programme.organisation) == (OMSK, "СОШ № 2")
    assert read_programme(database, number).programme == PROGRAMME


def test_a_renamed_merged_organisation_is_told(database: Database, school: int) -> None:
    other = add(database, "Школа номер один")
    number = start_programme(database, school, "П", PROGRAMME, FIRST)
    rename_programme(database, number, "Иначе", FIRST)
    merge_organisations(database, school, into=other, author="Центр", now=NOW)
    line = read_programme(database, number).line
    assert (line.name, line.owner.merged_into) == ("Иначе", "Школа номер один")


@pytest.mark.parametrize("name", ["", " \n ", "я" * 201])
def test_a_name_that_is_none_is_refused_in_words(database: Database, school: int, name: str) -> None:
    with pytest.raises(StoreError, match="Название черновика: от 1 до 200 знаков"):
        start_programme(database, school, name, PROGRAMME, FIRST)
    assert list_programmes(database) == ()


@pytest.mark.parametrize("number", [999, 2**31 - 1])
def test_a_number_that_is_none_is_refused_in_words(database: Database, school: int, number: int) -> None:
    with pytest.raises(StoreError, match="Этой программы нет"):
        read_programme(database, number)
    with pytest.raises(StoreError, match="Этой организации в списке нет"):
        start_programme(database, number, "П", PROGRAMME, FIRST)


def test_hostile_words_are_kept_without_marks_that_no_document_holds() -> None:
    programme = Programme(
        organisation="  МБОУ\x00 «<b>Школа</b>» \u2028=1+1 😀 ",
        kind="school",
        school_year=2020,
        texts={"note": "а\r\nб\x07\n"},
    )
    assert programme.organisation == "МБОУ «<b>Школа</b>» =1+1 😀"
    assert programme.texts == {"note": "а\nб"}
    with pytest.raises(ValidationError):
        Programme(organisation="я" * 501, kind="school", school_year=2020)
