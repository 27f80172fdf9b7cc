"""Small files of boundaries: a square a municipality, around its centre."""

import json
from collections.abc import Iterable
from typing import Any

from cmn_core.reference import District, shipped_reference

REGION = shipped_reference().region
DISTRICTS = REGION.districts
SIDE = 0.2


def square(district: District, side: float = SIDE, *, clockwise: bool = False) -> list[list[float]]:
    """Return a ring around a municipality's centre."""
    west, south = district.longitude - side / 2, district.latitude - side / 2
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return ring[::-1] if clockwise else ring


def feature(district: District, properties: dict[str, Any] | None = None, geometry: Any = None) -> dict[str, Any]:
    """Return a feature that names a municipality and holds its square, or another geometry."""
    return {
        "type": "Feature",
        "properties": {"name": f"{district.short} район"} if properties is None else properties,
        "geometry": geometry or {"type": "Polygon", "coordinates": [square(district)]},
    }


def write_file(features: Iterable[Any] | None = None, **members: Any) -> bytes:
    """Write a file of features, of all municipalities without any."""
    chosen = [feature(district) for district in DISTRICTS] if features is None else list(features)
    return json.dumps({"type": "FeatureCollection", "features": chosen, **members}, ensure_ascii=False).encode()
