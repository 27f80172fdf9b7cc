"""The text of a GeoJSON file: a collection of features, or a sentence on what the file is instead."""

from dataclasses import dataclass
from typing import Any

import orjson

from cmn_core.reference.boundaries import BoundaryRules
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.wording import format_count, format_size

_MEGABYTE = 1024 * 1024
LONGEST_ATTRIBUTION = 200
_PLAIN_CRS = ("CRS84", "4326")


@dataclass(frozen=True, slots=True)
class Collection:
    """Features as they stand in the file, and its words on whose they are."""

    features: list[Any]
    attribution: str


def parse_geojson(content: bytes, rules: BoundaryRules) -> Collection | str:
    """Parse a file; return a sentence where it is no collection of features within the bounds."""
    if len(content) > rules.file_mb * _MEGABYTE:
        return (
            f"Файл слишком велик: {format_size(len(content))} при допустимых {rules.file_mb} МБ. "
            "Упростите границы (например, на mapshaper) и загрузите снова."
        )
    if content.count(b"[") > rules.most_positions:
        return (
            f"В файле больше {format_count(rules.most_positions)} точек. "
            "Упростите границы (например, на mapshaper) и загрузите снова."
        )
    try:
        whole = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        return "Файл не читается как GeoJSON: это не JSON в кодировке UTF-8 либо он повреждён. Выгрузите его заново."
    return _read_collection(whole, rules)


def _read_collection(whole: Any, rules: BoundaryRules) -> Collection | str:
    kind = whole.get("type") if isinstance(whole, dict) else None
    if kind == "Topology":
        return "Это TopoJSON. Сохраните границы как GeoJSON и загрузите снова."
    if kind != "FeatureCollection" or not isinstance(whole.get("features"), list):
        return "В файле нет набора объектов GeoJSON (FeatureCollection). Выгрузите границы муниципалитетов набором."
    features = whole["features"]
    if not features:
        return "В файле нет ни одного объекта. Выгрузите границы муниципалитетов заново."
    if len(features) > rules.most_features:
        return f"В файле больше {format_count(rules.most_features)} объектов. Оставьте муниципалитеты своего региона."
    if not _has_plain_coordinates(whole):
        return "Координаты файла не в градусах широты и долготы. Сохраните границы в системе WGS 84 (EPSG:4326)."
    return Collection(features, _read_attribution(whole, rules))


def _has_plain_coordinates(whole: dict[str, Any]) -> bool:
    name = _as_dict(_as_dict(whole.get("crs")).get("properties")).get("name")
    return not isinstance(name, str) or any(plain in name for plain in _PLAIN_CRS)


def _read_attribution(whole: dict[str, Any], rules: BoundaryRules) -> str:
    for part in (whole, _as_dict(whole.get("metadata")), _as_dict(whole.get("properties"))):
        for key in rules.attribution_keys:
            written = part.get(key)
            if isinstance(written, str) and written.strip():
                return collapse_spaces(written)[:LONGEST_ATTRIBUTION]
    return ""


def _as_dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
