"""Lay settings over the shipped reference: targets by indicator and year, thresholds."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from cmn_core.reference import Indicator, Limits, Reference


def merge_overrides(shipped: Reference, settings: Mapping[str, str | None]) -> Reference:
    """Return the reference with every setting that it knows; None leaves the shipped value."""
    targets: dict[str, dict[int, Decimal]] = {}
    limits: dict[str, int] = {}
    for name, value in settings.items():
        kind, _, rest = name.partition(".")
        if value is None:
            continue
        if kind == "target":
            indicator, _, year = rest.rpartition(".")
            targets.setdefault(indicator, {})[int(year)] = Decimal(value)
        elif kind == "limit" and rest in Limits.model_fields:
            limits[rest] = int(value)
    if not targets and not limits:
        return shipped
    return replace(
        shipped,
        indicators=tuple(_with_targets(item, targets.get(item.code, {})) for item in shipped.indicators),
        limits=shipped.limits.model_copy(update=limits),
    )


def _with_targets(indicator: Indicator, targets: dict[int, Decimal]) -> Indicator:
    return indicator.model_copy(update={"targets": {**indicator.targets, **targets}}) if targets else indicator
