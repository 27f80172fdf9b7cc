"""Reports: save, undo, bring back, accept, return, unlock, and read their versions."""

from cmn_core.store.decisions import Decisions, SavedReport
from cmn_core.store.in_force import bring_back, undo_report
from cmn_core.store.originals import erase_old_originals, read_original
from cmn_core.store.report_keys import ReportKey, describe_key
from cmn_core.store.report_steps import FaultyCell, WayStep
from cmn_core.store.report_way import (
    JudgedReport,
    accept_many,
    accept_report,
    read_steps,
    return_report,
    returned_reports,
    unlock_report,
)
from cmn_core.store.rows_reading import read_report_organisations
from cmn_core.store.saving import save_report
from cmn_core.store.versions import (
    ReportVersion,
    find_same_bytes,
    read_in_force,
    read_last_before,
    read_reports_of,
    read_version,
    read_versions,
)

__all__ = [
    "Decisions", "FaultyCell", "JudgedReport", "ReportKey", "ReportVersion", "SavedReport", "WayStep", "accept_many",
    "accept_report", "bring_back", "describe_key", "erase_old_originals", "find_same_bytes", "read_in_force",
    "read_last_before", "read_original", "read_report_organisations", "read_reports_of",
    "read_steps", "read_version", "read_versions", "return_report", "returned_reports", "save_report", "undo_report",
    "unlock_report",
]  # fmt: skip
