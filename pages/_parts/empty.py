"""What a page says while there is nothing to show."""

import streamlit as st

from cmn_core.period import Period
from cmn_core.wording import format_period
from pages._parts.database import CurrentData


def stop_without_reports(data: CurrentData) -> None:
    """Say what to do next and stop the page when no report was ever saved."""
    if data.periods:
        return
    st.info(
        "Данных пока нет: загрузите первый отчёт муниципалитета, и здесь появятся показатели. "
        "Посмотреть на пример можно командой `cmn demo`: она откроет страницы с вымышленными данными."
    )
    _link_to_upload()
    st.stop()


def say_without_data(period: Period) -> None:
    """Say what to do next when no report enters the chosen period."""
    st.info(
        f"Отчёта за {format_period(period)} нет, и прежнего, которым его можно заменить, тоже. "
        "Выберите другой период или загрузите отчёт."
    )
    _link_to_upload()


def stop_without_data(has_data: bool, period: Period) -> None:
    """Say so and stop the page when no report enters the chosen period."""
    if not has_data:
        say_without_data(period)
        st.stop()


def _link_to_upload() -> None:
    st.page_link("upload.py", label="Загрузить отчёт")
