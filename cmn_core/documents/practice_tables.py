"""Tables of practices: the list with its sources, forms and role models by municipality, white spots, those to show."""

from collections.abc import Iterable, Sequence

from cmn_core.analysis.folded_practices import FoldedPractice
from cmn_core.analysis.practice_filter import ShownKeys, is_shown
from cmn_core.analysis.practice_use import RegionUse, UseMeasure
from cmn_core.analysis.practice_words import PROGRAMMES
from cmn_core.analysis.practices import SOURCE_LABELS, ListedPractice
from cmn_core.analysis.white_spot_words import tell_like_uses, tell_spot
from cmn_core.analysis.white_spots import DistrictSpots
from cmn_core.charts.use_table import UseColumn, order_rows
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.reference import Reference
from cmn_core.store.shown_practices import ShownPractice
from cmn_core.wording import count_of, format_date, format_moment

_TEXT, _WORD = 28.0, 17.5
"""Widths in characters: with these a table prints on a page's width and can be read."""
NO_NAME, MARK = "название не указано", "К показу"


def build_practices_table(
    folded: Sequence[FoldedPractice], reference: Reference, shown: ShownKeys, title: str, subtitle: str
) -> ShownTable:
    """Build a row a practice, those of one programme together, with all that is known of each."""
    return ShownTable(
        title=title,
        subtitle=subtitle,
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Организация", widest=_TEXT),
            TableColumn("Вид", widest=_WORD),
            TableColumn("Программа, как записана", widest=_TEXT),
            TableColumn("Программа, сложена как", widest=_TEXT),
            TableColumn("Форма", widest=_WORD),
            TableColumn("Ролевая модель", widest=_TEXT),
            TableColumn("Наставников, участий, чел.", "count"),
            TableColumn("Наставляемых, участий, чел.", "count"),
            TableColumn("Источник", widest=_TEXT),
            TableColumn(MARK),
        ),
        rows=tuple(row for line in folded for row in _practice_rows(line, reference, shown)),
    )


def build_members_table(
    line: FoldedPractice,
    members: Sequence[ListedPractice],
    reference: Reference,
    shown: ShownKeys,
    *,
    may_mark: bool,
) -> ShownTable:
    """Build a row a practice of one programme; its own spelling where there are several."""
    marked = [is_shown(each, reference, shown) for each in members]
    spelt, marks = len(line.spellings) > 1, any(marked) or (may_mark and line.name is not None)
    return ShownTable(
        title=line.name or NO_NAME,
        subtitle="",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Организация"),
            *([TableColumn("Как записана")] if spelt else []),
            TableColumn("Форма"),
            TableColumn("Ролевая модель"),
            TableColumn("Наставников", "count"),
            TableColumn("Наставляемых", "count"),
            TableColumn("Источник"),
            *([TableColumn(MARK)] if marks else []),
        ),
        rows=tuple(
            (
                reference.region.district(each.district).short,
                each.organisation,
                *([each.name] if spelt else []),
                each.form_words,
                each.role_model,
                each.count.mentors if each.states_count else None,
                each.count.mentees if each.states_count else None,
                "; ".join(filter(None, [tell_source(each), _tell_count(each)])),
                *([_tell_mark(is_marked, may_mark=may_mark)] if marks else []),
            )
            for each, is_marked in zip(members, marked, strict=True)
        ),
    )


def build_use_table(
    use: RegionUse, columns: Sequence[UseColumn], measure: UseMeasure, title: str, subtitle: str
) -> ShownTable:
    """Build a row a municipality under the region's, in the order of the picture."""
    unit = "программ" if measure == "programmes" else "чел."
    return ShownTable(
        title=title,
        subtitle=f"{subtitle}; пусто — нет данных",
        columns=(
            TableColumn("Муниципалитет"),
            *(TableColumn(f"{column.caption}, {unit}", "count", widest=_WORD) for column in columns),
            TableColumn("Данные на", "date"),
        ),
        rows=tuple(
            (
                each.name,
                *(column.read(each).of(measure) if column.known(each) else None for column in columns),
                each.as_of,
            )
            for each in order_rows(use)
        ),
        totals=1,
    )


