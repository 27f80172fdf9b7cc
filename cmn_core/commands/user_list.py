"""Accounts as an aligned table for the console and as the object of the contract."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cmn_core.access import ROLE_LABELS
from cmn_core.commands.figure_table import align
from cmn_core.documents.people_table import describe_districts, describe_last_seen, describe_state
from cmn_core.reference import Region
from cmn_core.store.people import PersonCard

_HEADINGS = ("логин", "имя", "роль", "муниципалитеты", "состояние", "последний вход")


def describe_people(cards: Sequence[PersonCard], region: Region, now: datetime) -> Iterator[str]:
    """Yield a line an account."""
    if not cards:
        yield "Учётных записей нет. Первая: cmn user add LOGIN --name ИМЯ --role administrator."
        return
    rows = [
        (
            card.person.login,
            card.person.name,
            ROLE_LABELS[card.person.role],
            describe_districts(card.person, region),
            describe_state(card, now),
            describe_last_seen(card),
        )
        for card in cards
    ]
    yield from align([_HEADINGS, *rows], texts=True)


def as_object(card: PersonCard) -> dict[str, Any]:
    """Return an account for a machine; municipalities by ОКТМО."""
    return {
        "login": card.person.login,
        "name": card.person.name,
        "role": card.person.role,
        "districts": sorted(card.person.districts),
        "active": card.is_active,
        "has_password": card.has_password,
        "demonstration": card.is_demonstration,
        "last_seen_at": _iso(card.last_seen_at),
        "invited_until": _iso(card.invited_until),
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
