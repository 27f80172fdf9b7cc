"""The files of saved reports, to be taken away by who may: as they were sent, and with their faults marked."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.http.files.routes import PREFIX
from cmn_core.reference import Reference
from cmn_core.store.versions import ReportVersion
from cmn_core.wording import format_period
from pages._parts.database import CurrentData


def show_kept_files(versions: Sequence[ReportVersion], data: CurrentData) -> None:
    """Offer the file of a chosen version; nothing where the person may take none."""
    may = data.database.actor.person.may
    offered = {item.report_id: item for item in versions if may("take_original", item.key.sender)}
    if not offered:
        return
    with st.expander("Присланные файлы", type="compact", key="kept_files"):
        chosen = st.selectbox(
            "Версия отчёта", list(offered), format_func=lambda number: _name(offered[number], data.reference),
            key="kept_file",
        )  # fmt: skip
        with st.container(horizontal=True, key="kept_file_links"):
            st.link_button("Скачать файл отправителя", f"{PREFIX}/original/{chosen}", key="take_original")
            st.link_button(
                "Скачать с пометками", f"{PREFIX}/annotated/{chosen}", key="take_annotated",
                help="Файл проверяется заново; это занимает несколько секунд, затем он сохраняется сам.",
            )  # fmt: skip
        st.caption("Каждое скачивание записывается в журнал. Файлы хранятся свой срок, числа отчёта — всегда.")


def _name(version: ReportVersion, reference: Reference) -> str:
    layout = reference.layouts.label(version.key.layout)
    return f"{format_period(version.key.period)}, {layout.lower()}, версия {version.version}: «{version.file_name}»"
