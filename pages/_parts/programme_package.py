"""All programmes of a municipality as one archive: made on the page with progress, then taken by a link."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.documents.programme.archive import zip_programmes
from cmn_core.documents.programme.programme_file import name_archive
from cmn_core.errors import CmnError
from cmn_core.store.programme_reading import ListedProgramme
from pages._parts.database import CurrentData
from pages._parts.handed_file import show_file_link
from pages._parts.plain_text import plain
from pages._parts.programme_state import Package, ProgrammeState
from pages._parts.turns import TURNS

_MAKING = "Составляю документы"


def offer_package(
    lines: Sequence[ListedProgramme], district: str | None, data: CurrentData, programmes: ProgrammeState
) -> None:
    """Offer the archive of a chosen municipality's programmes."""
    if district is None or not lines:
        return
    place = data.reference.region.district(district)
    about = (data.revision, *((line.programme_id, line.version, line.name) for line in lines))
    with st.container(key="programme_package", horizontal=True, vertical_alignment="center"):
        asked = st.button(f"Собрать архив: {place.short}, все программы", key="make_package")
        package = programmes.package
        if package is not None and package.about == about and not asked:
            content = package.content
            show_file_link(
                "Скачать архив", lambda: content, package.file_name, "application/zip", key="take_package",
                kind="primary",
            )  # fmt: skip
    if asked:
        _make(about, name_archive(place), district, data, programmes)


def _make(about: object, file_name: str, district: str, data: CurrentData, programmes: ProgrammeState) -> None:
    bar = st.progress(0.0, _MAKING)
    place = data.reference.region.district(district)

    def tell(share: float) -> None:
        bar.progress(share, f"{_MAKING}: {share:.0%}".replace("%", "\u00a0%"))

    try:
        with TURNS.aside():
            content = zip_programmes(data.database, data.reference, place, tell)
    except CmnError as failure:
        bar.empty()
        st.error(plain(failure.message))
        return
    programmes.package = Package(about, content, file_name)
    st.rerun()
