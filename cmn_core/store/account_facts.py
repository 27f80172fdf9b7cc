"""What an account says of a person: checked as a whole, compared with what stood before."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import delete, func, select
from sqlmodel import Session, col

from cmn_core.access import OF_A_MUNICIPALITY, ROLE_LABELS, ROLES, Person, Role
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.store.accounts import LOGIN, level_login
from cmn_core.store.districts import district_id, read_district_ids
from cmn_core.store.failures import StoreError
from cmn_core.store.tables import PersonDistrict, PersonRow

_NAME_LETTERS = 100


class AccountRefused(StoreError):  # noqa: N818 - named by what happened
    """Refuse an account that cannot be as it was asked for."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """An account as it is to be."""

    login: str
    name: str
    role: Role
    districts: frozenset[str] = frozenset()
    """ОКТМО; of a district's person alone."""


def check_new(new: NewPerson) -> NewPerson:
    """Return an account with its words levelled; raise AccountRefused saying all that is wrong with it."""
    levelled = replace(new, login=new.login.strip(), name=collapse_spaces(unicodedata.normalize("NFC", new.name)))
    faults = tuple(_find_faults(levelled))
    if faults:
        raise AccountRefused(" ".join(faults))
    return levelled


def _find_faults(new: NewPerson) -> Collection[str]:
    faults = []
    if not LOGIN.fullmatch(new.login):
        faults.append(
            f"Логин «{new.login}» не подходит: нужно от 3 до 64 латинских букв, цифр и знаков . _ - @, "
            "первой — буква или цифра."
        )
    if not new.name or len(new.name) > _NAME_LETTERS or not new.name.isprintable():
        faults.append(f"Укажите имя, как его увидят другие: от 1 до {_NAME_LETTERS} знаков.")
    if new.role not in ROLE_LABELS:
        faults.append(f"Роли «{new.role}» нет. Есть: {', '.join(ROLE_LABELS)}.")
    elif new.role in OF_A_MUNICIPALITY and not new.districts:
        faults.append(f"Для роли «{ROLE_LABELS[new.role]}» укажите хотя бы один муниципалитет.")
    elif new.role not in OF_A_MUNICIPALITY and new.districts:
        bound = " и ".join(f"«{ROLE_LABELS[role]}»" for role in ROLES if role in OF_A_MUNICIPALITY)
        faults.append(f"Муниципалитеты указывают только для ролей {bound}.")
    return faults


def take_login(session: Session, new: NewPerson, number: int | None) -> str:
    """Return the login as it is compared; raise AccountRefused where it is another account's."""
    key = level_login(new.login)
    holder = session.scalars(select(PersonRow).where(col(PersonRow.login_key) == key)).one_or_none()
    if holder is not None and holder.id != number:
        closed = "" if holder.is_active else " (закрыта: её можно открыть снова)"
        raise AccountRefused(f"Логин «{new.login}» уже занят: {holder.name}{closed}. Выберите другой.")
    return key


def put_districts(session: Session, row: PersonRow, districts: Collection[str]) -> None:
    """Store which municipalities are the person's."""
    assert row.id is not None
    numbers = read_district_ids(session)
    wanted = [district_id(numbers, oktmo) for oktmo in sorted(districts)]
    session.execute(delete(PersonDistrict).where(col(PersonDistrict.person_id) == row.id))
    session.add_all(PersonDistrict(person_id=row.id, district_id=number) for number in wanted)
    session.flush()


def describe_changes(before: Person, new: NewPerson) -> dict[str, dict[str, object]]:
    """Return what differs, old and new, by the names of the fields."""
    pairs: dict[str, tuple[object, object]] = {
        "login": (before.login, new.login),
        "name": (before.name, new.name),
        "role": (before.role, new.role),
        "districts": (sorted(before.districts), sorted(new.districts)),
    }
    return {field: {"old": old, "new": now} for field, (old, now) in pairs.items() if old != now}


def check_not_last_administrator(session: Session, row: PersonRow) -> None:
    """Raise AccountRefused where nobody who can enter would be left to keep the accounts."""
    if row.role != "administrator" or not row.is_active:
        return
    others = session.scalar(
        select(func.count(col(PersonRow.id))).where(
            col(PersonRow.id) != row.id,
            col(PersonRow.role) == "administrator",
            col(PersonRow.is_active),
            col(PersonRow.password_hash).is_not(None),
        )
    )
    if not others:
        raise AccountRefused(
            f"{row.name} — последний администратор. Сначала добавьте другого и дождитесь, пока он задаст пароль."
        )
