"""What SQLite's result codes mean to the user."""

import sqlite3

from cmn_core.store.failures import ELSEWHERE, DatabaseDamaged, DatabaseUnavailable


def explain_sqlite(error: sqlite3.Error, place: str) -> DatabaseUnavailable:
    """Turn SQLite's own failure into a sentence, by its primary result code."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _DAMAGED:
        return DatabaseDamaged(place, is_database=code != sqlite3.SQLITE_NOTADB)
    sentence = _SENTENCES.get(code, _UNKNOWN)
    return DatabaseUnavailable(sentence.format(place=place, reason=error))


_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
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
    sqlite3.SQLITE_CANTOPEN: (
        f"База данных {{place}} не открывается. Проверьте, что папка есть и в неё разрешено писать, или {ELSEWHERE}."
    ),
    sqlite3.SQLITE_TOOBIG: "В отчёте слишком длинный текст или файл. Ничего не сохранено: сократите его.",
}
