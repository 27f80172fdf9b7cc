"""When backups are made by themselves, where they go and how many stay: variables that begin with CMN_BACKUP_."""

import os
from datetime import time
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cmn_core.errors import UsageError

PREFIX = "CMN_BACKUP_"
NEVER = "never"


class BackupSettings(BaseSettings):
    """How backups are kept."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    folder: Path | None = None
    """None: «backups» beside the database's file; of a server, in the folder of local data."""
    at: time | None = time(2)
    """By the region's clock; None: no backups by themselves."""
    keep: Annotated[int, Field(ge=1, le=400)] = 14
    """The newest ones."""
    keep_months: Annotated[int, Field(ge=0, le=120)] = 12
    """Of so many months the first one stays too."""

    @field_validator("at", mode="before")
    @classmethod
    def _read_time(cls, written: Any) -> Any:
        if written == NEVER:
            return None
        try:
            return time.fromisoformat(written) if isinstance(written, str) else written
        except ValueError:
            raise ValueError(f"«{written}» не время: нужен вид 02:00, или {NEVER}: не записывать") from None

    @field_validator("folder", mode="before")
    @classmethod
    def _read_folder(cls, written: Any) -> Any:
        return written or None


def settle_backups(*, folder: str | None, at: str | None) -> BackupSettings:
    """Read the settings under what a command was told; the pages of this process read the same ones."""
    for name, told in (("FOLDER", folder), ("AT", at)):
        if told is not None:
            os.environ[f"{PREFIX}{name}"] = told
    return read_backup_settings()


def read_backup_settings() -> BackupSettings:
    """Read the settings; raise UsageError that names the variable."""
    try:
        return BackupSettings()
    except ValidationError as error:
        fault = error.errors()[0]
        variable = f"{PREFIX}{fault['loc'][0]}".upper()
        what = str(fault["msg"]).removeprefix("Value error, ")
        limits = "" if "«" in what else " Нужно целое число в допустимых пределах."
        raise UsageError(f"Переменная {variable}: {what if not limits else 'не подходит'}.{limits}") from error
