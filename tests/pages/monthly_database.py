"""A small database with monthly reports for the pages that show every indicator."""

from cmn_core.period import Period
from cmn_core.store.engine import Database
from cmn_core.store.population import save_population
from tests.store.made_monthly import organisation, programme, save_monthly
from tests.store.made_readings import NOVEMBER, NOW, OCTOBER, OMSK, TARA, children, population

GORKOVSKOYE = "52609000"


def save_monthly_reports(database: Database) -> None:
    """Тарский over Росстат in two months, Омск by its contingent, Горьковский carried from October."""
    _save(database, TARA, OCTOBER, 60, 30)
    _save(database, TARA, NOVEMBER, 90, 45)
    _save(database, OMSK, NOVEMBER, 50, 50)
    _save(database, GORKOVSKOYE, OCTOBER, 12, 6)
    save_population(database, population([children(TARA, 1000)]), b"population", author="Иванова", now=NOW)


def _save(database: Database, sender: str, period: Period, mentees: int, satisfied: int) -> None:
    names = [f"МБОУ «Школа № {number}» {sender}" for number in (1, 2)]
    save_monthly(
        database,
        [
            organisation(
                name, number=5 + place, pupils_10_19=300, pupils_15_19=100, young_teachers=2, involved=mentees + 5,
                mentees=mentees, mentors=10, mentors_15_19=2, young_mentees=1, surveyed_mentees=satisfied + 10,
                satisfied_mentees=satisfied, surveyed_mentors=8, satisfied_mentors=3,
            )
            for place, name in enumerate(names)
        ],
        [
            programme("Вектор", name, (10, mentees + 10, mentees), partner="ООО «Агро»", number=5 + place)
            for place, name in enumerate(names)
        ],
        sender=sender,
        period=period,
    )  # fmt: skip
