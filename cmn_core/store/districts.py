"""Municipalities by ОКТМО and by the number that rows carry."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.engine import Database
from cmn_core.store.failures import SavingRefused
from cmn_core.store.tables import District


def read_district_ids(session: Session) -> dict[str, int]:
    """Return the row number of each ОКТМО."""
    found = session.execute(select(col(District.oktmo), col(District.id))).all()
    return {oktmo: number for oktmo, number in found if number is not None}


def read_oktmo(session: Session) -> dict[int, str]:
    """Return the ОКТМО of each row number."""
    return {number: oktmo for oktmo, number in read_district_ids(session).items()}


def read_district_numbers(database: Database) -> dict[int, str]:
    """Return the ОКТМО of each row number of a database."""
    with database.read() as session:
        return read_oktmo(session)


def sender_id(districts: Mapping[str, int], sender: str | None) -> int | None:
    """Return the number of a sender, None for the region; raise SavingRefused for a stranger."""
    if sender is None:
        return None
    return district_id(districts, sender)


def district_id(districts: Mapping[str, int], oktmo: str) -> int:
    """Return the number of a municipality; raise SavingRefused for a stranger."""
    if oktmo not in districts:
        raise SavingRefused(f"В регионе нет муниципалитета с ОКТМО «{oktmo}». Выберите муниципалитет из списка.")
    return districts[oktmo]
