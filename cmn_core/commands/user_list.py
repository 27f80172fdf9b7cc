"""Accounts as an aligned table for the console and as the object of the contract."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cmn_core.commands.figure_table import align
from cmn_core.documents.people_table import build_people_table
from cmn_core.reference import Region
from cmn_core.store.people import PersonCard


def describe_people(cards: Sequence[PersonCard], region: Region, now: datetime) -> Iterator[str]:
    """Yield a line an account."""
    if not cards:
        yield "Учётных записей нет. Первая: cmn user add LOGIN --name ИМЯ --role administrator."
        return
    table = build_people_table(cards, region, now)
    yield f"{table.title}. {table.subtitle}."
    rows = [[str(value) for value in row] for row in table.rows]
    yield from align([[column.caption for column in table.columns], *rows], texts=True)


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
