"""Step 1: whose programme it is, for which year, who agreed and approved it, who wrote it."""

from datetime import date

import streamlit as st

from cmn_core.programme.programme import Approval, Programme
from cmn_core.programme.rearranging import change_kind
from cmn_core.programme.words import part_lines
from cmn_core.wording import format_date
from pages._parts.finding import show_fact, show_notes
from pages._parts.plain_text import plain
from pages._parts.programme_fields import ask_choice, ask_day, ask_line, ask_prose, offer_change
from pages._parts.programme_state import Desk, Put
from pages._parts.programme_year import offered_years, year_words


def show_organisation_step(desk: Desk) -> None:
    """Show the fields of the first page."""
    _show_standing(desk)
    left, right = st.columns(2, gap="large")
    with left:
        _ask_organisation(desk)
    with right:
        _ask_approval(desk)


def _show_standing(desk: Desk) -> None:
    """Say what became of the organisation since the programme was begun."""
    owner, named = desk.owner, desk.programme.organisation
    standing = owner.merged_into or owner.name
    if owner.merged_into:
        st.warning(plain(f"Организация «{owner.name}» объединена с другой: теперь это «{owner.merged_into}»."))
    elif owner.closed:
        st.warning(
            plain(
                f"Организация закрыта {format_date(owner.closed)}. Программу можно дописать и скачать или скопировать "
                "для другой организации в списке программ."
            )
        )
    if named != standing:
        with st.container(key="programme_new_name", horizontal=True, vertical_alignment="center"):
            show_notes((f"В списке организаций сейчас: {standing}",))
            offer_change(
                desk, "take_name", "Взять название из списка",
                lambda programme: programme.having(organisation=standing),
            )  # fmt: skip


def _ask_organisation(desk: Desk) -> None:
    programme, reference = desk.programme, desk.data.reference
    show_fact("Организация и год", _describe_facts(desk))
    ask_line(desk, "organisation", "Название организации в документе", programme.organisation, _put("organisation"))
    kinds = {kind.code: f"{kind.label}: {kind.title}" for kind in reference.kinds.kinds}
    ask_choice(
        desk, "kind", "Вид организации", kinds, programme.kind,
        lambda standing, code: change_kind(standing, code, reference),
    )  # fmt: skip
    with st.container(key="fields_programme_year"):
        years = sorted({*offered_years(desk.data), programme.school_year}, reverse=True)
        ask_choice(
            desk, "year", "Учебный год", {str(year): year_words(year) for year in years}, str(programme.school_year),
            lambda standing, year: standing.having(school_year=int(year)),
        )  # fmt: skip
        ask_line(desk, "place", "Место издания", programme.place, _put("place"), placeholder="например, г. Тара")
    ask_line(desk, "curator", "Куратор программы", programme.curator, _put("curator"), placeholder="Фамилия и инициалы")
    ask_prose(
        desk, "authors", "Авторы, по одному на строке", "\n".join(programme.authors),
        lambda standing, text: standing.having(authors=part_lines(text)),
        placeholder="Фамилия и инициалы, должность",
    )  # fmt: skip


def _describe_facts(desk: Desk) -> str:
    known, kinds = desk.organisation, desk.data.reference.kinds
    told = [
        f"{known.district_name}; {kinds.kind_label(known.kind)}, {kinds.subordination_label(known.subordination)}",
        "" if known.pupils_10_19 is None else f"обучающихся 10–19 лет {known.pupils_10_19}",
        "" if known.involved is None else f"вовлечено {known.involved}",
    ]
    dated = f"отчёт на {format_date(known.as_of)}" if known.as_of else "отчётов за этот год нет"
    return f"{'; '.join(filter(None, told))} ({dated})."


def _ask_approval(desk: Desk) -> None:
    standing = desk.programme.approval
    show_fact("Согласование и утверждение", "Что ещё не известно, останется пустым: в документе будут линейки.")
    ask_line(
        desk, "agreed_by", "Кем согласовано", standing.agreed_by, _put_approval("agreed_by"),
        placeholder="например, Педагогический совет",
    )  # fmt: skip
    with st.container(key="fields_programme_agreed"):
        ask_line(desk, "protocol", "Номер протокола", standing.agreed_protocol, _put_approval("agreed_protocol"))
        ask_day(desk, "agreed_on", "Дата протокола", standing.agreed_on, _put_approval("agreed_on"))
    with st.container(key="fields_programme_approved"):
        ask_line(desk, "post", "Кто утверждает: должность", standing.approved_post, _put_approval("approved_post"))
        ask_line(
            desk, "approved", "Фамилия и инициалы", standing.approved_name, _put_approval("approved_name"),
            placeholder="Иванова М. П.",
        )  # fmt: skip
    with st.container(key="fields_programme_order"):
        ask_line(desk, "order", "Номер приказа", standing.order_number, _put_approval("order_number"))
        ask_day(desk, "order_date", "Дата приказа", standing.order_date, _put_approval("order_date"))


def _put(part: str) -> Put[str]:
    def put(programme: Programme, value: str) -> Programme:
        return programme.having(**{part: value})

    return put


def _put_approval(part: str) -> Put[str | date | None]:
    def put(programme: Programme, value: str | date | None) -> Programme:
        approval: Approval = programme.approval.having(**{part: value})
        return programme.having(approval=approval)

    return put
