"""A report's way as tables: what was done with it, and the cells that a return names."""

from collections.abc import Sequence

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.store.named_cells import name_cell
from cmn_core.store.report_steps import FaultyCell, WayStep
from cmn_core.store.way_words import STEP_LABELS
from cmn_core.wording import format_moment


def build_steps_table(steps: Sequence[WayStep]) -> ShownTable:
    """Build a row a step, the first first."""
    return ShownTable(
        title="Что было с отчётом",
        subtitle="Все шаги остаются в базе",
        columns=(TableColumn("Когда"), TableColumn("Что"), TableColumn("Кто"), TableColumn("Причина"),
                 TableColumn("Ячейки")),
        rows=tuple(
            (
                format_moment(step.at),
                STEP_LABELS[step.step],
                step.author,
                step.reason,
                ", ".join(name_cell(cell) for cell in step.cells),
            )
            for step in steps
        ),
    )  # fmt: skip


def build_cells_table(cells: Sequence[FaultyCell]) -> ShownTable:
    """Build a row a cell that is to be mended."""
    return ShownTable(
        title="Какие ячейки исправить",
        subtitle="Как они стоят в присланном файле",
        columns=(TableColumn("Лист"), TableColumn("Ячейка"), TableColumn("Что не так")),
        rows=tuple((cell.sheet, cell.cell, cell.fault) for cell in cells),
    )
