"""What a page says while there is nothing to show."""

import streamlit as st

from pages._parts.database import CurrentData


def stop_without_reports(data: CurrentData) -> None:
    """Say what to do next and stop the page when no report was ever saved."""
    if data.periods:
        return
    st.info("Данных пока нет: загрузите первый отчёт муниципалитета, и здесь появятся показатели.")
    st.page_link("upload.py", label="Загрузить отчёт")
    st.stop()
