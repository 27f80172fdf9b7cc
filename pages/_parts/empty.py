"""What a page says while there is nothing to show."""

import streamlit as st

from cmn_core.reference import Reference
from cmn_core.wording import format_period
from pages._parts.database import CurrentData, current_data
from pages._parts.scope import Scope


def stop_without_reports(data: CurrentData, title: str = "") -> None:
    """Say what to do next and stop the page when no report was ever saved; a page without a title gets one."""
    if data.periods:
        return
    if title:
        st.title(title, anchor=False)
    st.info(
        "Данных пока нет: загрузите первый отчёт муниципалитета, и здесь появятся показатели. "
        "Посмотреть на пример можно командой `cmn demo`: она откроет страницы с вымышленными данными."
    )
    _link_to_upload()
    st.stop()


def say_without_data(scope: Scope, reference: Reference) -> None:
    """Say what to do next when no report enters the chosen period."""
    whose = f" ({reference.kinds.scope_label(scope.subordination)})" if scope.subordination else ""
    choose = "другой период или все организации" if scope.subordination else "другой период"
    if scope.accepted_only:
        choose += ", или отправленные и принятые отчёты вместе"
    accepted = "Принятого отчёта" if scope.accepted_only else "Отчёта"
    st.info(
        f"{accepted} за {format_period(scope.period)}{whose} нет, и прежнего, которым его можно заменить, тоже. "
        f"Выберите {choose} либо загрузите отчёт."
    )
    _link_to_upload()


def stop_without_data(has_data: bool, scope: Scope, reference: Reference) -> None:
    """Say so and stop the page when no report enters the chosen period."""
    if not has_data:
        say_without_data(scope, reference)
        st.stop()


def _link_to_upload() -> None:
    if current_data().database.actor.person.may_somewhere("send_reports"):
        st.page_link("upload.py", label="Загрузить отчёт")
