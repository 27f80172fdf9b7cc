"""«Белые пятна»: what nobody in a municipality uses, and who of like size does; everyone's to see."""

import streamlit as st

from cmn_core.analysis.practice_use import RegionUse
from cmn_core.analysis.practice_words import tell_silent
from cmn_core.analysis.white_spot_words import (
    district_spots_finding,
    spots_finding,
    tell_like,
    tell_nowhere,
    tell_unsuitable,
)
from cmn_core.analysis.white_spots import DistrictSpots
from cmn_core.documents.practice_tables import build_district_spots_table, build_region_spots_table
from pages._parts.database import CurrentData
from pages._parts.empty import stop_without_data
from pages._parts.failure import in_words
from pages._parts.finding import show_finding, show_notes
from pages._parts.html_table import Links, show_table
from pages._parts.links import page_address
from pages._parts.practices_controls import SPOTS, VIEW, show_controls, tell_measured
from pages._parts.practices_data import read_spots, read_use
from pages._parts.scope import Scope, choose_scope

_PATH = "practices"


def show_spots(data: CurrentData, scope: Scope) -> None:
    """Show the chosen municipality's white spots, else how many each municipality has."""
    use = read_use(data, scope)
    spots = read_spots(data, scope)
    subtitle = tell_measured("Типовые формы и ролевые модели, по которым в отчётах нет программ", data, scope, use)
    if scope.district is None:
        _show_region_spots(spots, subtitle, data, scope, use)
        return
    own = next((each for each in spots if each.use.district == scope.district), None)
    if own is None:
        show_finding(f"О практиках {data.reference.region.district(scope.district).genitive} нет данных", subtitle)
        show_controls(SPOTS, data, "", {})
        stop_without_data(False, scope, data.reference)
        return
    _show_district_spots(own, subtitle, data, scope, len(use.told))


def _show_region_spots(
    spots: tuple[DistrictSpots, ...], subtitle: str, data: CurrentData, scope: Scope, use: RegionUse
) -> None:
    finding = spots_finding(spots, data.reference)
    show_finding(finding, subtitle)
    table = build_region_spots_table(spots, data.reference, finding, subtitle)
    show_controls(SPOTS, data, f"Белые пятна {scope.period}", {"": table})
    stop_without_data(bool(spots), scope, data.reference)
    show_notes((), "Нажмите на муниципалитет, чтобы увидеть, чего в нём нет и у кого из похожих по размеру это есть.")
    show_table(table, links=_spot_links(spots, scope))
    show_notes((tell_nowhere(use, data.reference), tell_silent(use)))


def _spot_links(spots: tuple[DistrictSpots, ...], scope: Scope) -> Links:
    return {
        (row, 0): f"{page_address(_PATH, scope.of_district(each.use.district))}&{VIEW.name}={SPOTS}"
        for row, each in enumerate(spots)
    }


def _show_district_spots(own: DistrictSpots, subtitle: str, data: CurrentData, scope: Scope, told: int) -> None:
    reference = data.reference
    finding = district_spots_finding(own, reference)
    show_finding(finding, subtitle)
    table = build_district_spots_table(own, reference, finding, subtitle, told)
    show_controls(SPOTS, data, f"Белые пятна {own.use.name} {scope.period}", {"": table})
    size, rule = tell_like(own, reference)
    show_notes((rule,), size)
    if own.spots:
        show_table(table)
    show_notes((tell_unsuitable(own, reference), _tell_no_models(own)))
    st.button("Все муниципалитеты", on_click=in_words(choose_scope), args=(scope.of_district(None),))


def _tell_no_models(own: DistrictSpots) -> str:
    if own.use.knows_models:
        return ""
    return "Ролевые модели сообщает только ежемесячный отчёт: здесь вошла форма расширения, о моделях судить нельзя."
