"""What a report changes, organisation by organisation."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.intake.comparison import NOTHING, ComparedCounts, OrganisationDifference, ReportDifference
from cmn_core.reference import Reference
from cmn_core.store.comparing import StoredComparison
from cmn_core.store.reports import ReportKey
from cmn_core.store.verdict import list_parts
from cmn_core.wording import format_count, format_moment, format_period
from pages._parts.upload_html import show_html, table, text
from pages._parts.upload_state import UploadState

_ON_PAGE = 25
Parts = Sequence[tuple[str, str]]
"""Name of a count, and the caption of its column."""


def show_differences(
    compared: StoredComparison, key: ReportKey, open_points: Sequence[str], state: UploadState, reference: Reference
) -> None:
    """Lay the file beside the version in force and the last report."""
    st.subheader("Что изменится")
    if open_points:
        show_html("<p class='up-muted'>Сравнение появится, когда вы ответите на вопросы о названиях.</p>")
        return
    differences: dict[str, ReportDifference] = {}
    if compared.to_in_force and compared.in_force:
        version = compared.in_force
        words = f"С действующей версией {version.version} от {format_moment(version.saved_at)}"
        differences[words] = compared.to_in_force
    if compared.to_last and compared.last:
        differences[f"С прошлым отчётом за {format_period(compared.last.key.period)}"] = compared.to_last
    if not differences:
        show_html(
            f"<p>Отчёта за {format_period(key.period)} ещё нет, более ранних в этом году тоже: "
            "это первый отчёт, сравнивать не с чем.</p>"
        )
        return
    chosen = _choose(list(differences), state)
    _show_difference(differences[chosen], list(differences).index(chosen), list_parts(key.layout, reference), state)


def _choose(names: list[str], state: UploadState) -> str:
    if len(names) == 1:
        show_html(f"<p class='up-muted'>{names[0]}</p>")
        return names[0]
    chosen = st.segmented_control(
        "Сравнить", names, default=names[0], required=True, key=state.key("compare"), label_visibility="collapsed"
    )
    return chosen or names[0]


def _show_difference(difference: ReportDifference, chosen: int, parts: Parts, state: UploadState) -> None:
    differing, before, now = state.remember(f"differing_{chosen}", difference, lambda: _sort(difference))
    same = len(difference.organisations) - len(differing)
    if not differing:
        show_html("<p>Ни одно число не отличается.</p>")
        return
    pages = -(-len(differing) // _ON_PAGE)
    place = st.container()
    page = st.pagination(pages, key=state.key(f"difference_{chosen}")) if pages > 1 else 1
    rows = [_build_row(item, parts) for item in differing[(page - 1) * _ON_PAGE : page * _ON_PAGE]]
    total = _build_line("<b>Всего по отчёту</b>", before, now, parts)
    with place:
        show_html(table(("Организация", "Было, чел.", "Стало, чел.", "Изменение", "Из чего складывается"),
                        [total, *rows], css="up-number up-differences"))  # fmt: skip
        if same:
            show_html(f"<p class='up-muted'>Ещё {format_count(same)} без изменений.</p>")


def _sort(
    difference: ReportDifference,
) -> tuple[list[OrganisationDifference], ComparedCounts, ComparedCounts]:
    """Return what differs, most people first, and the sums before and now."""
    return sorted(difference.differing, key=lambda item: -abs(item.change)), difference.before, difference.now


def _build_row(item: OrganisationDifference, parts: Parts) -> Sequence[str]:
    marks = {"added": "появилась в отчёте", "gone": "нет в этом отчёте"}
    mark = f"<small>{marks[item.kind]}</small>" if item.kind in marks else ""
    return _build_line(f"{text(item.name)}{mark}", item.before, item.now, parts)


def _build_line(name: str, before: ComparedCounts | None, now: ComparedCounts | None, parts: Parts) -> Sequence[str]:
    change = (now or NOTHING).people.drawn_in - (before or NOTHING).people.drawn_in
    return (
        name,
        "—" if before is None else format_count(before.people.drawn_in),
        "—" if now is None else f"<b>{format_count(now.people.drawn_in)}</b>",
        _build_change(change),
        _build_parts(before or NOTHING, now or NOTHING, parts),
    )


def _build_change(change: int) -> str:
    if not change:
        return "0"
    sign, css = ("+", "up-more") if change > 0 else ("−", "up-less")
    return f"<span class='{css}'>{sign}{format_count(abs(change))}</span>"


def _build_parts(before: ComparedCounts, now: ComparedCounts, parts: Parts) -> str:
    counts = [(label, getattr(before.people, name), getattr(now.people, name)) for name, label in parts]
    counts.append(("программ", before.programmes, now.programmes))
    changed = [
        f"{label} {format_count(then)} → {format_count(since)}" for label, then, since in counts if then != since
    ]
    return f"<small>{'; '.join(changed)}</small>"
