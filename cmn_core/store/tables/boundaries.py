"""The region's boundaries as the centre brought them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored


class BoundarySet(Stored, table=True):
    """One upload, never changed; the setting «boundaries.in_force» points at the one that is shown."""

    __tablename__ = "boundary_set"

    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    sha256: str
    attribution: str
    shapes: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """Polygons of longitude and latitude by ОКТМО."""
    author: str
    at: datetime
