"""What is looked for in the list of practices; all of it stands in the address."""

from dataclasses import dataclass
from typing import cast

import streamlit as st

from cmn_core.analysis.folded_practices import FoldOrder
from cmn_core.analysis.practice_filter import PracticeFilter
from cmn_core.analysis.practice_use import list_models, other_models
from cmn_core.analysis.practices import SOURCE_LABELS, PracticeSource
from cmn_core.reference import Reference
from pages._parts.page_choices import PageChoice, read_choices, show_select_box

_SEARCH, _LONGEST_SEARCH = "search", 200
_ANY = ""
ORDER = PageChoice(
    "order",
    "Порядок",
    {"organisations": "организации", "mentees": "наставляемые", "name": "название"},
)
SOURCE = PageChoice("source", "Источник", {_ANY: "любой"} | {str(code): words for code, words in SOURCE_LABELS.items()})
MARKED = PageChoice("marked", "Показать", {_ANY: "все практики", "1": "только к показу"})


@dataclass(frozen=True, slots=True)
class AskedPractices:
    """The filter, the order, and the codes that the address carries."""

    conditions: PracticeFilter
    order: FoldOrder
    choices: tuple[tuple[PageChoice, str], ...]


def read_filter(reference: Reference) -> AskedPractices:
    """Read the filter from the address."""
    choices = (_form_choice(reference), _model_choice(reference), _kind_choice(reference), SOURCE, MARKED, ORDER)
    form, model, kind, source, marked, order = codes = read_choices(*choices)
    conditions = PracticeFilter(
        words=_read_words(),
        form=form,
        role_model=model,
        kind=kind,
        source=cast(PracticeSource, source) if source else None,
        only_shown=bool(marked),
    )
    return AskedPractices(conditions, cast(FoldOrder, order), tuple(zip(choices, codes, strict=True)))


def show_filter(asked: AskedPractices) -> None:
    """Draw the filter in a row."""
    with st.container(key="practice_filter", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Найти",
            key=_SEARCH,
            bind="query-params",
            max_chars=_LONGEST_SEARCH,
            placeholder="название, школа",
        )
        for choice, code in asked.choices:
            show_select_box(choice, code)


def _read_words() -> str:
    """Return the words that the field holds; before its first run, those that the address carries."""
    held = st.session_state.get(_SEARCH)
    return str(st.query_params.get(_SEARCH, "") if held is None else held)[:_LONGEST_SEARCH]


def _form_choice(reference: Reference) -> PageChoice:
    forms = reference.forms
    return PageChoice("form", "Форма", {_ANY: "любая"} | {code: forms.label(code) for code in forms.codes})


def _model_choice(reference: Reference) -> PageChoice:
    # Several forms have a role model of the same name: with the form's own filter it is one of them.
    labels = dict.fromkeys(label for _, label in (*list_models(reference.forms), *other_models(reference.forms)))
    return PageChoice("model", "Ролевая модель", {_ANY: "любая"} | {label: label for label in labels})


def _kind_choice(reference: Reference) -> PageChoice:
    return PageChoice("kind", "Вид", {_ANY: "любой"} | {kind.code: kind.label for kind in reference.kinds.kinds})
