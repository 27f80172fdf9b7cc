"""Why the store refused or failed, in a sentence that says what to do."""

import sqlite3
from datetime import datetime

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from cmn_core.errors import CmnError
from cmn_core.wording import format_moment

ELSEWHERE = "укажите другой файл в CMN_DATABASE_URL"


class StoreError(CmnError):
    """Stop a reading or a saving; nothing was stored."""


class SavingRefused(StoreError):  # noqa: N818 - named by what happened
    """Refuse a report whose decisions or rows cannot be stored as they are."""


class StaleComparison(StoreError):  # noqa: N818 - named by what happened
    """Refuse a change compared with a report that is no longer in force."""

    def __init__(self, in_force: int | None, version: int | None, author: str | None, at: datetime | None) -> None:
        if in_force is None or at is None:
            told = "Отчёт, с которым вы сравнивали, уже не действует."
        else:
            told = f"Пока вы сравнивали, вступила в силу версия {version}: {author}, {format_moment(at)}."
        super().__init__(f"{told} Ничего не сохранено: посмотрите новое сравнение и повторите.")
        self.report_id = in_force
        """The report in force now."""


class SameAsOlder(StoreError):  # noqa: N818 - named by what happened
    """Refuse bytes that were saved before; the older version can be brought back."""

    def __init__(self, report_id: int, version: int, saved_at: datetime) -> None:
        super().__init__(
            f"Этот файл уже был сохранён {format_moment(saved_at)} как версия {version}. "
            f"Ничего не сохранено: верните версию {version} в силу или загрузите другой файл."
        )
        self.report_id = report_id
        self.version = version


def is_explained(error: SQLAlchemyError) -> bool:
    """Tell a failure of the place (disk, lock, file) from a mistake in our own statements."""
    if isinstance(error, DBAPIError):
        return not isinstance(error, IntegrityError | ProgrammingError)
    return isinstance(error, PoolTimeout)


def explain_failure(error: SQLAlchemyError, place: str) -> StoreError:
    """Turn a database's failure into a sentence for the user."""
    original = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(original, sqlite3.Error):
        return explain_sqlite(original, place)
    if isinstance(error, PoolTimeout):
        return StoreError(_BUSY.format(place=place))
    return StoreError(f"База данных {place} не отвечает. Проверьте, что она запущена и доступна, и повторите.")


def explain_sqlite(error: sqlite3.Error, place: str) -> StoreError:
    """Turn SQLite's own failure into a sentence, by its primary result code."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    sentence = _SENTENCES.get(code, _UNKNOWN)
    return StoreError(sentence.format(place=place, reason=error))


_BUSY = (
    "База данных {place} занята другой программой. Ничего не сохранено: повторите через минуту; "
    "если не поможет, закройте другие программы, в которых она открыта."
)
_UNKNOWN = "База данных {place} не выполнила действие ({reason}). Ничего не сохранено: повторите."
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: (
        "В базу данных {place} нельзя записать: файл или папка открыты только для чтения. "
        f"Ничего не сохранено: разрешите запись или {ELSEWHERE}."
    ),
    sqlite3.SQLITE_PERM: f"Нет права открыть базу данных {{place}}. Разрешите доступ или {ELSEWHERE}.",
    sqlite3.SQLITE_AUTH: f"Нет права открыть базу данных {{place}}. Разрешите доступ или {ELSEWHERE}.",
    sqlite3.SQLITE_FULL: "На диске с базой {place} нет места. Ничего не сохранено: освободите место и повторите.",
    sqlite3.SQLITE_IOERR: (
        "Диск с базой данных {place} не отвечает: ошибка чтения или записи. "
        "Ничего не сохранено: проверьте диск и место на нём и повторите."
    ),
    sqlite3.SQLITE_CORRUPT: "Файл базы данных {place} повреждён. Восстановите его из резервной копии.",
    sqlite3.SQLITE_NOTADB: f"Файл {{place}} — не база данных или повреждён. Восстановите его из копии или {ELSEWHERE}.",
    sqlite3.SQLITE_CANTOPEN: (
        f"База данных {{place}} не открывается. Проверьте, что папка есть и в неё разрешено писать, или {ELSEWHERE}."
    ),
    sqlite3.SQLITE_TOOBIG: "В отчёте слишком длинный текст или файл. Ничего не сохранено: сократите его.",
}
