"""The list of practices: a line a programme, unfolded by a click into those who carry it out."""

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from cmn_core.analysis.folded_practices import FoldedPractice
from cmn_core.analysis.practice_words import ORGANISATIONS
from cmn_core.documents.practice_tables import MARK, NO_NAME, build_members_table
from cmn_core.reference import Reference
from cmn_core.wording import NBSP, count_of, format_count
from pages._parts.html_table import Links, write_html
from pages._parts.practices_marks import Marking

ON_PAGE, _MEMBERS = 15, 30
"""Lines of a page, and practices of a line: what is unfolded is sent with the page, over slow links too."""
_HEADINGS = ("Программа", "Кто ведёт", "Форма", "Наставников, участий", "Наставляемых, участий")
_PARTLY = "одно число на несколько программ организации: не поделено"
_STAR = f"<em>★{NBSP}к показу</em>"


def show_lines(lines: Sequence[FoldedPractice], reference: Reference, marks: Marking) -> None:
    """Show lines, each with the practices that it holds."""
    head = "".join(f"<span>{escape(heading)}</span>" for heading in _HEADINGS)
    body = "".join(_write_line(line, reference, marks) for line in lines)
    st.html(f'<div class="cmn-folds"><p class="cmn-fold-head" aria-hidden="true">{head}</p>{body}</div>')


def _write_line(line: FoldedPractice, reference: Reference, marks: Marking) -> str:
    cells = (
        f"<b>{escape(line.name or NO_NAME)}</b> {_tell_marks(line, marks)}",
        escape(_tell_who(line, reference)),
        escape(_tell_forms(line)),
        _write_counts("Наставников", line.reported.mentors, line.planned.mentors, line),
        _write_counts("Наставляемых", line.reported.mentees, line.planned.mentees, line, line.reported.partly),
    )
    summary = "".join(f"<span>{cell}</span>" for cell in cells)
    members = _write_members(line, reference, marks)
    return f'<details class="cmn-fold"><summary>{summary}</summary>{members}</details>'


def _write_members(line: FoldedPractice, reference: Reference, marks: Marking) -> str:
    members = line.practices[:_MEMBERS]
    table = build_members_table(line, members, reference, marks.keys, may_mark=marks.may_mark)
    captions = [column.caption for column in table.columns]
    links: Links = {}
    if marks.may_mark and MARK in captions:
        links = {(row, captions.index(MARK)): marks.address(practice) for row, practice in enumerate(members)}
    spellings = ", ".join(f"«{name}»" for name in line.spellings) if len(line.spellings) > 1 else ""
    told = f'<p class="cmn-grey">Написания: {escape(spellings)}</p>' if spellings else ""
    rest = ""
    if len(members) < len(line.practices):
        rest = (
            f'<p class="cmn-grey">Показаны первые {len(members)} из {len(line.practices)}; '
            "остальные — после отбора или в файле по кнопке «Скачать».</p>"
        )
    return told + write_html(table, len(members), links) + rest


def _tell_marks(line: FoldedPractice, marks: Marking) -> str:
    told = []
    if len(line.spellings) > 1:
        told.append(f"<em>{count_of(len(line.spellings), 'написание', 'написания', 'написаний')}</em>")
    if any(map(marks.is_marked, line.practices)):
        told.append(_STAR)
    return " ".join(told)


def _tell_who(line: FoldedPractice, reference: Reference) -> str:
    if line.organisations == 1:
        practice = line.practices[0]
        return f"{practice.organisation}, {reference.region.district(practice.district).short}"
    where = count_of(line.districts, "муниципалитете", "муниципалитетах", "муниципалитетах")
    return f"{count_of(line.organisations, *ORGANISATIONS)} в {where}"


def _tell_forms(line: FoldedPractice) -> str:
    counted = Counter(practice.form_words for practice in line.practices)
    (usual, _), *others = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return f"{usual} и ещё {len(others)}" if others else usual


def _write_counts(label: str, reported: int, planned: int, line: FoldedPractice, partly: int = 0) -> str:
    # The label is read out, and shown where there is no room for columns.
    told = [f"<i>{label}: </i>{format_count(reported)}"] if line.reported.organisations else []
    if partly:
        told.append(f'<em title="{_PARTLY}">+{NBSP}{format_count(partly)} общих</em>')
    if planned:
        told.append(f"<em>план{NBSP}{format_count(planned)}</em>")
    return " ".join(told) or "–"
