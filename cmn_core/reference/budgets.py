"""What reading one file may cost."""

from functools import cache

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml

_MEGABYTE = 1024 * 1024


class Budgets(Entry):
    """Bounds of reading; units stand in the file beside the numbers."""

    file_mb: int = Field(gt=0)
    unpacked_mb: int = Field(gt=0)
    zip_parts: int = Field(gt=0)
    data_rows: int = Field(gt=0)
    spare_rows: int = Field(ge=0)
    cells: int = Field(gt=0)
    seconds: float = Field(gt=0)
    memory_mb: int = Field(gt=0)
    workers: int = Field(gt=0)
    files_per_worker: int = Field(gt=0)
    pile_files: int = Field(gt=0)
    pile_mb: int = Field(gt=0)

    @property
    def file_bytes(self) -> int:
        """Largest file, in bytes."""
        return self.file_mb * _MEGABYTE

    @property
    def pile_bytes(self) -> int:
        """Largest sum of the files taken at one go, in bytes."""
        return self.pile_mb * _MEGABYTE

    @property
    def unpacked_bytes(self) -> int:
        """Largest sum of inflated parts, in bytes."""
        return self.unpacked_mb * _MEGABYTE

    @property
    def memory_bytes(self) -> int:
        """Address space of a worker, in bytes."""
        return self.memory_mb * _MEGABYTE

    @property
    def rows(self) -> int:
        """Rows that may hold a value, headings and notes included."""
        return self.data_rows + self.spare_rows


@cache
def read_budgets() -> Budgets:
    """Read the shipped budgets once."""
    path = DATA_FOLDER / "reference" / "budgets.toml"
    return parse_table(path, Budgets, read_toml(path))
