"""Blank forms to take away: the monthly and the expansion form of a municipality, and «Численность»."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from cmn_core.documents.template_names import name_template
from cmn_core.http.files.attachment import XLSX
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period, period_of
from cmn_core.reference import District, Reference
from pages._parts.database import CurrentData
from pages._parts.handed_file import show_file_link
from pages._parts.scope import Scope
from pages._parts.upload_html import show_html
from pages._parts.upload_senders import REGION, keeps_population, list_senders
from pages._parts.upload_template_monthly import show_monthly_template


def show_templates(scope: Scope, known: Sequence[KnownOrganisation], data: CurrentData, today: date) -> None:
    """Offer the templates; each is written when its button is pressed.

    `known`: the organisations that the person may report on.
    """
    chosen = _choose_district(scope, list_senders(data))
    oktmo = "" if chosen == REGION else chosen
    with st.container(key="upload_template_monthly", gap="small"):
        show_html(
            "<p class='up-template'><b>Шаблон ежемесячного отчёта</b><br>Все показатели: организации, их контингент и "
            "программы прошлого отчёта уже вписаны.</p>"
        )
        show_monthly_template(oktmo, data, today)
    with st.container(key="upload_template_expansion", gap="small"):
        show_html(
            "<p class='up-template'><b>Шаблон отчёта о расширении практик</b><br>Только охват: организации, даты и "
            "список форм уже вписаны.</p>"
        )
        _show_expansion(oktmo, known, data, today)
    if not keeps_population(data):
        return
    with st.container(key="upload_template_population", gap="small"):
        show_html(
            "<p class='up-template'><b>Шаблон «Численность»</b><br>Сколько детей, молодёжи, молодых педагогов и "
            "предприятий в муниципалитетах: на них делятся показатели.</p>"
        )
        _show_population(scope, data.reference)


def _show_expansion(oktmo: str, known: Sequence[KnownOrganisation], data: CurrentData, today: date) -> None:
    reference = data.reference
    wanted = _choose_scope(oktmo, reference)
    first, second = _choose_dates(data, today)
    if first is None or second is None or first >= second:
        st.caption("Вторая дата должна быть позже первой.")
        return
    district = reference.region.district(oktmo) if oktmo else None
    # Names are gathered once the file is asked for: a whole region's are not walked over at every run.
    if not any(_belongs(item, oktmo, wanted) for item in known):
        st.caption("Таких организаций в списке пока нет: впишите их в шаблон сами.")
    show_file_link(
        "Скачать шаблон отчёта",
        lambda: _write_expansion(
            reference,
            district,
            [item.name for item in known if _belongs(item, oktmo, wanted)],
            wanted,
            (first, second),
        ),
        name_template(reference, reference.layouts.expansion.label, district, second),
        XLSX,
        key="upload_template_expansion_button",
        stretches=True,
    )


def _choose_dates(data: CurrentData, today: date) -> tuple[date | None, date | None]:
    """Propose the close of the latest reported month and of the next; without reports of the last month and this."""
    latest = data.periods[-1] if data.periods else Period(today.year, today.month).shifted(-1)
    first_place, second_place = st.columns(2)
    with first_place:
        first = st.date_input(
            "Привлечено на", value=latest.closing_date, format="DD.MM.YYYY", key="upload_template_first",
            persist_state="session",
        )  # fmt: skip
    with second_place:
        second = st.date_input(
            "Дополнительно на", value=latest.shifted(1).closing_date, format="DD.MM.YYYY",
            key="upload_template_second", persist_state="session",
        )  # fmt: skip
    return (first if isinstance(first, date) else None), (second if isinstance(second, date) else None)


def _choose_district(scope: Scope, words: Mapping[str, str]) -> str:
    options = list(words)
    first = scope.district if scope.district and scope.district in words else options[0]
    chosen: str = st.selectbox(
        "Муниципалитет", options, format_func=words.__getitem__, index=options.index(first),
        key="upload_template_district", persist_state="session",
    )  # fmt: skip
    return chosen


def _choose_scope(oktmo: str, reference: Reference) -> ScopeCode:
    options: list[ScopeCode] = ["municipal", "state", "all"] if oktmo else ["state"]
    labels = {item.code: item.plural for item in reference.kinds.subordinations} | {"all": "все"}
    chosen: ScopeCode = st.selectbox(
        "Организации", options, format_func=labels.__getitem__, key=f"upload_template_scope_{len(options)}",
        persist_state="session",
    )  # fmt: skip
    return chosen


def _belongs(organisation: KnownOrganisation, oktmo: str, wanted: ScopeCode) -> bool:
    here = not oktmo or organisation.district == oktmo
    return here and wanted in ("all", organisation.subordination)


def _write_expansion(
    reference: Reference,
    district: District | None,
    names: Sequence[str],
    scope: ScopeCode,
    dates: tuple[date, date],
) -> bytes:
    from cmn_core.documents.template_expansion import write_expansion_template

    return write_expansion_template(
        reference, district=district, organisations=names, scope=scope, dates=dates, period=period_of(dates[1])
    )


def _show_population(scope: Scope, reference: Reference) -> None:
    # Empty, the same for everyone: nobody's scope.
    st.download_button(
        f"Скачать шаблон на {scope.period.year} год",
        data=lambda: _write_population(reference, scope.period.year),
        file_name=f"Численность {scope.period.year}.xlsx",
        mime=XLSX,
        key="upload_template_population_button",
        on_click="ignore",
        width="stretch",
    )


def _write_population(reference: Reference, year: int) -> bytes:
    from cmn_core.documents.template_population import write_population_template

    return write_population_template(reference, year=year)
