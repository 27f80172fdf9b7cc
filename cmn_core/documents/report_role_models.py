"""The sheet «Модели по районам»: municipalities by role models, programmes and then mentees."""

from collections.abc import Callable, Sequence

from xlsxwriter import Workbook

from cmn_core.analysis.role_models import FollowedModel, RoleModelCount
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.wording import format_period

MODELS_BY_DISTRICT_SHEET = "Модели по районам"
_NAME_WIDTH, _WIDTH = 24, 8
_HEADING_POINTS = 190.0


def write_models_by_district(
    workbook: Workbook, formats: SheetFormats, content: ReportContent, models: Sequence[FollowedModel]
) -> None:
    """Write two tables one under another; a municipality that follows no model in its reports is left out."""
    page = start_sheet(
        workbook,
        formats,
        content,
        name=MODELS_BY_DISTRICT_SHEET,
        title="Ролевые модели по муниципалитетам",
        subtitle=f"{format_period(content.period)}; по ежемесячным отчётам в силе; пусто — модели нет",
        widths=(_NAME_WIDTH, *(_WIDTH for _ in range(len(models) + 1))),
    )
    told = {oktmo for model in models for oktmo in model.by_district}
    districts = [district.oktmo for district in content.reference.region.districts if district.oktmo in told]
    middle = _write_block(page, content, FIRST_ROW, "Программ", models, districts, lambda count: count.programmes)
    _write_block(page, content, middle, "Наставляемых, участий, чел.", models, districts, lambda count: count.mentees)
    page.sheet.set_h_pagebreaks([middle])
    page.finish(frozen=(FIRST_ROW, 1), repeat=(0, 1))


def _write_block(
    page: ReportSheet,
    content: ReportContent,
    top: int,
    title: str,
    models: Sequence[FollowedModel],
    districts: Sequence[str],
    read: Callable[[RoleModelCount], int],
) -> int:
    """Write a table with upright headings; return the row after it."""
    page.section(top, title)
    page.sheet.write_string(top + 1, 0, "Муниципалитет", page.formats.heading())
    upright = page.formats.look(
        bold=True, text_wrap=True, rotation=90, valign="bottom", align="center", border=1,
        border_color=page.formats.palette.muted, bg_color=page.formats.palette.none,
    )  # fmt: skip
    for column, model in enumerate(models, start=1):
        page.sheet.write_string(top + 1, column, f"{content.reference.forms.label(model.form)}: {model.label}", upright)
    page.sheet.write_string(top + 1, len(models) + 1, "Всего", upright)
    page.sheet.set_row(top + 1, _HEADING_POINTS)
    rows = [(content.reference.region.district(oktmo).short, [oktmo]) for oktmo in districts]
    for row, (name, summed) in enumerate([*rows, ("Всего", list(districts))], start=top + 2):
        bold = name == "Всего"
        page.text(row, 0, name, bold=bold)
        counts = [sum(read(model.by_district.get(oktmo, RoleModelCount())) for oktmo in summed) for model in models]
        for column, count in enumerate([*counts, sum(counts)], start=1):
            if count:
                page.count(row, column, count, bold=bold)
            else:
                page.text(row, column, "", bold=bold)
    return top + len(rows) + 4
