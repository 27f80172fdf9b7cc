"""Tables of the report that read every organisation's rows: made when they are asked for, then remembered."""

from datetime import datetime

import streamlit as st

from cmn_core.documents.shown_table import ShownTable
from pages._parts.database import CurrentData
from pages._parts.downloads import show_downloads
from pages._parts.finding import show_fact
from pages._parts.html_table import show_table
from pages._parts.scope import Scope


def show_detail_tables(data: CurrentData, scope: Scope) -> None:
    """Show role models, enterprises and the quality of the data, once their expander is opened."""
    st.space("small")
    details = st.expander(
        "Ещё таблицы: ролевые модели, предприятия, качество данных", key="report_details", on_change="rerun"
    )
    if not details.open:
        return
    with details:
        for place, (name, table) in enumerate(read_details(data, scope).items()):
            show_fact(table.title, table.subtitle)
            file_name = f"{name} {_place(data, scope)} {scope.period}"
            show_downloads(f"detail_{place}", file_name, {"": table}, demonstration=data.demonstration, scoped=True)
            if table.rows:
                show_table(table)


def read_details(data: CurrentData, scope: Scope) -> dict[str, ShownTable]:
    """Return the tables by name; read once a revision."""
    data.database.demand("see_organisations", scope.district)
    return _read(
        data.database.url, data.revision, f"{scope.period} {scope.district} {scope.accepted_only}", data, scope
    )


@st.cache_resource(show_spinner=False, max_entries=8)
def _read(url: str, revision: int, chosen: str, _data: CurrentData, _scope: Scope) -> dict[str, ShownTable]:
    # Gathering a report loads what writes workbooks: only those who ask for it wait.
    from cmn_core.documents.report_details import build_details
    from cmn_core.documents.report_gathering import gather_report

    # The tables carry no time of their making.
    content = gather_report(
        _data.database, _scope.period, _scope.district, datetime.min, accepted_only=_scope.accepted_only
    )
    return build_details(content)


def _place(data: CurrentData, scope: Scope) -> str:
    region = data.reference.region
    return region.district(scope.district).short if scope.district else region.facts.name
