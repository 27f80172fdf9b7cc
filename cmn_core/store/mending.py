"""A returned report taken up again: its file and the cells corrected before become a draft to go on with."""

from cmn_core.store.audit import Author
from cmn_core.store.draft_reading import list_drafts
from cmn_core.store.drafts import Window, leave_cell, start_draft
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.originals import read_original
from cmn_core.store.reports import read_version

RETURNED, RETURN_REASON, RETURNED_CELLS = OF_A_RETURN = ("returned", "return_reason", "returned_cells")
"""What a draft of a returned report keeps among its choices: its number, why, and sheet, cell, fault of each cell."""
_WINDOW = "returned"


def take_up_again(database: Database, report_id: int, by: Author) -> int:
    """Return the number of a draft with a report's file, its corrections and its key; an open one of it goes on.

    Raises StoreError where there is no such report, or its file's term has ended.
    """
    version = read_version(database, report_id)
    if version is None:
        raise StoreError("Такого отчёта нет в базе. Обновите страницу.")
    for draft in list_drafts(database):
        if draft.choices.get(RETURNED) == report_id:
            return draft.draft_id
    original = read_original(database, report_id)
    if original is None:
        raise StoreError("Присланный файл уже стёрт: срок его хранения истёк. Загрузите исправленный файл заново.")
    name, content = original
    key, judged = version.key, version.judged
    choices = {
        "sender": key.sender,
        "period": str(key.period),
        "scope": key.scope,
        "layout": key.layout,
        "sent_by": version.sent_by or "",
        RETURNED: report_id,
        RETURN_REASON: judged.reason if judged else "",
        RETURNED_CELLS: [[cell.sheet, cell.cell, cell.fault] for cell in judged.cells] if judged else [],
    }
    draft_id = start_draft(database, name, content, version.sha256, choices, by)
    for correction in version.corrections:
        leave_cell(database, draft_id, correction, None, Window(_WINDOW, by.name), now=by.at)
    return draft_id
