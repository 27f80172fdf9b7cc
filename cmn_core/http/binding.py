"""On which address the server may listen: this computer's own, or one that others reach once they can be told apart."""

from cmn_core.errors import UsageError
from cmn_core.http.settings import HttpSettings
from cmn_core.http.visitor import is_loopback
from cmn_core.store.engine import Database
from cmn_core.store.people import list_people
from cmn_core.store.settings import is_demonstration

FIRST_ADMINISTRATOR = 'uv run cmn user add admin --name "Фамилия Имя" --role administrator'
"""The command that makes the first account; it asks for the password."""


def check_binding(host: str, database: Database, settings: HttpSettings) -> None:
    """Raise UsageError, with all that is missing, where other computers would reach an address too early."""
    if is_loopback(host):
        return
    missing = _find_missing(database, settings)
    if missing:
        raise UsageError(
            f"Адрес «{host}» открыт другим компьютерам, а приложение к этому не готово: {'; '.join(missing)}. "
            "До тех пор оставьте 127.0.0.1."
        )


def _find_missing(database: Database, settings: HttpSettings) -> list[str]:
    cards = list_people(database)
    missing = []
    if not any(card.is_active and card.has_password for card in cards):
        missing.append("нет ни одной учётной записи с паролем (команда cmn user add)")
    if is_demonstration(database) or any(card.is_demonstration and card.is_active for card in cards):
        missing.append("в базе демонстрационные данные и учётные записи, возьмите другую базу (--database)")
    if not settings.hosts:
        missing.append("не названы имена, под которыми его открывают (переменная CMN_HOSTS)")
    return missing
