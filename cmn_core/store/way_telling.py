"""A version's place on its way in words: its state with who judged it, why it was returned, why it is closed."""

from cmn_core.store.report_steps import FaultyCell, WayStep
from cmn_core.store.versions import ReportVersion
from cmn_core.store.way_words import STATE_LABELS, describe_lock
from cmn_core.wording import format_moment


def describe_state(version: ReportVersion) -> str:
    """Say a version's state, and who brought it there: «принят 05.12.2020 10:00, Петрова»."""
    label = STATE_LABELS[version.state]
    if version.state == "sent" or version.judged is None:
        return label
    told = f"{label} {format_moment(version.judged.at)}, {version.judged.author}"
    return f"{told}: {describe_reason(version.judged)}" if version.state == "returned" else told


def describe_reason(returned: WayStep) -> str:
    """Say why a version was returned, and what is wrong in which cells."""
    reason = (returned.reason or "").rstrip(".")
    cells = "; ".join(_describe_cell(cell) for cell in returned.cells)
    return f"{reason}. Ячейки: {cells}" if cells else reason


def explain_lock(version: ReportVersion | None) -> str | None:
    """Say why no other version takes the place of the one in force; None where one may."""
    if version is None or not version.locked or version.judged is None:
        return None
    return describe_lock(version.judged.author, version.judged.at)


def _describe_cell(cell: FaultyCell) -> str:
    place = f"{cell.sheet}, {cell.cell}" if cell.sheet else cell.cell
    return f"{place} — {cell.fault}" if cell.fault else place
