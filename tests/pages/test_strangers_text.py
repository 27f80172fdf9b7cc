"""Text of files and people is shown letter by letter on every page: neither HTML nor Markdown of theirs is read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.access import Person
from cmn_core.store.audit import Author
from cmn_core.store.drafts import start_draft
from cmn_core.store.engine import Database, open_database
from cmn_core.store.organisations import known_organisations
from cmn_core.store.people import NewPerson, add_person
from cmn_core.store.programmes import start_programme
from cmn_core.store.report_way import return_report
from cmn_core.store.reports import save_report
from pages._parts.data_sections import SECTION
from pages._parts.district_sections import _SECTIONS
from tests.pages.programme_page import write_with_words
from tests.pages.shell import open_shell
from tests.store.made_monthly import monthly, organisation, programme
from tests.store.made_readings import NOVEMBER, NOW, OCTOBER, TARA, decide

EVIL = "<b id=evil>Школа</b> **ж** [ссылка](https://evil.example) :red[к] $x$ `к`"
READ_AS_MARKDOWN = re.compile(r"(?<!\\)\[ссылка|(?<!\\):red\[|(?<!\\)\*\*ж")
"""Where a mark of the name stands without its escape."""
SHOWN_AS_IT_IS = frozenset({"text_input", "text_area", "selectbox", "multiselect", "arrow_data_frame", "code"})
"""Elements that read no Markdown in what they hold; their labels do."""
MARKED = ("label", "body", "value", "help", "caption", "text")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = f"sqlite:///{tmp_path_factory.mktemp('evil') / 'cmn.sqlite3'}"
    database = open_database(address)
    _fill(database)
    yield address
    database.close()


def _fill(database: Database) -> None:
    by = Author(EVIL, NOW)
    add_person(database, NewPerson("evil", EVIL, "district", frozenset({TARA})), by=by)
    for period in (OCTOBER, NOVEMBER):
        reading = monthly(
            [organisation(EVIL, number=5, pupils_10_19=300, involved=30, mentees=20, mentors=9)],
            [programme(EVIL, EVIL, form="own", role_model=EVIL, partner=EVIL)],
            period=period,
            content=str(period).encode(),
        )
        named = replace(reading, file=f"{EVIL}.xlsx")
        decisions = decide(
            TARA, scope="all", period=period, author=EVIL, layout="monthly", confirmed=True, sent_by=EVIL
        )
        saved = save_report(database, named, str(period).encode(), decisions, now=NOW)
    return_report(database, saved.report_id, reason=EVIL, by=by)
    start_draft(database, f"{EVIL}.xlsx", b"draft", "0" * 64, {"sender": TARA}, by)
    school = known_organisations(database, TARA)[0].organisation_id
    start_programme(database, school, EVIL, write_with_words(EVIL), by)


def _pages() -> Iterator[tuple[str, dict[str, str]]]:
    yield from (
        (page, {}) for page in ("overview", "forms", "reports", "upload", "people", "record", "account", "help")
    )
    yield "indicators", {"view": "organisations", "district": TARA, "period": "2020-10"}
    yield "reports", {"district": TARA, "period": "2020-10"}
    yield from (("district", {"district": TARA, "period": "2020-10", "section": code}) for code in _SECTIONS)
    yield from (("data", {"section": code}) for code in SECTION.words)
    yield "data", {"section": "organisations", "organisation": "1"}
    yield "programme", {}
    yield from (("programme", {"programme": "1", "step": str(step)}) for step in range(1, 6))
    sections = ("legal", "goal", "stages", "risks", "results")
    yield from (("programme", {"programme": "1", "step": "4", "section": code}) for code in sections)


@pytest.mark.parametrize(("path", "link"), list(_pages()), ids=str)
def test_a_name_is_shown_letter_by_letter(
    address: str, monkeypatch: pytest.MonkeyPatch, path: str, link: dict[str, str]
) -> None:
    monkeypatch.setenv("CMN_DATABASE_URL", address)
    person = Person(None, "admin", EVIL, "administrator")
    page = open_shell(f"{path}.py", person=person, **link)
    assert not page.exception
    assert not page.error
    shown = list(_walk(page))
    assert shown
    for kind, name, words in shown:
        if kind == "html":
            assert "<b id=evil" not in words, name
        else:
            assert not READ_AS_MARKDOWN.search(words), (kind, name, words)


def test_the_evil_name_really_stands_on_the_pages(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMN_DATABASE_URL", address)
    database = open_database(address)
    assert [item.name for item in known_organisations(database, TARA)] == [EVIL]
    database.close()
    for path, link in (("district", {"district": TARA, "period": "2020-10"}), ("data", {}), ("people", {})):
        page = open_shell(f"{path}.py", **link)
        assert any("id=evil" in words or "id\\=evil" in words or "id=evil" in words for _, _, words in _walk(page)), (
            path
        )


def test_an_unescaped_name_would_be_found() -> None:
    def careless() -> None:
        import streamlit as st

        from tests.pages.test_strangers_text import EVIL

        st.caption(EVIL)
        st.button(EVIL)
        st.expander(EVIL)
        st.html(EVIL)

    found = [
        kind
        for kind, _, words in _walk(AppTest.from_function(careless).run())
        if READ_AS_MARKDOWN.search(words) or "<b id=evil" in words
    ]
    assert len(found) == 4


def _walk(page: AppTest) -> Iterator[tuple[str, str, str]]:
    """Yield kind, field and words of everything on the page that Streamlit reads as HTML or Markdown."""
    waiting: list[Any] = [page._tree]
    while waiting:
        node = waiting.pop()
        waiting += list(getattr(node, "children", {}).values())
        proto = getattr(node, "proto", None)
        kind = str(getattr(node, "type", ""))
        for part in (proto, *(getattr(proto, name, None) for name in ("expandable", "popover", "tab"))):
            for field in MARKED:
                words = getattr(part, field, None)
                if isinstance(words, str) and not (kind in SHOWN_AS_IT_IS and field in ("value", "text")):
                    yield kind, field, words
