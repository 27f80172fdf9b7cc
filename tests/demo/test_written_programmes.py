"""Programmes of the demonstration: there to be looked at, added once, never against a person's will."""

from cmn_core.analysis.programme_checks import check_programme
from cmn_core.demo.plan import read_plan
from cmn_core.demo.written_programmes import add_written_programmes
from cmn_core.documents.programme.reading_states import read_states_at
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.programme_reading import list_programmes, read_programme
from cmn_core.store.programmes import delete_programme
from tests.store.made_readings import NOW, TARA

REFERENCE = shipped_reference()


def test_one_is_nearly_finished_one_on_its_way_one_begun(demo_database: str) -> None:
    database = open_database(demo_database)
    lines = list_programmes(database, districts=[TARA])
    assert [(line.models, line.changed_by) for line in lines] == [
        (0, "Зимина Ольга"),
        (3, "Зимина Ольга"),
        (4, "Зимина Ольга"),
    ]
    assert [f"{line.changed_at:%d.%m.%Y}" for line in lines] == ["07.12.2020", "06.12.2020", "04.12.2020"]
    states = read_states_at(database, REFERENCE, TARA)
    remarks = {
        line.owner.kind: [
            remark.code
            for remark in check_programme(
                read_programme(database, line.programme_id).programme, REFERENCE, states[line.owner.organisation_id]
            )
            if remark.severity == "missing"
        ]
        for line in lines
    }
    assert remarks["school"].count("model_without_curator") == 1
    assert "no_forms" in remarks["supplementary"]
    database.close()


def test_they_are_added_once_and_a_deleted_one_stays_deleted(demo_copy: str) -> None:
    database = open_database(demo_copy)
    first = list_programmes(database)[0]
    delete_programme(database, first.programme_id, Author("Центр", NOW))
    add_written_programmes(database, read_plan())
    assert len(list_programmes(database)) == 2
    assert len(list_programmes(database, deleted=True)) == 1
    database.close()
