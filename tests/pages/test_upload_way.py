"""The upload page beside a report's way: a closed report is told before saving, a returned file is not saved twice."""

from datetime import UTC, datetime

from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.reports import accept_report, read_versions, return_report
from pages._parts.plain_text import plain
from tests.pages.upload_page import (
    CHANGED,
    GOOD,
    KEY,
    SAVE,
    UNDO,
    button,
    html,
    open_with,
    save,
    save_past_the_page,
    title,
)

CENTRE = Author("Петрова", datetime(2020, 12, 5, 4, 0, tzinfo=UTC))
CLOSED = "Отчёт принят и закрыт: Петрова, 05.12.2020 10:00"


def test_a_closed_report_is_told_before_saving(database: Database) -> None:
    accept_report(database, save_past_the_page(database, GOOD), by=CENTRE)
    page = open_with(CHANGED)
    assert plain(CLOSED) in page.warning[0].value
    assert CLOSED in html(page)
    assert title(page) == "Отчёт за этот месяц принят и закрыт"
    assert button(page, SAVE).disabled


def test_a_report_accepted_meanwhile_is_not_undone(database: Database) -> None:
    page = save(open_with(GOOD))
    (version,) = read_versions(database, KEY)
    accept_report(database, version.report_id, by=CENTRE)
    button(page, UNDO).click().run()
    assert title(page) == "Отмена не выполнена"
    assert CLOSED in html(page)


def test_a_returned_file_is_sent_again_by_hand_alone(database: Database) -> None:
    returned = save_past_the_page(database, GOOD)
    return_report(database, returned, reason="Сверьте числа", by=CENTRE)
    page = open_with(GOOD)
    assert plain("региональный центр вернул её: Сверьте числа.") in page.info[0].value
    button(page, "Отправить версию 1 снова").click().run()
    assert title(page) == "Версия возвращена и учитывается"
    (version,) = read_versions(database, KEY)
    assert (version.in_force, version.state) == (True, "sent")
