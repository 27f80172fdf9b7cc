"""The same file again: in force already, saved as an older version, or in force as another report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.versions import ReportVersion


@dataclass(frozen=True, slots=True)
class SameFile:
    """Where the bytes of a file stand in the store."""

    in_force: ReportVersion | None
    """The version in force of this very report."""
    older: ReportVersion | None
    """The latest version of this report that is not in force; None while one is in force with these bytes."""
    elsewhere: tuple[ReportVersion, ...]
    """Other reports that these bytes are in force as."""


def sort_same_file(
    versions: Iterable[ReportVersion], key: ReportKey, corrections: Sequence[CellCorrection] = ()
) -> SameFile:
    """Sort the versions saved from one file by what they mean for a report of this key.

    `corrections`: the cells corrected by hand; with others the same file is another version.
    """
    listed = tuple(versions)
    own = [item for item in listed if item.key == key and set(item.corrections) == set(corrections)]
    in_force = next((item for item in own if item.in_force), None)
    older = None if in_force else max(own, key=lambda item: item.version, default=None)
    return SameFile(in_force, older, tuple(item for item in listed if item.key != key and item.in_force))
