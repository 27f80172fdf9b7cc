"""A municipality's tasks: what was returned and why, what to send by when, drafts in hand, what is done."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.analysis.collection_words import tell_missing
from cmn_core.analysis.submissions import Submission
from cmn_core.analysis.tasks import DistrictTasks, key_of_version, list_district_tasks, tell_due, tell_tasks
from cmn_core.documents.way_tables import build_cells_table
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.draft_reading import DraftSummary
from cmn_core.store.mending import take_up_again
from cmn_core.store.report_keys import ReportKey, describe_key
from cmn_core.store.versions import ReportVersion, read_numbered
from cmn_core.wording import format_moment, format_period, name_order
from pages._parts.author import acting
from pages._parts.collection_data import as_open_drafts, collected_year, judge_months, open_drafts
from pages._parts.database import CurrentData
from pages._parts.finding import show_fact, show_finding
from pages._parts.html_table import show_table
from pages._parts.plain_text import plain
from pages._parts.scope import Scope
from pages._parts.tasks_links import describe_line, show_report_link
from pages._parts.upload_html import show_html, text

_MOST_MONTHS = 3
_MOST_DONE = 6


def show_district_tasks(months: Sequence[Period], districts: frozenset[str], data: CurrentData) -> None:
    """Show the tasks of these municipalities, each under its name where there are several."""
    drafts = open_drafts(data)
    judged = judge_months(data, months, districts, drafts=as_open_drafts(drafts))
    years = sorted({period.year for period in months})
    versions = [each for year in years for each in collected_year(data, year, districts).versions]
    places = [place for place in data.reference.region.districts if place.oktmo in districts]
    places.sort(key=lambda place: name_order(place.short))
    tasks = [list_district_tasks(judged, versions, months, place.oktmo, data.reference) for place in places]
    show_finding(tell_tasks(tasks), ", ".join(place.short for place in places))
    returned = read_numbered(data.database, [each.version.report_id for one in tasks for each in one.returned])
    for one in tasks:
        if len(tasks) > 1:
            st.subheader(plain(one.name), anchor=False)
        _show_returned(one, returned, data)
        _show_to_send(one, data.reference)
        _show_drafts(one, drafts)
        _show_done(one, data.reference)


def _show_returned(tasks: DistrictTasks, returned: dict[int, ReportVersion], data: CurrentData) -> None:
    if not tasks.returned:
        return
    show_fact("Вернули на исправление")
    for each in tasks.returned:
        version = returned.get(each.version.report_id)
        judged = version.judged if version else None
        with st.container(key=f"tasks_returned_{each.version.report_id}", border=True):
            who = f"вернул {judged.author} {format_moment(judged.at)}" if judged else ""
            show_html(describe_line(_name(each, data.reference), who, _form(each, data.reference)))
            if judged:
                show_html(f"<p class='cmn-reason'>{text(judged.reason or '')}</p>")
                if judged.cells:
                    show_table(build_cells_table(judged.cells))
            with st.container(horizontal=True, vertical_alignment="center"):
                if st.button(
                    "Исправить и отправить", type="primary", key=f"tasks_mend_{each.version.report_id}",
                    help="Откроется присланный файл: исправьте названные ячейки на странице или загрузите новый файл.",
                ):  # fmt: skip
                    draft = take_up_again(data.database, each.version.report_id, acting())
                    st.switch_page("upload.py", query_params={"draft": str(draft)})
                _link_to_upload("Загрузить новый файл", tasks.district, each.version.period)
                show_report_link("История отчёта", each.version.report_id)


def _show_to_send(tasks: DistrictTasks, reference: Reference) -> None:
    if not tasks.to_send:
        return
    show_fact("Отправить")
    for month in tasks.to_send[:_MOST_MONTHS]:
        with st.container(
            key=f"tasks_send_{tasks.district}_{month.period}", horizontal=True, vertical_alignment="center"
        ):
            missing = tell_missing(month, reference)
            began = "начат черновик" if month.state == "draft" else ""
            name, late = f"Отчёт за {format_period(month.period)}", bool(month.timing.days_late)
            show_html(describe_line(name, tell_due(month), missing, began, late=late))
            _link_to_upload("Загрузить отчёт", tasks.district, month.period)
    left = [format_period(month.period) for month in tasks.to_send[_MOST_MONTHS:]]
    if left:
        show_html(f"<p class='up-muted'>Не сданы и прежние месяцы: {', '.join(left)}.</p>")


def _show_drafts(tasks: DistrictTasks, drafts: Sequence[DraftSummary]) -> None:
    own = [draft for draft in drafts if draft.choices.get("sender") == tasks.district]
    if not own:
        return
    show_fact("Черновики")
    for draft in own:
        with st.container(key=f"tasks_draft_{draft.draft_id}", horizontal=True, vertical_alignment="center"):
            show_html(
                describe_line(draft.file_name, f"последняя правка {format_moment(draft.updated_at)}", draft.author)
            )
            st.page_link("upload.py", label="Продолжить", query_params={"draft": str(draft.draft_id)})


def _show_done(tasks: DistrictTasks, reference: Reference) -> None:
    for title, done in (("Отправлены, ждут решения центра", tasks.waiting), ("Приняты центром", tasks.accepted)):
        if not done:
            continue
        show_fact(f"{title}: {len(done)}")
        with st.container(key=f"tasks_done_{tasks.district}_{done[0].version.state}", gap=None):
            for each in done[:_MOST_DONE]:
                with st.container(
                    key=f"tasks_one_{each.version.report_id}", horizontal=True, vertical_alignment="center"
                ):
                    sent = f"отправлен {format_moment(each.version.sent_at)}"
                    show_html(describe_line(_name(each, reference), _form(each, reference), sent))
                    show_report_link("Открыть", each.version.report_id)
        if len(done) > _MOST_DONE:
            show_html(f"<p class='up-muted'>И ещё {len(done) - _MOST_DONE}: они стоят на странице «Район».</p>")


def _link_to_upload(label: str, district: str, period: Period) -> None:
    st.page_link("upload.py", label=label, query_params=Scope(period, district).query())


def _name(each: Submission, reference: Reference) -> str:
    key: ReportKey = key_of_version(each.version)
    return describe_key(key, reference)


def _form(each: Submission, reference: Reference) -> str:
    return reference.layouts.label(each.version.layout)