def build_region_spots_table(
    spots: Iterable[DistrictSpots], reference: Reference, title: str, subtitle: str
) -> ShownTable:
    """Build a row a municipality: what nobody there uses."""
    return ShownTable(
        title=title,
        subtitle=subtitle,
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Нет форм", "count"),
            TableColumn("Каких"),
            TableColumn("Нет ролевых моделей", "count"),
            TableColumn("Данные на", "date"),
        ),
        rows=tuple(
            (
                each.use.name,
                len(each.forms),
                ", ".join(reference.forms.label(spot.form) for spot in each.forms) or None,
                len(each.models) if each.use.knows_models else None,
                each.use.as_of,
            )
            for each in spots
        ),
    )


def build_district_spots_table(
    spots: DistrictSpots, reference: Reference, title: str, subtitle: str, districts: int
) -> ShownTable:
    """Build a row a white spot with who uses it; `districts`: how many have reports."""
    return ShownTable(
        title=title,
        subtitle=subtitle,
        columns=(
            TableColumn("Чего нет"),
            TableColumn("Что это"),
            TableColumn("Кто из похожих использует"),
            TableColumn(f"Муниципалитетов из {districts}", "count"),
            TableColumn("Запланировано, программ", "count"),
        ),
        rows=tuple(
            (
                tell_spot(spot, reference),
                "форма" if spot.role_model is None else "ролевая модель",
                tell_like_uses(spot),
                spot.districts,
                spot.planned,
            )
            for spot in spots.spots
        ),
    )


def build_shown_table(shown: Iterable[ShownPractice], reference: Reference, title: str, subtitle: str) -> ShownTable:
    """Build a row a practice that is marked to be shown."""
    return ShownTable(
        title=title,
        subtitle=subtitle,
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Организация"),
            TableColumn("Практика"),
            TableColumn("Почему показать"),
            TableColumn("Отмечено"),
        ),
        rows=tuple(
            (
                reference.region.district(each.district).short,
                each.organisation,
                each.name,
                each.note or None,
                f"{each.marked_by}, {format_moment(each.marked_at)}",
            )
            for each in shown
        ),
    )


def _tell_shared(practice: ListedPractice) -> str | None:
    """Say that a count stands for several programmes; None where it stands for one."""
    if practice.count.stands_for == 1:
        return None
    return (
        f"на {count_of(practice.count.stands_for, *PROGRAMMES)} вместе"
        if practice.states_count
        else "стоит в другой программе"
    )


def _tell_count(practice: ListedPractice) -> str:
    shared = _tell_shared(practice)
    return f"число {shared}" if shared else ""


def _tell_mark(is_marked: bool, *, may_mark: bool) -> str | None:
    if is_marked:
        return "★ отмечена"
    return "отметить" if may_mark else None


def tell_source(practice: ListedPractice) -> str:
    """Say where a practice is from, with the date or the school year."""
    words = SOURCE_LABELS[practice.source]
    if practice.school_year is not None:
        return f"{words} на {practice.school_year}/{practice.school_year + 1} учебный год"
    return f"{words} на {format_date(practice.as_of)}" if practice.as_of else words


def _practice_rows(line: FoldedPractice, reference: Reference, shown: ShownKeys) -> Iterable[tuple[TableValue, ...]]:
    for practice in line.practices:
        count = practice.count if practice.states_count else None
        yield (
            reference.region.district(practice.district).short,
            practice.organisation,
            f"{reference.kinds.kind_label(practice.kind)}, "
            f"{reference.kinds.subordination_label(practice.subordination)}",
            practice.name,
            line.name or NO_NAME,
            practice.form_words,
            practice.role_model,
            count.mentors if count else None,
            count.mentees if count else None,
            "; ".join(filter(None, [tell_source(practice), _tell_count(practice)])),
            "да" if is_shown(practice, reference, shown) else None,
        )
