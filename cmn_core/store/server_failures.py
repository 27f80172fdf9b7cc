"""What PostgreSQL's refusals mean to the user."""

import psycopg

from cmn_core.store.failures import DatabaseUnavailable, StoreError

_AWAY = (
    "База данных {place} не отвечает: сервер остановлен или связь с ним прервалась. Ничего не сохранено: "
    "повторите через минуту; если не поможет, проверьте, что сервер запущен и доступен."
)
_REFUSED = (
    "Сервер базы данных {place} не принял имя, пароль или название базы. "
    "Проверьте адрес в CMN_DATABASE_URL или --database."
)
_NO_RIGHT = (
    "У пользователя базы данных {place} нет права на это действие. Ничего не сохранено: пусть её владелец даст "
    "право создавать схему и таблицы (GRANT CREATE), или укажите другую схему: ?schema=имя в адресе."
)
_UNKNOWN = "База данных {place} не выполнила действие (код {code}). Ничего не сохранено: повторите."
BUSY = "База данных {place} занята другими сохранениями. Ничего не сохранено: повторите через минуту."
# https://www.postgresql.org/docs/current/errcodes-appendix.html: a whole code, else its class.
_SENTENCES = {
    "08": _AWAY,
    "57P": _AWAY,
    "25P03": _AWAY,
    "28": _REFUSED,
    "3D000": _REFUSED,
    "3F000": _NO_RIGHT,
    "42501": _NO_RIGHT,
    "25006": (
        "База данных {place} открыта только для чтения. Ничего не сохранено: "
        "разрешите запись или укажите основной сервер."
    ),
    "40001": BUSY,
    "40P01": BUSY,
    "55P03": BUSY,
    "57014": "База данных {place} не успела выполнить действие. Ничего не сохранено: повторите через минуту.",
    "53300": "У сервера базы данных {place} кончились соединения. Ничего не сохранено: повторите через минуту.",
    "53100": "На диске сервера базы данных {place} нет места. Ничего не сохранено: освободите место и повторите.",
    "53": "Серверу базы данных {place} не хватает памяти или диска. Ничего не сохранено: повторите через минуту.",
    "58": "Диск сервера базы данных {place} не отвечает. Ничего не сохранено: проверьте диск и повторите.",
    "XX": "База данных {place} повреждена. Восстановите её из резервной копии.",
}
_DATA_SENTENCES = {
    "22": "В отчёте есть число или знак, который база данных не хранит. Ничего не сохранено: исправьте файл.",
    "54": "В отчёте слишком длинный текст или файл. Ничего не сохранено: сократите его.",
}
# While connecting libpq hands over words only, in the server's language: English, or Russian as servers here speak.
_REFUSING_WORDS = ("authentication failed", "no password supplied", "does not exist", "проверку подлинности",
                   "не существует", "pg_hba.conf", "invalid connection option", "invalid URI")  # fmt: skip


def explain_server(error: psycopg.Error, place: str) -> StoreError:
    """Turn the server's or the link's failure into a sentence, by its SQLSTATE."""
    code = error.sqlstate
    if code is None:
        return _explain_without_code(error, place)
    if code[:2] in _DATA_SENTENCES:
        return StoreError(_DATA_SENTENCES[code[:2]])
    sentence = _SENTENCES.get(code) or _SENTENCES.get(code[:3]) or _SENTENCES.get(code[:2]) or _UNKNOWN
    return DatabaseUnavailable(sentence.format(place=place, code=code))


def is_ours(error: psycopg.Error) -> bool:
    """Tell a mistake in our own statements (an unknown column, a broken rule) from a failure of the place."""
    code = error.sqlstate or ""
    return code.startswith(("23", "42")) and code not in _SENTENCES


def _explain_without_code(error: psycopg.Error, place: str) -> StoreError:
    if isinstance(error, psycopg.DataError):
        return StoreError(_DATA_SENTENCES["22"])
    refused = any(words in str(error) for words in _REFUSING_WORDS)
    return DatabaseUnavailable((_REFUSED if refused else _AWAY).format(place=place))
