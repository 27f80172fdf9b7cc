"""Lay settings over the shipped reference: targets by indicator and year, thresholds, deadlines."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from cmn_core.period import Period, parse_period
from cmn_core.reference import Indicator, Limits, Reference
from cmn_core.reference.collection import Collection
from cmn_core.reference.indicators import LAYOUT_CODES, LayoutCode


def merge_overrides(shipped: Reference, settings: Mapping[str, str | None]) -> Reference:
    """Return the reference with every setting that it knows; None leaves the shipped value."""
    targets: dict[str, dict[int, Decimal]] = {}
    limits: dict[str, int] = {}
    days: dict[LayoutCode, int] = {}
    dates: dict[tuple[LayoutCode, Period], date] = {}
    for name, value in settings.items():
        kind, _, rest = name.partition(".")
        if value is None:
            continue
        if kind == "target":
            indicator, _, year = rest.rpartition(".")
            targets.setdefault(indicator, {})[int(year)] = Decimal(value)
        elif kind == "limit" and rest in Limits.model_fields:
            limits[rest] = int(value)
        elif kind == "deadline_day":
            days[_layout(rest)] = int(value)
        elif kind == "deadline":
            layout, _, month = rest.partition(".")
            dates[_layout(layout), parse_period(month)] = date.fromisoformat(value)
    if not (targets or limits or days or dates):
        return shipped
    return replace(
        shipped,
        indicators=tuple(_with_targets(item, targets.get(item.code, {})) for item in shipped.indicators),
        limits=shipped.limits.model_copy(update=limits),
        collection=_with_deadlines(shipped.collection, days, dates),
    )


def _layout(code: str) -> LayoutCode:
    return next(layout for layout in LAYOUT_CODES if layout == code)


def _with_deadlines(
    collection: Collection, days: dict[LayoutCode, int], dates: dict[tuple[LayoutCode, Period], date]
) -> Collection:
    deadlines = collection.deadlines
    return replace(collection, deadlines=replace(deadlines, days={**deadlines.days, **days}, dates=dates))


def _with_targets(indicator: Indicator, targets: dict[int, Decimal]) -> Indicator:
    return indicator.model_copy(update={"targets": {**indicator.targets, **targets}}) if targets else indicator
