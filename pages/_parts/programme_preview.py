"""Step 5: the document as it prints, what is missing or odd in it, and the files."""

import streamlit as st

from cmn_core.analysis.programme_checks import check_programme
from cmn_core.analysis.programme_remark import Remark
from cmn_core.programme.composition import compose_programme
from cmn_core.wording import count_of
from pages._parts.finding import show_fact, show_notes
from pages._parts.plain_text import plain
from pages._parts.programme_files import offer_files
from pages._parts.programme_saving import IN_ADDRESS, STEP
from pages._parts.programme_sheet import write_sheet
from pages._parts.programme_state import Desk
from pages._parts.scope import current_scope

_REMARKS = ("замечание", "замечания", "замечаний")
_AT_ONCE = 8
_SEVERITIES = {"missing": "Чего не хватает", "odd": "Что проверить"}


def show_preview_step(desk: Desk) -> None:
    """Show the sheet, beside it the files and the remarks."""
    sheet, beside = st.columns((7, 4), gap="large")
    with beside:
        offer_files(desk)
        _show_remarks(desk)
    with sheet:
        st.html(write_sheet(compose_programme(desk.programme, desk.data.reference, desk.organisation)))


def _show_remarks(desk: Desk) -> None:
    remarks = check_programme(desk.programme, desk.data.reference, desk.organisation)
    if not remarks:
        show_fact("Проверка", "Замечаний нет: документ можно утверждать.")
        return
    show_fact(f"Проверка: {count_of(len(remarks), *_REMARKS)}", "Скачать документ можно и с ними.")
    for severity, title in _SEVERITIES.items():
        found = [remark for remark in remarks if remark.severity == severity]
        if not found:
            continue
        with st.container(key=f"programme_remarks_{severity}"):
            show_notes((), f"{title}: {len(found)}")
            for remark in found[:_AT_ONCE]:
                _show_remark(remark, desk)
        if len(found) > _AT_ONCE:
            with (
                st.expander(f"Ещё {len(found) - _AT_ONCE}", type="compact", key=f"programme_more_{severity}"),
                st.container(key=f"programme_remarks_{severity}_rest"),
            ):
                for remark in found[_AT_ONCE:]:
                    _show_remark(remark, desk)


def _show_remark(remark: Remark, desk: Desk) -> None:
    query = {**current_scope().query(), IN_ADDRESS: str(desk.work.programme_id), STEP: str(remark.step)}
    st.page_link("programme.py", label=f"{plain(remark.message)} *Шаг\u00a0{remark.step}*", query_params=query)
