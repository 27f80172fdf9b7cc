"""Pieces of the guide: its sentences, the formulas, the columns of the forms, the meaning of problems."""

import re
from decimal import Decimal

import streamlit as st

from cmn_core.analysis.explanation import describe_formula, describe_numerator
from cmn_core.reference import Reference
from cmn_core.reference.guide import Section
from cmn_core.reference.layouts import monthly_captions
from cmn_core.reference.monthly_rules import describe_rules
from cmn_core.wording import NO_TARGET, format_target
from pages._parts.plain_text import plain

_SEVERITIES = {
    "error": "Ошибки: отчёт не сохранить, пока они не исправлены",
    "warning": "Предупреждения: прочитать и подтвердить",
    "info": "Пометки: ничего делать не нужно",
}
_BLANK = re.compile(r"\{\w+\}")


def show_section(section: Section) -> None:
    """Show a section's topics as headings and lists."""
    for topic in section.topic:
        st.subheader(topic.title)
        st.markdown("\n".join(f"- {plain(line)}" for line in topic.lines))


def show_indicators(reference: Reference) -> None:
    """Show every indicator's formula and its targets by year."""
    years = sorted({year for indicator in reference.indicators for year in indicator.targets})
    st.subheader("Показатели и план по годам")
    st.table(
        [
            {
                "Показатель": indicator.title,
                "Формула": describe_formula(indicator),
                **{str(year): _target(indicator.target_pct(year)) for year in years},
            }
            for indicator in reference.indicators
        ]
    )
    numerator = describe_numerator("expansion", reference)
    st.caption(plain(f"По форме расширения числитель охвата: {numerator}. Остальные показатели она не сообщает."))


def show_columns(reference: Reference) -> None:
    """Show the columns of both forms by their printed captions, and which numbers of the monthly one must agree."""
    layouts = reference.layouts
    captions = monthly_captions(layouts.monthly, reference.limits.satisfaction_threshold)
    st.subheader(f"Столбцы: {layouts.monthly.label.lower()}")
    parts = ((layouts.monthly.organisations, captions.organisations), (layouts.monthly.programmes, captions.programmes))
    for part, printed in parts:
        st.markdown(f"Лист **«{part.sheet}»**")
        st.table(
            [
                {"Столбец": printed[column.field], "Что вписать": column.meaning, "В сообщениях": column.short}
                for column in part.columns
            ]
        )
    st.subheader("Какие числа сверяются")
    st.markdown("\n".join(f"- {plain(rule)}" for rule in describe_rules(layouts.monthly)))
    adjective = layouts.adjectives["municipal"].genitive
    st.subheader(f"Столбцы: форма «{layouts.expansion.label}»")
    st.table(
        [
            {"Столбец": column.caption.format(adjective_genitive=adjective, date="…"), "В сообщениях": column.short}
            for column in layouts.expansion.columns
        ]
    )


def show_problems(reference: Reference) -> None:
    """Show every problem code's words, by severity."""
    for severity, heading in _SEVERITIES.items():
        st.subheader(heading)
        st.table(
            [
                {
                    "Замечание": text.title,
                    "Что сказано": _blanked(wording.message),
                    "Что сделать": _blanked(wording.remedy),
                }
                for text in reference.problem_texts.values()
                if text.severity == severity
                for wording in text.wordings
            ]
        )


def _target(target: Decimal | None) -> str:
    return NO_TARGET if target is None else format_target(target)


def _blanked(template: str) -> str:
    return _BLANK.sub("…", template)
