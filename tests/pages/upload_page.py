"""The upload page as a test drives it: drop, read, answer, save."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button, Selectbox

from cmn_core.intake.read_report import read_report
from cmn_core.intake.reading import Reading
from cmn_core.period import Period
from cmn_core.store.engine import Database
from cmn_core.store.reports import (
    Decisions,
    ReportKey,
    read_in_force,
    save_report,
)
from tests.pages.report_files import make_report, school
from tests.pages.shell import open_shell

NAZYVAYEVSK, OMSK = "52636000", "52701000"
NOVEMBER = Period(2020, 11)
KEY = ReportKey(NAZYVAYEVSK, "municipal", "expansion", NOVEMBER)
FIRST, SECOND = "МБОУ «Первая СОШ»", "МБОУ «Вторая СОШ»"
GOOD = make_report([school(FIRST), school(SECOND, 10, 0, 4)])
CHANGED = make_report([school(FIRST, 6), school(SECOND, 10, 0, 4)])
FAULTY = make_report([school(FIRST, -5), school(SECOND, "много")])
SAVE, UNDO = "Сохранить отчёт", "Отменить: вернуть как было"


def drop(page: AppTest, content: bytes, name: str = "отчёт.xlsx") -> AppTest:
    page.file_uploader[0].upload(name, content)
    return page.run()


def open_with(content: bytes, name: str = "отчёт.xlsx") -> AppTest:
    return drop(open_shell("upload.py"), content, name)


def title(page: AppTest) -> str:
    return page.title[0].value.replace("\\", "").replace("\u00a0", " ")


def html(page: AppTest) -> str:
    bodies = (element.proto.body for element in page.get("html"))
    return " ".join(body for body in bodies if not body.startswith("<style")).replace("\u00a0", " ")


def button(page: AppTest, label: str) -> Button:
    return next(item for item in page.button if item.label == label)


def box(page: AppTest, label: str) -> Selectbox:
    return next(item for item in page.selectbox if item.label == label)


def look_in_file(page: AppTest) -> AppTest:
    """Turn from the table of inputs to the faults in the sender's own rows."""
    return page.segmented_control[0].set_value("there").run()


def save(page: AppTest) -> AppTest:
    if page.checkbox:
        page.checkbox[-1].check()
        page.run()
    return button(page, SAVE).click().run()


def read_as(content: bytes) -> Reading:
    """Read a report as the upload does."""
    return read_report(content, "отчёт.xlsx")


def save_past_the_page(database: Database, content: bytes, author: str = "Петрова", **changes: object) -> int:
    """Save as somebody else would meanwhile."""
    reading = read_report(content, "другой.xlsx")
    in_force = read_in_force(database, KEY)
    decisions = Decisions(
        NAZYVAYEVSK, "municipal", "expansion", NOVEMBER, reading.as_of, author, confirmed=True,
        compared_with=in_force.report_id if in_force else None,
    )  # fmt: skip
    return save_report(database, reading, content, decisions, now=datetime.now(UTC)).report_id
