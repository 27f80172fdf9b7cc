"""The first sheet of an annotated copy, «Что исправить»: every problem with a link to its cell."""

from collections import Counter
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from cmn_core.intake.annotation.annotate_colours import SEVERITY_WORDS, severity_fill
from cmn_core.intake.annotation.annotate_styles import CellStyles
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.marks import CORRECTIONS_SHEET
from cmn_core.intake.problems import Problem, by_severity
from cmn_core.intake.reading import Reading
from cmn_core.reference import Palette, Reference
from cmn_core.wording import count_of, format_count, join_names

MOST_LISTED = 2_000
"""More than a person mends at one go."""
_COLUMNS = (
    ("№", 6), ("Важность", 20), ("Лист", 24), ("Ячейка", 12), ("Значение", 30), ("Что не так", 54), ("Что сделать", 54),
)  # fmt: skip
_SEVERITY, _LINKED = 2, 4
_MOST_CORRECTIONS = 20
_CHARACTERS = 32_767
_MOST_HEIGHT = 409
"""Points; Excel takes no higher row."""


def write_corrections(
    workbook: Workbook,
    titles: dict[str | None, str],
    losses: tuple[str, ...],
    reading: Reading,
    reference: Reference,
    room: int = MOST_LISTED,
) -> None:
    """Put the list in front of a workbook's sheets and open the workbook on it; `room` is the most rows for it."""
    listed = max(1, min(MOST_LISTED, room))
    sheet = workbook.create_sheet(CORRECTIONS_SHEET, 0)
    problems = by_severity(reading.problems)
    palette = reference.palette
    top = _write_heading(sheet, _sentences(reading, losses), palette)
    if problems:
        _write_header(sheet, top, palette)
        _write_problems(sheet, top + 1, problems[:listed], titles, palette)
        sheet.freeze_panes = sheet.cell(top + 1, 1)
        sheet.print_title_rows = f"{top}:{top}"
    if len(problems) > listed:
        shown, every = format_count(listed), format_count(len(problems))
        rest = f"Показаны первые {shown} из {every}: исправьте их и проверьте файл снова."
        _write_text(sheet.cell(top + listed + 2, 1), rest)
    _set_page(sheet)
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet
    workbook.active = 0


def _sentences(reading: Reading, losses: tuple[str, ...]) -> Iterator[str]:
    yield f"Файл «{reading.file}»"
    counts = Counter(problem.severity for problem in reading.problems)
    if not reading.problems:
        yield "Замечаний нет: исправлять нечего, отчёт можно сохранять."
    elif counts["error"]:
        mended = "пока она не исправлена" if counts["error"] == 1 else "пока они не исправлены"
        yield f"{count_of(counts['error'], 'ошибка', 'ошибки', 'ошибок')}: {mended}, отчёт не сохранится."
    else:
        yield "Ошибок нет: отчёт можно сохранять."
    if counts["warning"]:
        words = count_of(counts["warning"], "предупреждение", "предупреждения", "предупреждений")
        yield f"{words}: проверьте и исправьте или подтвердите при сохранении."
    if any(problem.cell for problem in reading.problems):
        yield "Ячейки с замечаниями закрашены, у каждой есть примечание. Номер ячейки в списке ведёт к ней."
    if reading.corrections:
        told = [f"{_name_place(item)}: {item.was or 'пусто'} → {item.now or 'пусто'}" for item in reading.corrections]
        yield f"Исправлено при загрузке, в файле стоит прежнее: {join_names(told, _MOST_CORRECTIONS)}."
    yield from losses
    yield "Этот лист при загрузке не читается, удалять его не нужно."


def _name_place(correction: CellCorrection) -> str:
    return f"{correction.sheet}, {correction.cell}" if correction.sheet else correction.cell


def _write_heading(sheet: Worksheet, sentences: Iterator[str], palette: Palette) -> int:
    """Write the title and the sentences under it; return the row of the table's header."""
    ink = palette.ink.lstrip("#")
    _write_text(sheet.cell(1, 1), CORRECTIONS_SHEET).font = Font(name="Calibri", size=16, bold=True, color=ink)
    row = 1
    for row, sentence in enumerate(sentences, start=2):
        _write_text(sheet.cell(row, 1), sentence).font = Font(name="Calibri", size=11, color=ink)
    return row + 2


def _write_header(sheet: Worksheet, row: int, palette: Palette) -> None:
    for column, (caption, _) in enumerate(_COLUMNS, start=1):
        cell = _write_text(sheet.cell(row, column), caption)
        cell.font = Font(name="Calibri", size=11, bold=True, color=palette.ink.lstrip("#"))
        cell.fill = PatternFill("solid", fgColor=palette.none.lstrip("#"))
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border(palette)


def _write_problems(
    sheet: Worksheet, top: int, problems: list[Problem], titles: dict[str | None, str], palette: Palette
) -> None:
    present = {other.title for other in sheet.parent.worksheets}
    styles, border = CellStyles(), _border(palette)
    plain, link = (Font(name="Calibri", size=11, underline=line, color=colour.lstrip("#"))
                   for line, colour in ((None, palette.ink), ("single", palette.accent)))  # fmt: skip
    fills = {severity: PatternFill("solid", fgColor=severity_fill(palette, severity)) for severity in SEVERITY_WORDS}
    for number, problem in enumerate(problems, start=1):
        row = top + number - 1
        title = titles.get(problem.sheet, problem.sheet)
        is_linked = problem.cell is not None and title in present
        _write_problem(sheet, row, number, problem, title)
        if is_linked:
            location = f"{quote_sheetname(str(title))}!{problem.cell}"
            cell = sheet.cell(row, _LINKED)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location, tooltip="Перейти к ячейке")
        for column in range(1, len(_COLUMNS) + 1):
            styles.give(
                sheet.cell(row, column),
                f"{column} {problem.severity} {is_linked}",
                font=link if is_linked and column == _LINKED else plain,
                fill=fills[problem.severity] if column == _SEVERITY else None,
                alignment=Alignment(vertical="top", wrap_text=True, indent=int(column > 1)),
                border=border,
            )


def _write_problem(sheet: Worksheet, row: int, number: int, problem: Problem, title: str | None) -> None:
    place = title or "весь файл"
    where = problem.cell or ("весь лист" if problem.sheet else "")
    texts = (SEVERITY_WORDS[problem.severity], place, where, problem.value or "", problem.message, problem.remedy)
    sheet.cell(row, 1).value = number
    for column, text in enumerate(texts, start=2):
        _write_text(sheet.cell(row, column), text)
    heights = (lines_height(text, width - 2) for text, (_, width) in zip(texts, _COLUMNS[1:], strict=True))
    sheet.row_dimensions[row].height = min(max(heights) + 3, _MOST_HEIGHT)


def _write_text(cell: Cell, text: str) -> Cell:
    """Write text that stays text, whatever sign it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_CHARACTERS]
    if cell.value:
        cell.data_type = "s"
    return cell


def _border(palette: Palette) -> Border:
    side = Side(style="thin", color=palette.line.lstrip("#"))
    return Border(left=side, right=side, top=side, bottom=side)


def _set_page(sheet: Worksheet) -> None:
    for cell, (_, width) in zip(sheet[1], _COLUMNS, strict=False):
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.oddFooter.right.text = "&P из &N"
