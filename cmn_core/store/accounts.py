"""Rows of accounts: found by their number or their login."""

import re
import unicodedata

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.failures import StoreError
from cmn_core.store.tables import PersonRow

LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{2,63}")
"""Letters that every keyboard has and that look like no others."""


def level_login(login: str) -> str:
    """Return a login as it is compared."""
    return unicodedata.normalize("NFC", login).strip().lower()


def find_account(session: Session, number: int) -> PersonRow:
    """Return an account; raise StoreError where there is none."""
    row = session.get(PersonRow, number)
    if row is None:
        raise StoreError("Такой учётной записи нет. Обновите страницу и выберите из списка.")
    return row


def find_by_login(session: Session, login: str) -> PersonRow | None:
    """Return the account of a login, closed ones too."""
    return session.scalars(select(PersonRow).where(col(PersonRow.login_key) == level_login(login))).one_or_none()
