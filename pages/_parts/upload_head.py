"""The top of the page while a file is being looked at: what it comes to, its name, the place for a mended one."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cmn_core.intake.counting import RowPlace, count_reading
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.store.reports import ReportVersion
from cmn_core.store.verdict import ALREADY_IN_FORCE, describe_counted, describe_parts, judge_reading
from cmn_core.wording import FILES, NBSP, count_of, format_size
from pages._parts.finding import show_finding
from pages._parts.upload_desk import UploadDesk, upload_desk
from pages._parts.upload_drop import show_drop_zone
from pages._parts.upload_html import show_html
from pages._parts.upload_state import DroppedFile, UploadState

_SHORTEST_SHOWN_S = 0.1


def show_head(desk: UploadDesk) -> DeltaGenerator:
    """Draw the small drop zone and return the place of the title, which is told when all is known."""
    title, drop = st.columns([2, 1], gap="large", vertical_alignment="center")
    with drop:
        show_drop_zone(desk, label="Исправленный файл" if desk.opened else "Исправленный или другой файл")
    return title.container()


def show_verdict(
    place: DeltaGenerator,
    file: DroppedFile,
    reading: Reading,
    state: UploadState,
    reference: Reference,
    open_points: Sequence[str] = (),
    *,
    is_in_force: bool = False,
    instead_of: ReportVersion | None = None,
) -> None:
    """Tell in a sentence what stands between the file and its saving; offer to take the file away.

    `instead_of`: the version whose place it would take.
    """
    took = f"{max(reading.seconds, _SHORTEST_SHOWN_S):.1f}".replace(".", ",")
    form = f"«{reference.layouts.label(reading.layout)}»" if reading.layout else format_size(len(file.content))
    verdict = ALREADY_IN_FORCE if is_in_force else judge_reading(reading, open_points, instead_of)
    with place:
        show_finding(verdict, f"{file.name} · {form} · прочитан за {took}{NBSP}с")
        desk = upload_desk()
        if desk.opened and desk.pile:
            st.button(
                f"← К стопке: {count_of(len(desk.pile.items), *FILES)}", key=state.key("back"), on_click=desk.close
            )
        else:
            st.button("Убрать файл, вернуться к шаблонам", key=state.key("drop"), type="tertiary",
                      on_click=state.drop_file)  # fmt: skip


def show_counted(reading: Reading, state: UploadState, reference: Reference) -> str:
    """Say what was counted in the file; return the sentence."""
    different = frozenset(state.different_children)
    whole, parts = state.remember("counted", (reading, different), lambda: _describe(reading, different, reference))
    show_html(f"<p class='up-line'><b>{whole}</b>: {parts}.</p>")
    return whole


def _describe(reading: Reading, different_children: frozenset[RowPlace], reference: Reference) -> tuple[str, str]:
    counted = count_reading(reading, different_children=different_children)
    return describe_counted(counted), describe_parts(counted, reading.layout, reference)
