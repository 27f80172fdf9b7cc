"""Moments are stored in UTC and shown by the region's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cmn_core.reference import shipped_reference


def region_moment(moment: datetime) -> datetime:
    """Return a moment by the region's clock; one without a zone is taken as already by it."""
    zone = ZoneInfo(shipped_reference().region.facts.time_zone)
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
