"""Is what people trust the program with kept: when the last backup was made, and whether old files were erased."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cmn_core.keeping.taking import FAILED, TAKEN
from cmn_core.store.audit_reading import read_latest
from cmn_core.store.engine import Database
from cmn_core.store.settings import current_reference
from cmn_core.wording import format_moment, format_size

OLD_AFTER = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence, and whether it calls for a deed."""

    sentence: str
    is_warning: bool = False


def describe_backups(database: Database, now: datetime) -> Standing:
    """Tell when the last good backup was made; warn where there is none, it is old, or the last try failed."""
    made, failed = read_latest(database, TAKEN), read_latest(database, FAILED)
    told = [] if made is None else [
        f"Последняя резервная копия: {format_moment(made.at)}, {made.details.get('file', '')}, "
        f"{format_size(int(made.details.get('size', 0)))}."
    ]  # fmt: skip
    if made is None:
        told.append("Резервных копий ещё нет. Администратору: cmn backup, или копии по расписанию в cmn serve.")
    elif now - made.at > OLD_AFTER:
        told.append("Ей больше двух суток: проверьте, что копии по расписанию записываются.")
    if failed is not None and (made is None or failed.number > made.number):
        told.append(f"Попытка {format_moment(failed.at)} не удалась. {failed.details.get('reason', '')}")
    return Standing(" ".join(told), is_warning=len(told) > 1 or made is None)


def describe_erasing(database: Database) -> str:
    """Tell the term of the files that people sent, and when some were last erased."""
    months = current_reference(database).limits.original_kept_months
    last = read_latest(database, "originals_erased")
    when = "ещё ни один не стёрт" if last is None else f"в последний раз {format_moment(last.at)}"
    return f"Присланные файлы хранятся {months} мес. и затем стираются, строки отчётов остаются; {when}."
