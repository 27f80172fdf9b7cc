"""A file of boundaries: which municipality each shape is, and everything that is wrong with it, said at once."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cmn_core.errors import UsageError
from cmn_core.intake.boundaries.geojson import parse_geojson
from cmn_core.intake.boundaries.reading import BoundaryNote, BoundaryReading, refuse
from cmn_core.intake.boundaries.shapes import (
    ShapeFault,
    count_points,
    join_shapes,
    parse_shape,
    simplify_shapes,
    write_shape,
)
from cmn_core.intake.district_names import find_named_district
from cmn_core.reference import District, Region
from cmn_core.reference.boundaries import Boundaries, BoundaryRules, read_boundary_rules
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.wording import format_count, join_names

if TYPE_CHECKING:
    from shapely import MultiPolygon

_LONGEST_NAME = 60
_MOST_NAMED = 10


@dataclass(slots=True)
class _Found:
    """What the features came to so far."""

    parts: "defaultdict[str, list[MultiPolygon]]"
    names: dict[str, str]
    strangers: list[str]
    faults: list[BoundaryNote]
    mended: list[str]
    swapped: list[str]
    """Municipalities whose shape lies where it should once longitude and latitude change places."""


def read_boundaries(content: bytes, region: Region) -> BoundaryReading:
    """Read a GeoJSON file and match its shapes with the region's municipalities, by ОКТМО or by name."""
    rules = read_boundary_rules()
    collection = parse_geojson(content, rules)
    if isinstance(collection, str):
        return refuse(collection)
    found = _Found(defaultdict(list), {}, [], [], [], [])
    for number, feature in enumerate(collection.features, 1):
        _take_feature(feature, number, region, rules, found)
    shapes = _join(found)
    if found.swapped and not shapes:
        return refuse("Широта и долгота в файле переставлены. Выгрузите границы так, чтобы первой стояла долгота.")
    if not shapes and not found.faults:
        return refuse(
            f"Ни один контур не похож на муниципалитет: {region.facts.short}. "
            f"В файле: {join_names(found.strangers, _MOST_NAMED)}. Нужны ОКТМО или названия муниципалитетов."
        )
    kept = simplify_shapes(shapes, rules.kept_positions)
    reading = BoundaryReading(
        Boundaries({oktmo: write_shape(shape) for oktmo, shape in sorted(kept.items())}, collection.attribution),
        matched=tuple((oktmo, found.names[oktmo]) for oktmo in sorted(kept)),
        strangers=tuple(found.strangers),
        missing=tuple(district.oktmo for district in region.districts if district.oktmo not in kept),
    )
    return replace(
        reading, notes=(*found.faults, *_note(reading, found, count_points(shapes), count_points(kept), region))
    )


def _take_feature(feature: Any, number: int, region: Region, rules: BoundaryRules, found: _Found) -> None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    properties = properties if isinstance(properties, dict) else {}
    district = _find_district(properties, region, rules)
    name = _name_feature(properties, number, rules)
    if district is None:
        found.strangers.append(name)
        return
    try:
        shape, mended = parse_shape(feature.get("geometry"))
    except ShapeFault as fault:
        found.faults.append(BoundaryNote("error", f"«{name}»: {fault}."))
        return
    if not _is_near(shape, district.longitude, district.latitude, rules):
        if _is_near(shape, district.latitude, district.longitude, rules):
            found.swapped.append(name)
        found.strangers.append(f"{name} (далеко от своего места)")
        return
    found.parts[district.oktmo].append(shape)
    found.names.setdefault(district.oktmo, name)
    if mended:
        found.mended.append(name)


def _find_district(properties: dict[str, Any], region: Region, rules: BoundaryRules) -> District | None:
    """Find by ОКТМО, then by the properties that usually name, then by any other text."""
    for key, value in properties.items():
        if any(word in key.lower() for word in rules.oktmo_words) and isinstance(value, str | int):
            for district in region.districts:
                if str(value).strip() in (district.oktmo, f"{district.oktmo}000"):
                    return district
    for text in _list_texts(properties, rules):
        try:
            return find_named_district(text, region)
        except UsageError:
            continue
    return None


def _name_feature(properties: dict[str, Any], number: int, rules: BoundaryRules) -> str:
    texts = _list_texts(properties, rules)
    return texts[0] if texts else f"объект {number} без названия"


def _list_texts(properties: dict[str, Any], rules: BoundaryRules) -> list[str]:
    """Return the texts that may name a place, the likeliest first."""
    by_key = {key.lower(): value for key, value in properties.items() if isinstance(value, str)}
    ordered = [by_key[key] for key in rules.name_keys if key in by_key]
    ordered += [value for key, value in by_key.items() if key not in rules.name_keys]
    return [text for value in ordered if (text := collapse_spaces(value[: _LONGEST_NAME * 4])[:_LONGEST_NAME])]


def _is_near(shape: "MultiPolygon", longitude: float, latitude: float, rules: BoundaryRules) -> bool:
    import shapely

    return bool(shape.distance(shapely.Point(longitude, latitude)) <= rules.near_degrees)


def _join(found: _Found) -> "dict[str, MultiPolygon]":
    shapes = {}
    for oktmo, parts in found.parts.items():
        try:
            shapes[oktmo] = join_shapes(parts)
        except ShapeFault as fault:
            found.faults.append(BoundaryNote("error", f"«{found.names[oktmo]}» {fault}."))
    return shapes


def _note(reading: BoundaryReading, found: _Found, points: int, kept: int, region: Region) -> list[BoundaryNote]:
    told = []
    if reading.missing:
        names = join_names([region.district(oktmo).short for oktmo in reading.missing], _MOST_NAMED)
        told.append(
            f"Нет границ: {names}. На карте этих муниципалитетов не будет; их числа видны на плитках и в таблице."
        )
    if found.strangers:
        told.append(f"Не муниципалитеты региона, пропущены: {join_names(found.strangers, _MOST_NAMED)}.")
    joined = [
        found.names[oktmo]
        for oktmo, parts in found.parts.items()
        if len(parts) > 1 and oktmo in reading.boundaries.shapes
    ]
    if joined:
        told.append(f"Несколько контуров соединены в один муниципалитет: {join_names(joined, _MOST_NAMED)}.")
    if found.mended:
        told.append(f"Контуры пересекали сами себя и исправлены: {join_names(found.mended, _MOST_NAMED)}.")
    if kept < points:
        told.append(f"Точек было {format_count(points)}, оставлено {format_count(kept)}: на экране разницы не видно.")
    return [BoundaryNote("warning", message) for message in told]
