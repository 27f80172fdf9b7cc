"""A chart whose words grow with the room that the screen gives it."""

from typing import Any

_OF_TEXTS = {"fontSize": "size", "dx": "dx", "dy": "dy"}
_MOST = 1.7
"""Beyond it words would be larger than the page's title."""


def grow_words(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose texts keep their share of the chart when it is shown larger than it was built."""
    room = f"min(width / {spec['width']}, height / {spec['height']}, {_MOST})"
    grown = {"name": "grown", "expr": f"max(1, {room})"}
    return {**spec, "params": [grown, *spec.get("params", [])], "layer": [_grow(layer) for layer in spec["layer"]]}


def _grow(layer: dict[str, Any]) -> dict[str, Any]:
    mark, encoding = layer["mark"], layer["encoding"]
    if mark["type"] == "text":
        sizes = {name: {"expr": f"datum.{field} * grown"} for name, field in _OF_TEXTS.items()}
        fixed = {channel: places for channel, places in encoding.items() if channel != "size"}
        return {**layer, "mark": {**mark, **sizes}, "encoding": fixed}
    if mark["type"] == "point" and "size" in mark:
        # The size of a point is its area.
        return {**layer, "mark": {**mark, "size": {"expr": f"{mark['size']} * grown * grown"}}}
    return layer
