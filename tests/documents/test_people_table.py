"""An account in words."""

from datetime import UTC, datetime, timedelta

import pytest

from cmn_core.access import Person
from cmn_core.documents.people_table import build_people_table, describe_districts, describe_state
from cmn_core.reference import shipped_reference
from cmn_core.store.people import PersonCard

NOW = datetime(2020, 11, 25, 9, 0, tzinfo=UTC)
REGION = shipped_reference().region
LATER, EARLIER = NOW + timedelta(hours=1), NOW - timedelta(hours=1)


def _card(
    *, active: bool = True, demonstration: bool = False, password: bool = True, invited: datetime | None = None
) -> PersonCard:
    return PersonCard(Person(1, "tara", "Тара", "viewer"), active, demonstration, password, None, invited)


@pytest.mark.parametrize(
    ("card", "told"),
    [
        (_card(), "действует"),
        (_card(demonstration=True), "демонстрационная"),
        (_card(invited=LATER), "действует; ссылка до 25.11.2020 10:00"),
        (_card(invited=EARLIER), "действует"),
        (_card(active=False, invited=LATER), "закрыта"),
        (_card(password=False), "нет пароля, ссылки нет"),
        (_card(password=False, invited=LATER), "нет пароля, ссылка до 25.11.2020 10:00"),
        (_card(password=False, invited=NOW), "нет пароля, ссылка истекла 25.11.2020 09:00"),
    ],
)
def test_a_state_says_whether_one_can_enter(card: PersonCard, told: str) -> None:
    assert describe_state(card, NOW) == told


def test_municipalities_are_named_in_their_order_and_strange_ones_by_number() -> None:
    person = Person(1, "t", "Т", "district", frozenset({"52654000", "52701000", "52601000", "1"}))
    assert describe_districts(person, REGION) == "1, Азовский, г. Омск, Тарский"
    assert describe_districts(Person(1, "t", "Т", "centre"), REGION) == "все"


def test_only_those_who_can_enter_are_counted() -> None:
    cards = [_card(), _card(active=False), _card(password=False)]
    table = build_people_table(cards, REGION, NOW)
    assert table.subtitle.replace("\xa0", " ") == "Всего 3 записи, могут войти: 1; на 25.11.2020 09:00"
    assert len(table.rows) == 3
