"""What a backup says of itself: when and of what it was made, its parts with their checksums, and the figures."""

from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

from cmn_core.errors import CmnError
from cmn_core.keeping.region_figures import KeptFigure
from cmn_core.period import parse_period
from cmn_core.store.audit_check import LINES, ChainHead
from cmn_core.store.moments import region_moment
from cmn_core.wording import count_of, format_count, format_moment, format_period

PROGRAM = version("cmn-dashboard")
FORMAT = 1
MANIFEST = "manifest.json"
_DIGEST = r"^[0-9a-f]{64}$"


class BackupError(CmnError):
    """A backup cannot be made, read or restored."""


class Part(BaseModel):
    """The rows of one table."""

    model_config = ConfigDict(frozen=True)

    table: str = Field(pattern=r"^[a-z_]{1,63}$")
    rows: NonNegativeInt
    size: NonNegativeInt
    """Bytes when unpacked."""
    sha256: str = Field(pattern=_DIGEST)

    @property
    def member(self) -> str:
        """Return the part's name in the archive."""
        return f"tables/{self.table}.jsonl"


class Manifest(BaseModel):
    """The first thing that is read of a backup."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["cmn-backup"] = "cmn-backup"
    format: int = FORMAT
    program: str
    schema_revision: str = Field(pattern=r"^[0-9]{4}$")
    region: str
    """ОКТМО."""
    made_at: datetime
    engine: str
    revision: NonNegativeInt
    """Of the data, at the moment of the picture."""
    record_lines: NonNegativeInt
    record_seal: str = Field(pattern=_DIGEST)
    parts: tuple[Part, ...]
    left_out: tuple[str, ...]
    figures: tuple[KeptFigure, ...]

    @property
    def record(self) -> ChainHead:
        """Return the head of the record that the backup holds."""
        return ChainHead(self.record_lines, self.record_seal)

    def rows_of(self, table: str) -> int:
        """Return how many rows of a table the backup holds."""
        return sum(part.rows for part in self.parts if part.table == table)


def describe_contents(manifest: Manifest) -> Iterator[str]:
    """Yield what a backup holds, for people."""
    made = region_moment(manifest.made_at)
    yield f"Сделана {format_moment(made)}, программа {manifest.program}, схема базы {manifest.schema_revision}"
    yield (
        f"Отчётов: {format_count(manifest.rows_of('report'))}, организаций: "
        f"{format_count(manifest.rows_of('organisation'))}, учётных записей: {format_count(manifest.rows_of('person'))}"
    )
    yield f"Журнал: {count_of(manifest.record_lines, *LINES)}, печать последней: {manifest.record_seal}"
    periods = sorted({figure.period for figure in manifest.figures})
    if periods:
        first, last = (format_period(parse_period(period)) for period in (periods[0], periods[-1]))
        numbers = count_of(len(manifest.figures), "значение", "значения", "значений")
        yield f"Показатели области для сверки: {numbers}, {first} – {last}"
