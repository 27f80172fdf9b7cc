"""Accounts in words: whose municipalities, in which state, when last seen; and as a table."""

from collections.abc import Sequence
from datetime import datetime

from cmn_core.access import OF_A_MUNICIPALITY, ROLE_LABELS, Person
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.reference import Region
from cmn_core.store.people import PersonCard
from cmn_core.wording import count_of, format_moment, join_names, name_order

NOBODY_YET = "ещё не входил"
_ALL = "все"
_ACCOUNTS = ("запись", "записи", "записей")


def build_people_table(cards: Sequence[PersonCard], region: Region, now: datetime) -> ShownTable:
    """Build a row an account."""
    working = sum(1 for card in cards if card.is_active and card.has_password)
    return ShownTable(
        title="Учётные записи",
        subtitle=f"Всего {count_of(len(cards), *_ACCOUNTS)}, могут войти: {working}; на {format_moment(now)}",
        columns=tuple(
            TableColumn(caption)
            for caption in ("Имя", "Логин", "Роль", "Муниципалитеты", "Состояние", "Последний раз в системе")
        ),
        rows=tuple(
            (
                card.person.name,
                card.person.login,
                ROLE_LABELS[card.person.role],
                describe_districts(card.person, region),
                describe_state(card, now),
                describe_last_seen(card),
            )
            for card in cards
        ),
    )


def describe_role(person: Person, region: Region) -> str:
    """Name a person's role, that of a municipality with its name."""
    label = ROLE_LABELS[person.role]
    return f"{label}: {describe_districts(person, region)}" if person.role in OF_A_MUNICIPALITY else label


def describe_districts(person: Person, region: Region) -> str:
    """Name the municipalities of a person that has some of them; every other role has all."""
    if person.role not in OF_A_MUNICIPALITY:
        return _ALL
    names = {district.oktmo: district.short for district in region.districts}
    return join_names(sorted((names.get(oktmo, oktmo) for oktmo in person.districts), key=name_order))


def describe_state(card: PersonCard, now: datetime) -> str:
    """Say whether the person can enter, and which link waits for them."""
    if not card.is_active:
        return "закрыта"
    link = _describe_link(card.invited_until, now)
    if card.has_password:
        state = "демонстрационная" if card.is_demonstration else "действует"
        return f"{state}; {link}" if card.invited_until is not None and card.invited_until > now else state
    return f"нет пароля, {link}"


def describe_last_seen(card: PersonCard) -> str:
    """Say when the person last did something."""
    return NOBODY_YET if card.last_seen_at is None else format_moment(card.last_seen_at)


def _describe_link(ends_at: datetime | None, now: datetime) -> str:
    if ends_at is None:
        return "ссылки нет"
    if ends_at <= now:
        return f"ссылка истекла {format_moment(ends_at)}"
    return f"ссылка до {format_moment(ends_at)}"
