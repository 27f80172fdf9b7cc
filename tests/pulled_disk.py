"""A disk with a SQLite database on it that can be pulled out and put back."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PulledDisk:
    """The database's file, with what SQLite keeps beside it."""

    file: Path

    @property
    def _drawer(self) -> Path:
        return self.file.parent / "pulled"

    def pull(self) -> None:
        """Take the file away."""
        self._drawer.mkdir(exist_ok=True)
        for file in self.file.parent.glob(f"{self.file.name}*"):
            file.rename(self._drawer / file.name)

    def put_back(self) -> None:
        """Put the file where it was."""
        for file in self._drawer.iterdir():
            file.rename(self.file.parent / file.name)
