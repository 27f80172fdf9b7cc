"""`cmn indicators` at every level from saved monthly reports, worked by hand."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from cmn_core.store.engine import open_database
from tests.commands.answers import Cmn
from tests.store.made_monthly import organisation, programme, save_monthly
from tests.store.made_readings import OMSK, TARA

INDICATORS = [
    "coverage", "mentee_share", "mentor_share", "young_teacher_share", "enterprise_share",
    "mentee_satisfaction", "mentor_satisfaction",
]  # fmt: skip


@pytest.fixture
def saved(database: Path) -> None:
    """Two schools of Тарский, one of Омск; enterprises under several spellings."""
    database.parent.mkdir(parents=True)
    opened = open_database(f"sqlite:///{database}")
    save_monthly(
        opened,
        [
            organisation(
                "МБОУ «Первая СОШ»",
                pupils_10_19=300,
                pupils_15_19=100,
                young_teachers=4,
                involved=60,
                mentees=45,
                mentors=20,
                mentors_15_19=3,
                young_mentees=1,
                surveyed_mentees=20,
                satisfied_mentees=15,
                surveyed_mentors=10,
                satisfied_mentors=4,
            ),
            organisation(
                "МБОУ «Вторая СОШ»", number=6, pupils_10_19=200, pupils_15_19=50, involved=10, mentees=4, mentors=7
            ),
        ],
        [
            programme("Вектор", "МБОУ «Первая СОШ»", (12, 30, 30), partner="ООО «Агро»"),
            programme("Лидер", "МБОУ «Первая СОШ»", (13, 20, 20), partner="Агро, ООО", number=6),
            programme("Вектор", "МБОУ «Вторая СОШ»", (7, 4, 4), partner="АО «Омск-Нефть»", number=7),
        ],
    )
    save_monthly(
        opened,
        [organisation("БОУ г. Омска «СОШ № 3»", pupils_10_19=500, involved=50, mentees=50)],
        [programme("Путь", "БОУ г. Омска «СОШ № 3»", (0, 50, 50), partner="«Агро»")],
        sender=OMSK,
    )
    opened.close()


def by_code(figures: list[dict[str, Any]], **wanted: Any) -> dict[str, tuple[Any, ...]]:
    return {
        figure["indicator"]: (figure["numerator"], figure["denominator"], figure["value_pct"], figure["gap_people"])
        for figure in figures
        if all(figure[name] == value for name, value in wanted.items())
    }


@pytest.mark.usefixtures("saved")
def test_municipality_region_and_organisations(cmn: Cmn) -> None:
    municipalities = cmn("indicators", "--period", "2020-11", "--json").object["figures"]
    assert len(municipalities) == 7 * 33
    assert by_code(municipalities, district=TARA) == {
        "coverage": (70, 500, 14.0, 0),
        "mentee_share": (49, 500, 9.8, 1),
        "mentor_share": (3, 150, 2.0, 0),
        "young_teacher_share": (1, 4, 25.0, 0),
        "enterprise_share": (2, None, None, None),
        "mentee_satisfaction": (15, 20, 75.0, 0),
        "mentor_satisfaction": (4, 10, 40.0, 1),
    }
    region = cmn("indicators", "--period", "2020-11", "--level", "region", "--json").object["figures"]
    assert [figure["indicator"] for figure in region] == INDICATORS
    # The enterprise of both municipalities counts in each of them.
    assert by_code(region)["enterprise_share"] == (3, None, None, None)
    assert by_code(region)["mentee_share"] == (99, 1000, 9.9, 1)
    assert {figure["fresh_count"] for figure in region} == {2}
    organisations = cmn("indicators", "--period", "2020-11", "--level", "organisation", "--json").object["figures"]
    assert by_code(organisations, organisation="МБОУ «Первая СОШ»") == {
        "coverage": (60, 300, 20.0, 0),
        "mentee_share": (45, 300, 15.0, 0),
        "mentor_share": (3, 100, 3.0, 0),
        "young_teacher_share": (1, 4, 25.0, 0),
        "mentee_satisfaction": (15, 20, 75.0, 0),
        "mentor_satisfaction": (4, 10, 40.0, 1),
    }
    assert by_code(organisations, organisation="МБОУ «Вторая СОШ»")["young_teacher_share"] == (0, 0, None, None)
    assert {figure["denominator_source"] for figure in organisations} == {"по контингенту ОО", "опрос, оценка 7 и выше"}


@pytest.mark.usefixtures("saved")
def test_tables_have_all_seven(cmn: Cmn) -> None:
    for level, count in (("region", 7), ("district", 7 * 33), ("organisation", 6 * 3)):
        rows = list(
            csv.DictReader(io.StringIO(cmn("indicators", "--period", "2020-11", "--level", level, "--csv").out))
        )
        assert len(rows) == count
    human = cmn("indicators", "--period", "2020-11").out
    assert human.count("числитель") == 7
    assert human.count("порог и ответившие") == 2
    told = [
        line.replace("\u00a0", " ") for line in human.splitlines() if line.startswith("Тарский") and "опрос" in line
    ]
    assert [line.partition("опрос, ")[2].partition(" на ")[0] for line in told] == [
        "оценка 7 и выше, ответили 20", "оценка 7 и выше, ответили 10",
    ]  # fmt: skip
    assert "Нет данных" not in human
