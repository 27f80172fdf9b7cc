"""From answers to decisions: what is open, what date is stated, what was on the screen."""

from dataclasses import replace
from datetime import date

import pytest

from cmn_core.intake.matching import NameMatch, match_names
from cmn_core.intake.organisation_names import name_key
from cmn_core.period import Period
from cmn_core.store.engine import Database
from cmn_core.store.organisations import known_organisations
from cmn_core.store.reports import ReportKey, read_in_force, save_report
from cmn_core.store.submission import Answers, as_shown, decide, find_open_points, state_date
from tests.store.made_readings import NOVEMBER, NOW, OMSK, TARA, expansion, row, save

KEY = ReportKey(TARA, "municipal", "expansion", NOVEMBER)
READING = expansion([row("МКОУ «СОШ № 1»", (1, 2, 3)), row("БПОУ «Техникум»", (4, 5, 6))], content=b"second")


def matches(database: Database) -> tuple[NameMatch, ...]:
    save(database, [row("МБОУ «СОШ № 1»", (1, 2, 3))])
    return match_names([item.organisation or "" for item in READING.rows], known_organisations(database), 80)


def test_a_likeness_is_open_until_it_is_answered(database: Database) -> None:
    found = matches(database)
    assert find_open_points(found, TARA, Answers()) == ("Ответьте, какие это организации: МКОУ «СОШ № 1».",)
    assert find_open_points(found, TARA, Answers({name_key("МКОУ «СОШ № 1»"): None})) == ()


def test_the_regions_form_asks_where_each_new_organisation_is(database: Database) -> None:
    found = matches(database)
    key, college = name_key("МКОУ «СОШ № 1»"), name_key("БПОУ «Техникум»")
    same = Answers({key: 1})
    assert find_open_points(found, None, same) == ("Укажите муниципалитет новых организаций: БПОУ «Техникум».",)
    refused = Answers({key: None})
    assert find_open_points(found, None, refused) == (
        "Укажите муниципалитет новых организаций: МКОУ «СОШ № 1», БПОУ «Техникум».",
    )
    assert find_open_points(found, None, Answers({key: 1}, {college: OMSK})) == ()


@pytest.mark.parametrize(
    ("as_of", "period", "stated"),
    [
        (date(2020, 11, 23), NOVEMBER, date(2020, 11, 23)),
        (date(2020, 11, 23), Period(2020, 10), date(2020, 11, 1)),
        (None, Period(2020, 12), date(2021, 1, 1)),
    ],
)
def test_the_files_own_date_stands_for_its_own_month_only(as_of: date | None, period: Period, stated: date) -> None:
    assert state_date(replace(READING, as_of=as_of), period) == stated


def test_decisions_carry_every_answer(database: Database) -> None:
    save(database, [row("МБОУ «СОШ № 1»", (1, 2, 3))])
    in_force = read_in_force(database, KEY)
    assert in_force is not None
    school, college = name_key("МКОУ «СОШ № 1»"), name_key("БПОУ «Техникум»")
    number = known_organisations(database)[0].organisation_id
    answers = Answers({school: number}, kinds={college: "school"}, subordinations={college: "state"})
    decisions = replace(decide(READING, KEY, answers, in_force, author="Петрова"), confirmed=True)
    save_report(database, READING, b"second", decisions, now=NOW)
    known = {item.name: (item.kind, item.subordination) for item in known_organisations(database, TARA)}
    # By the name a college, by the scope municipal: the person said otherwise.
    assert known == {"МБОУ «СОШ № 1»": ("school", "municipal"), "БПОУ «Техникум»": ("school", "state")}


def test_only_what_was_on_the_screen_is_saved() -> None:
    shown = decide(READING, KEY, Answers(), None, author="Петрова")
    assert as_shown(shown, shown) is shown
    assert as_shown(shown, None) is None
    assert as_shown(replace(shown, scope="state"), shown) is None
    assert as_shown(replace(shown, confirmed=True), shown) is None
    # Somebody saved meanwhile: the store refuses what was shown and says who.
    assert as_shown(replace(shown, compared_with=5, confirmed=True), shown) is shown
