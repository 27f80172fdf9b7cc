"""The heading of the expansion form in the seed's wording: its title and its merged two-row header."""

from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.intake.reading import ScopeCode
from cmn_core.reference import Layouts, Reference
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.wording import format_date

FORM_WIDTHS = (44, 18, 20, 20, 38, 26)
"""Widths of the six columns in characters."""
_ADDED = ("added_mentors", "added_mentees")
_PROGRAMME = ("programme", "mentoring_form")


def expansion_title(reference: Reference, scope: ScopeCode) -> str:
    """Return the form's title with the scope's adjective and the region in it."""
    adjective = reference.layouts.adjectives[scope]
    region = reference.region.facts.name_genitive
    title = reference.layouts.expansion.title
    return collapse_spaces(title.format(adjective_plural=adjective.plural, region_genitive=region))


def expansion_caption(layouts: Layouts, field: str, scope: ScopeCode, first_date: date | None) -> str:
    """Return one column's caption; without a date its words about the date are left out."""
    caption = _dated(layouts.expansion.column(field).caption, first_date)
    return collapse_spaces(caption.replace("{adjective_genitive}", layouts.adjectives[scope].genitive))


def write_form_header(
    sheet: Worksheet,
    heading: Format,
    layouts: Layouts,
    *,
    top: int,
    scope: ScopeCode,
    dates: tuple[date | None, date | None],
) -> int:
    """Write the merged header at row `top` (0-based) and return the row of the first data."""
    fields = [column.field for column in layouts.expansion.columns]
    captions = {field: expansion_caption(layouts, field, scope, dates[0]) for field in fields}
    groups = {_ADDED: _dated(layouts.added_caption, dates[1]), _PROGRAMME: layouts.programme_group_caption}
    for fields_of_group, caption in groups.items():
        left = fields.index(fields_of_group[0])
        sheet.merge_range(top, left, top, left + len(fields_of_group) - 1, caption, heading)
    grouped = {field for group in groups for field in group}
    for column, field in enumerate(fields):
        if field in grouped:
            sheet.write_string(top + 1, column, captions[field], heading)
        else:
            sheet.merge_range(top, column, top + 1, column, captions[field], heading)
    sheet.set_row(top, 32)
    sheet.set_row(
        top + 1, max(lines_height(captions[field], FORM_WIDTHS[fields.index(field)], bold=True) for field in grouped)
    )
    return top + 2


def set_form_widths(sheet: Worksheet) -> None:
    """Give the six columns their widths."""
    for column, width in enumerate(FORM_WIDTHS):
        sheet.set_column(column, column, width)


def _dated(caption: str, day: date | None) -> str:
    """Put a date into a caption, or drop its words «на {date} г.» where it is not known."""
    if day is not None:
        return caption.replace("{date}", format_date(day))
    return caption.replace(" на {date} г.", "").replace(" на {date}", "")
