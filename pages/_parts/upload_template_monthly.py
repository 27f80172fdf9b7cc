"""The blank monthly form of a municipality, or of all of them in one archive."""

from datetime import date

import streamlit as st

from cmn_core.documents.template_names import name_monthly_archive, name_monthly_template
from cmn_core.http.files.attachment import XLSX
from cmn_core.period import Period
from cmn_core.reference import District
from cmn_core.wording import format_period
from pages._parts.database import CurrentData
from pages._parts.handed_file import show_file_link

_MONTHS_OFFERED = 12


def show_monthly_template(oktmo: str, data: CurrentData, today: date) -> None:
    """Offer the template of a municipality's month; without a municipality, all of that month."""
    period = _choose_month(data, today)
    district = data.reference.region.district(oktmo) if oktmo else None
    of_month = format_period(period)
    show_file_link(
        f"Скачать шаблон за {of_month}" if district else f"Скачать все шаблоны за {of_month}",
        lambda: _write(data, district, period),
        _name(data, district, period),
        XLSX if district else "application/zip",
        key="upload_template_monthly_button",
        stretches=True,
        help=None if district else "Готовятся до полуминуты: браузер сохранит их одним архивом.",
    )


def _choose_month(data: CurrentData, today: date) -> Period:
    """Propose the last whole month, or the one after the latest report where that lies further back."""
    whole = Period(today.year, today.month).shifted(-1)
    proposed = min(whole, data.periods[-1].shifted(1)) if data.periods else whole
    months = [proposed.shifted(1 - back) for back in range(_MONTHS_OFFERED)]
    chosen: Period = st.selectbox(
        "Отчётный месяц", months, index=1, format_func=format_period, key="upload_template_month",
        persist_state="session",
    )  # fmt: skip
    return chosen


def _write(data: CurrentData, district: District | None, period: Period) -> bytes:
    from cmn_core.documents.monthly_templates import make_monthly_template, pack_monthly_templates

    if district is None:
        return pack_monthly_templates(data.database, data.reference, period)
    return make_monthly_template(data.database, data.reference, district, period)


def _name(data: CurrentData, district: District | None, period: Period) -> str:
    if district is None:
        return name_monthly_archive(data.reference, period)
    return name_monthly_template(data.reference, district, period)
