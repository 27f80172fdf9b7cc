"""Pieces of the guide: its sentences, the formulas, the columns of the form, the meaning of problems."""

import re
from decimal import Decimal

import streamlit as st

from cmn_core.analysis.explanation import describe_formula, describe_numerator
from cmn_core.reference import Reference
from cmn_core.reference.guide import Section
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
    """Show the columns of the expansion form by their printed captions."""
    adjective = reference.layouts.adjectives["municipal"].genitive
    st.subheader("Столбцы формы")
    st.table(
        [
            {"Столбец": column.caption.format(adjective_genitive=adjective, date="…"), "В сообщениях": column.short}
            for column in reference.layouts.expansion.columns
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
