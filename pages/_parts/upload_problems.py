"""The faults of a file, each beside its cell; counted, filtered, with the sender's rows around them."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from cmn_core.intake.cells.fragments import SheetFragment
from cmn_core.intake.problems import Problem, by_severity, shorten
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference, Severity
from cmn_core.store.verdict import NEW_ORGANISATION
from cmn_core.wording import count_of
from pages._parts.upload_annotated import show_annotated_download
from pages._parts.upload_html import show_html, text
from pages._parts.upload_sheet_view import SIGNS, FaultyCells, build_sheet_view, find_faulty_cells, find_shown_value
from pages._parts.upload_state import DroppedFile, UploadState

_ON_PAGE = 20
_MOST_KINDS = 4
_ALL = "all"
_FORMS: dict[Severity, tuple[str, str, str]] = {
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("предупреждение", "предупреждения", "предупреждений"),
    "info": ("пометка", "пометки", "пометок"),
}
_NAMES: dict[Severity, str] = {"error": "Ошибка", "warning": "Предупреждение", "info": "Пометка"}
_HEAD = ("Где", "Важность", "Что не так", "Что сделать", "Значение")


def show_problems(
    file: DroppedFile, reading: Reading, fragments: Sequence[SheetFragment], state: UploadState, reference: Reference
) -> None:
    """List the problems, gravest first; new organisations are asked about elsewhere on the page."""
    problems = [item for item in reading.problems if item.code != NEW_ORGANISATION]
    if not problems:
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        chosen = _choose_severity(problems, state)
        if any(item.cell for item in problems):
            show_annotated_download(file, reading, state, reference, primary=not reading.can_be_saved)
    shown = [item for item in by_severity(problems) if chosen in (_ALL, item.severity)]
    _show_kinds(shown, reference)
    pages = -(-len(shown) // _ON_PAGE)
    place = st.container()
    page = st.pagination(pages, key=state.key(f"problems_{chosen}")) if pages > 1 else 1
    first = (page - 1) * _ON_PAGE
    with place:
        show_html(_build_list(shown[first : first + _ON_PAGE], fragments, find_faulty_cells(problems)))


def _build_list(problems: Sequence[Problem], fragments: Sequence[SheetFragment], faulty: FaultyCells) -> str:
    items = [
        _build_item(item, _value_of(item, fragments), build_sheet_view(item, fragments, faulty), is_open=index == 0)
        for index, item in enumerate(problems)
    ]
    head = "".join(f"<span>{caption}</span>" for caption in _HEAD)
    return f"<div class='up-faults'><div class='up-fault-head'>{head}</div>{''.join(items)}</div>"


def _choose_severity(problems: Sequence[Problem], state: UploadState) -> str:
    counts = Counter(item.severity for item in problems)
    labels = {_ALL: f"Все: {len(problems)}"}
    labels |= {code: count_of(counts[code], *forms) for code, forms in _FORMS.items() if counts[code]}
    if len(labels) == 2:
        show_html(f"<p class='up-line'><b>{labels[problems[0].severity]}</b></p>")
        return _ALL
    chosen = st.segmented_control(
        "Показать", list(labels), format_func=labels.__getitem__, default=_ALL, required=True,
        key=state.key("severity"), label_visibility="collapsed",
    )  # fmt: skip
    return chosen or _ALL


def _show_kinds(problems: Sequence[Problem], reference: Reference) -> None:
    """Say what occurs most where there are more problems than one looks over."""
    kinds = Counter(reference.problem_texts[item.code].title.lower() for item in problems)
    often = [f"{text(title)} — {count}" for title, count in kinds.most_common(_MOST_KINDS) if count > 1]
    if len(problems) > _ON_PAGE // 2 and often:
        show_html(f"<p class='up-muted'>Чаще всего: {', '.join(often)}.</p>")


def _value_of(problem: Problem, fragments: Sequence[SheetFragment]) -> str:
    """Return what the cell shows to its reader, else the problem's own value."""
    shown = find_shown_value(problem, fragments)
    return shorten(problem.value or "", 60) if shown is None else shown


def _build_item(problem: Problem, value: str, sheet_view: str, *, is_open: bool) -> str:
    sheet = f"<small>{text(shorten(problem.sheet, 40))}</small>" if problem.sheet else ""
    place = f"<b>{text(problem.cell)}</b>{sheet}" if problem.cell else sheet or "<small>весь файл</small>"
    shown = text(value) or ("<i>пусто</i>" if problem.cell else "")
    summary = (
        f"<span class='up-where'>{place}</span>"
        f"<span class='up-chip up-{problem.severity}'><b aria-hidden='true'>{SIGNS[problem.severity]}</b>"
        f" {_NAMES[problem.severity]}</span>"
        f"<span class='up-what'>{text(problem.message)}</span>"
        f"<span class='up-remedy'>{text(problem.remedy)}</span>"
        f"<span class='up-value'>{shown}</span>"
    )
    if not sheet_view:
        return f"<div class='up-fault up-plain'>{summary}</div>"
    opened = " open" if is_open else ""
    return f"<details class='up-fault'{opened}><summary>{summary}</summary>{sheet_view}</details>"
