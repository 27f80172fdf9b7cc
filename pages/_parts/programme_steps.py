"""An opened programme: what it is called and when it was kept, the five steps, the chosen one."""

from collections.abc import Callable

import streamlit as st

from cmn_core.store.programmes import restore_programme
from cmn_core.wording import format_moment
from pages._parts.author import acting, now
from pages._parts.failure import in_words
from pages._parts.finding import show_finding, show_notes
from pages._parts.page_choices import PageChoice, read_choices, show_segments
from pages._parts.plain_text import plain
from pages._parts.programme_forms import show_forms_step
from pages._parts.programme_models import show_models_step
from pages._parts.programme_organisation import show_organisation_step
from pages._parts.programme_preview import show_preview_step
from pages._parts.programme_saving import IN_ADDRESS, STEP, put_back
from pages._parts.programme_sections import show_sections_step
from pages._parts.programme_state import Desk, Work
from pages._parts.programme_year import year_words
from pages._parts.scope import current_scope

_CHOICE = PageChoice(
    STEP,
    "Шаг",
    {
        "1": "1. Организация",
        "2": "2. Формы",
        "3": "3. Ролевые модели",
        "4": "4. Разделы",
        "5": "5. Просмотр и документ",
    },
)
_STEPS: dict[str, Callable[[Desk], None]] = {
    "1": show_organisation_step,
    "2": show_forms_step,
    "3": show_models_step,
    "4": show_sections_step,
    "5": show_preview_step,
}


def show_steps(desk: Desk) -> None:
    """Show the head, the row of steps and the chosen step."""
    (step,) = read_choices(_CHOICE)
    _show_head(desk)
    _tell(desk)
    with st.container(key="controls_programme_steps", horizontal=True, vertical_alignment="center"):
        show_segments(_CHOICE, step)
        _show_ways(step)
    _STEPS[step](desk)


def _show_head(desk: Desk) -> None:
    with st.container(key="programme_head", horizontal=True, vertical_alignment="center"):
        st.page_link("programme.py", label="← К списку программ", query_params=current_scope().query())
        show_notes((_tell_kept(desk.work),))
    show_finding(desk.line.name, f"{desk.programme.organisation}, {year_words(desk.programme.school_year)} учебный год")


def _tell_kept(work: Work) -> str:
    if not work.is_kept:
        return "Последние правки не записаны"
    at = work.saved_at
    return f"Сохранено в {at:%H:%M}" if at.date() == now().date() else f"Сохранено {format_moment(at)}"


def _tell(desk: Desk) -> None:
    """Say what has to be known: not kept, another's change, deleted, taken out."""
    work = desk.work
    if not work.is_kept:
        st.warning(plain(f"{work.why_not_kept} Введённое осталось на этой странице и запишется при следующей правке."))
    if work.told:
        with st.container(key="programme_told", horizontal=True, vertical_alignment="center"):
            st.warning(plain(work.told))
            if work.other_id is not None:
                query = {**current_scope().query(), IN_ADDRESS: str(work.other_id)}
                st.page_link("programme.py", label="Открыть программу другого автора", query_params=query)
            st.button("Понятно", key="programme_told_read", type="tertiary", on_click=in_words(_read), args=(desk,))
    if desk.line.is_deleted:
        with st.container(key="programme_is_deleted", horizontal=True, vertical_alignment="center"):
            st.warning("Эта программа удалена из списка; правки сохраняются отдельной программой.")
            st.button("Вернуть в список", key="programme_undelete", on_click=in_words(_restore), args=(desk,))
    if work.taken_off is not None:
        with st.container(key="programme_taken_off", horizontal=True, vertical_alignment="center"):
            show_notes((), work.taken_off.sentence)
            st.button("Вернуть", key="programme_put_back", type="tertiary", on_click=in_words(put_back), args=(desk,))


def _read(desk: Desk) -> None:
    desk.work.told, desk.work.other_id = "", None


def _restore(desk: Desk) -> None:
    restore_programme(desk.data.database, desk.work.programme_id, acting())


def _show_ways(step: str) -> None:
    codes = list(_CHOICE.words)
    place = codes.index(step)
    with st.container(key="programme_ways", horizontal=True):
        for by, label in ((-1, "Назад"), (1, "Далее")):
            target = codes[place + by] if 0 <= place + by < len(codes) else None
            st.button(
                label, key=f"programme_way_{label}", type="primary" if by == 1 else "secondary",
                disabled=target is None, on_click=in_words(_go), args=(target,),
            )  # fmt: skip


def _go(step: str | None) -> None:
    if step in (None, _CHOICE.default):
        st.query_params.pop(STEP, None)
    else:
        st.query_params[STEP] = step
