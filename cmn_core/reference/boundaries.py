"""The region's boundaries that the centre brought, and the rules of reading such a file."""

from dataclasses import dataclass
from functools import cache

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml

Ring = list[tuple[float, float]]
"""Points of longitude and latitude; the first one again at the end."""
Shape = list[list[Ring]]
"""Polygons, each with its outer ring, clockwise on the map, and its holes."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Shapes of municipalities by ОКТМО, and whose they are."""

    shapes: dict[str, Shape]
    attribution: str = ""


class BoundaryRules(Entry):
    """Bounds of reading; units stand in the file beside the numbers."""

    file_mb: int = Field(gt=0)
    most_positions: int = Field(gt=0)
    most_features: int = Field(gt=0)
    kept_positions: int = Field(gt=0)
    near_degrees: float = Field(gt=0)
    oktmo_words: tuple[str, ...]
    name_keys: tuple[str, ...]
    attribution_keys: tuple[str, ...]


@cache
def read_boundary_rules() -> BoundaryRules:
    """Read the shipped rules once."""
    path = DATA_FOLDER / "reference" / "boundaries.toml"
    return parse_table(path, BoundaryRules, read_toml(path))
