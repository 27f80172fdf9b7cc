"""«Программа наставничества» in the hands of a person: opened, filled by its labels, left."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.access import Person
from cmn_core.programme.opening import (
    change_model,
    keep_form,
    keep_model,
    keep_own_form,
    keep_own_model,
    open_programme,
)
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Aim, Approval, Programme, Risk, Stage
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.organisations import NewOrganisation, add_organisations
from cmn_core.store.programme_reading import read_programme
from cmn_core.store.programmes import start_programme
from tests.pages.screen_text import read_text, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW, TARA

REFERENCE = shipped_reference()
METHODOLOGIST = Person(None, "zimina", "Зимина Ольга", "methodologist", frozenset({TARA}))
CENTRE = Person(None, "centre", "Лаптева Инна", "centre")
BY, OTHER = Author("Зимина Ольга", NOW), Author("Гусев Олег", NOW)
SCHOOL = "МБОУ «СОШ № 1»"
LEADER = "лидер – последователь"


def add_school(database: Database, name: str = SCHOOL, district: str = TARA, kind: str = "school") -> int:
    """Add an organisation to the register."""
    new = NewOrganisation(district, name, kind, "municipal")
    (number,) = add_organisations(database, [new], author="Центр", now=NOW)
    return number


def write_opened(organisation_id: int, name: str = SCHOOL, kind: str = "school") -> Programme:
    """Return a programme as it opens."""
    state = OrganisationState(organisation_id, name, kind, "municipal", TARA, "Тарский муниципальный район")
    return open_programme(state, REFERENCE, 2020)


def write_filled(organisation_id: int, name: str = SCHOOL) -> Programme:
    """Return a programme with a form and a role model of four pairs."""
    kept = keep_form(write_opened(organisation_id, name), REFERENCE, "pupil_pupil")
    kept = keep_model(kept, REFERENCE, "pupil_pupil", LEADER)
    return change_model(kept, "pupil_pupil", kept.models[0][1].key, count=4, curator="Петрова А. А.")


def write_with_words(words: str) -> Programme:
    """Return a programme in which everything that a person can write says these words."""
    programme = keep_own_form(write_opened(1, words), words, words)
    key = programme.forms[0].key
    programme = keep_own_model(programme, REFERENCE, key, words, words)
    written = dict.fromkeys(("goal", "mentor", "mentee", "result", "period", "curator"), words)
    programme = change_model(programme, key, programme.models[0][1].key, **written)
    return programme.having(
        title=words, place=words, authors=(words,), curator=words, texts={"goal": words}, legal_ground=(words,),
        approval=Approval(agreed_by=words, approved_post=words, approved_name=words, order_number=words),
        stages=(Stage(title=words, months=words, actions=words, responsible=words, result=words),),
        risks=(Risk(risk=words, answer=words),), aims=(Aim(indicator="coverage", words=words),),
    )  # fmt: skip


def start(database: Database, programme: Programme, organisation_id: int, name: str = "Программа 2020/2021") -> int:
    """Keep a programme in the database."""
    return start_programme(database, organisation_id, name, programme, BY)


def stored(database: Database, number: int) -> Programme:
    """Return a programme as it is kept."""
    return read_programme(database, number).programme


def open_page(person: Person = METHODOLOGIST, **address: object) -> AppTest:
    """Open the page."""
    page = open_shell("programme.py", person=person, **{name: str(value) for name, value in address.items()})
    assert not page.exception
    return page


def opened_number(page: AppTest) -> int:
    """Return the number of the programme that the address names."""
    written = page.query_params["programme"]
    return int(written[0] if isinstance(written, list) else written)


def run(page: AppTest) -> AppTest:
    """Run the page once more."""
    page.run()
    assert not page.exception
    return page


def by_label(items: Any, label: str) -> Any:
    """Return the only element whose label begins so."""
    found = [item for item in items if unescape_markdown(item.label).lstrip("*").startswith(label)]
    if len(found) != 1:
        pytest.fail(f"{label}: {[unescape_markdown(item.label) for item in items]}")
    return found[0]


def choose(page: AppTest, label: str, words: str) -> AppTest:
    """Choose the option that begins so in the only select box of this label."""
    box = by_label(page.selectbox, label)
    box.select(next(option for option in box.options if option.startswith(words)))
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    """Press the only button of this label."""
    by_label(page.button, label).click()
    return run(page)


def leave_line(page: AppTest, label: str, words: str) -> AppTest:
    """Write into an input and leave it."""
    by_label(page.text_input, label).set_value(words)
    return run(page)


def leave_prose(page: AppTest, label: str, words: str) -> AppTest:
    """Write into an input for paragraphs and leave it."""
    by_label(page.text_area, label).set_value(words)
    return run(page)


def tick(page: AppTest, label: str, *, on: bool = True) -> AppTest:
    """Tick or untick what begins so."""
    box = by_label(page.checkbox, label)
    box.check() if on else box.uncheck()
    return run(page)


def told(page: AppTest) -> str:
    """Return everything that the page says in words of its own."""
    boxes = [item.value for kind in ("warning", "info", "success", "error") for item in getattr(page, kind)]
    return unescape_markdown(" ".join(boxes)) + " " + read_text(page)
