"""Rows of a list inside a programme: changed, added, moved, taken out, brought back to the shipped ones."""

from cmn_core.programme.programme import Piece, Programme
from pages._parts.plain_text import plain
from pages._parts.programme_fields import offer_change
from pages._parts.programme_state import Desk, Put

Rows = tuple[Piece, ...]


def put_in_row(part: str, opened: Rows, place: int, name: str) -> Put[object]:
    """Return what takes a field of a row into the programme; the list becomes the organisation's own by that.

    `opened`: the rows as they are shown, for a list that nobody has touched yet.
    """

    def put(programme: Programme, value: object) -> Programme:
        rows = _standing(programme, part, opened)
        changed = tuple(row.having(**{name: value}) if number == place else row for number, row in enumerate(rows))
        return programme.having(**{part: changed})

    return put


def offer_dropping(desk: Desk, part: str, opened: Rows, place: int, what: str) -> None:
    """Offer to take a row out; `what` is said of it after."""

    def drop(programme: Programme) -> Programme:
        rows = _standing(programme, part, opened)
        return programme.having(**{part: (*rows[:place], *rows[place + 1 :])})

    offer_change(
        desk, f"{part}_drop_{place}", "Убрать", drop, taken_off=f"Убрано: {what}", help=f"Убрать {plain(what)}"
    )


def offer_adding(desk: Desk, part: str, opened: Rows, new: Piece, label: str) -> None:
    """Offer one more row at the end."""

    def add(programme: Programme) -> Programme:
        return programme.having(**{part: (*_standing(programme, part, opened), new)})

    offer_change(desk, f"{part}_add", label, add)


def offer_shipped(desk: Desk, part: str, label: str) -> None:
    """Offer the shipped list in place of the organisation's own."""
    if getattr(desk.programme, part) is not None:
        offer_change(
            desk, f"{part}_back", label, lambda programme: programme.having(**{part: None}),
            taken_off="Возвращён исходный список.",
        )  # fmt: skip


def _standing(programme: Programme, part: str, opened: Rows) -> Rows:
    rows: Rows | None = getattr(programme, part)
    return opened if rows is None else rows
