"""Why the store refused or failed, in a sentence that says what to do."""

from datetime import datetime

from cmn_core.errors import CmnError
from cmn_core.store.way_words import describe_lock
from cmn_core.wording import format_moment

ELSEWHERE = "укажите другое место в CMN_DATABASE_URL"


class StoreError(CmnError):
    """Stop a reading or a saving; nothing was stored."""


class DatabaseUnavailable(StoreError):  # noqa: N818 - named by what happened
    """Stop while the database cannot be used; the same action may succeed once it can be again."""

    @property
    def what(self) -> str:
        """Return what happened, for those who save nothing."""
        return self.message.partition(" Ничего не сохранено: ")[0]


class DatabaseDamaged(DatabaseUnavailable):
    """Stop at a file that does not hold together any more: only a backup helps."""

    def __init__(self, place: str, *, is_database: bool = True) -> None:
        what = f"Файл базы данных {place} повреждён" if is_database else f"Файл {place} — не база данных или повреждён"
        super().__init__(f"{what}. Ничего не сохранено: восстановите базу из резервной копии.")
        self.place = place


class SavingUnknown(DatabaseUnavailable):
    """Say that nobody knows whether the last step was stored: the link broke before its answer came."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Связь с базой данных {place} прервалась в последний миг сохранения: сохранено ли, неизвестно. "
            "Обновите страницу и повторите: что уже сохранено, второй раз не запишется."
        )


class SavingRefused(StoreError):  # noqa: N818 - named by what happened
    """Refuse a report whose decisions or rows cannot be stored as they are."""


class StaleComparison(StoreError):  # noqa: N818 - named by what happened
    """Refuse a change of a report that is no longer the one in force that the person saw."""

    def __init__(self, in_force: int | None, version: int | None, author: str | None, at: datetime | None) -> None:
        if in_force is None or at is None:
            told = "Отчёт, который вы видели, уже не действует."
        else:
            told = f"Пока вы смотрели, вступила в силу версия {version}: {author}, {format_moment(at)}."
        super().__init__(f"{told} Ничего не изменено: посмотрите, что действует теперь, и повторите.")
        self.report_id = in_force
        """The report in force now."""


class ReportLocked(StoreError):  # noqa: N818 - named by what happened
    """Refuse to change a report that is accepted: a new version, an undo, bringing another version back."""

    def __init__(self, author: str, at: datetime) -> None:
        super().__init__(f"{describe_lock(author, at)} Ничего не изменено.")


class WayRefused(StoreError):  # noqa: N818 - named by what happened
    """Refuse a step that the report's state does not have."""


class SameAsOlder(StoreError):  # noqa: N818 - named by what happened
    """Refuse bytes that were saved before; the older version can be brought back."""

    def __init__(self, report_id: int, version: int, saved_at: datetime) -> None:
        super().__init__(
            f"Этот файл уже был сохранён {format_moment(saved_at)} как версия {version}. "
            f"Ничего не сохранено: верните версию {version} в силу или загрузите другой файл."
        )
        self.report_id = report_id
        self.version = version
