"""What a visitor reads while the database cannot be used: where it lies is told at this very computer alone."""

from cmn_core.http.visitor import Visitor
from cmn_core.logs.failures import log_failure
from cmn_core.store.failures import DatabaseUnavailable


def tell_away(failure: DatabaseUnavailable, visitor: Visitor | None) -> str:
    """Return the failure's sentence; from elsewhere one without the place, with a number that the log has too."""
    if visitor is not None and visitor.is_local:
        return failure.message
    number = log_failure(failure, kind="database away")
    return (
        "База данных сейчас недоступна. Повторите через несколько минут; если не поможет, передайте администратору "
        f"номер {number} и время."
    )
