"""Step 4: the sections in words, each with guidance beside it; the chosen one stands in the address."""

import streamlit as st

from cmn_core.programme.opening import current_text
from cmn_core.programme.programme import Programme
from cmn_core.reference.programme import SectionTexts
from pages._parts.finding import show_fact, show_notes
from pages._parts.page_choices import PageChoice, read_choices, show_column
from pages._parts.programme_fields import ask_prose, offer_change
from pages._parts.programme_lists import HELD_LISTS, is_own_list
from pages._parts.programme_state import Desk

_LEAST_LINES, _MOST_LINES, _SIGNS_A_LINE = 4, 16, 85
_OWN = " · изменён"


def show_sections_step(desk: Desk) -> None:
    """Show the list of sections and the chosen one."""
    choice = _section_choice(desk)
    (code,) = read_choices(choice)
    listed, written = st.columns((2, 7), gap="medium")
    with listed, st.container(key="programme_section_list"):
        show_column(choice, code)
    with written:
        _show_section(desk.data.reference.programme.section(code), desk)


def _section_choice(desk: Desk) -> PageChoice:
    sections = desk.data.reference.programme.sections
    return PageChoice("section", "Раздел", {item.code: _title(item, desk.programme) for item in sections})


def _title(section: SectionTexts, programme: Programme) -> str:
    return section.title + (_OWN if _is_own(section, programme) else "")


def _is_own(section: SectionTexts, programme: Programme) -> bool:
    return section.code in programme.texts or is_own_list(section.holds, programme)


def _show_section(section: SectionTexts, desk: Desk) -> None:
    show_fact(section.title)
    text, beside = st.columns((5, 2), gap="medium")
    with text:
        _ask_text(section, desk)
    with beside, st.container(key="programme_guidance"):
        show_notes((section.guidance,), "Подсказка")
        if section.holds == "forms":
            show_notes(("Таблица форм и ролевых моделей встанет сюда сама: она собрана на шагах 2 и 3.",))
    show_list = HELD_LISTS.get(section.holds or "")
    if show_list is not None:
        show_list(desk)


def _ask_text(section: SectionTexts, desk: Desk) -> None:
    code = section.code
    text = current_text(code, desk.programme, desk.organisation, desk.data.reference)

    def put(programme: Programme, typed: str) -> Programme:
        return programme.having(texts={**programme.texts, code: typed})

    # The key is of the section: what is typed in one must not be taken for another's.
    ask_prose(desk, f"text_{code}", f"Текст раздела «{section.title}»", text, put, lines=_height(text), is_hidden=True)
    if code in desk.programme.texts:
        offer_change(
            desk, "text_back", "Вернуть исходный текст", lambda programme: _without_text(programme, code),
            taken_off=f"«{section.title}»: исходный текст.",
        )  # fmt: skip
    else:
        show_notes(("Исходный текст: числа и формы в нём обновляются сами, пока вы его не измените.",))


def _without_text(programme: Programme, code: str) -> Programme:
    return programme.having(texts={key: text for key, text in programme.texts.items() if key != code})


def _height(text: str) -> int:
    lines = sum(1 + len(line) // _SIGNS_A_LINE for line in text.split("\n"))
    return min(_MOST_LINES, max(_LEAST_LINES, lines))
