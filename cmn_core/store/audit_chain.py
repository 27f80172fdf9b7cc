"""Each line of the record is sealed together with the seal before it: a change anywhere breaks all that follows."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cmn_core.store.moments import region_moment

FIRST_SEAL = "0" * 64
"""Stands before the first line."""
SEALED = ("number", "at", "author", "person_id", "action", "district_id", "report_id", "organisation_id", "details")
"""The fields under the seal."""


def compute_seal(before: str, line: Mapping[str, Any]) -> str:
    """Return the seal of a line: SHA-256 of the seal before it and the line's fields, in small hex digits."""
    sealed = {name: line[name] for name in SEALED}
    sealed["at"] = _as_written(line["at"])
    written = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()


def as_stored(details: Mapping[str, Any]) -> dict[str, Any]:
    """Return details as they will be read back: what a seal is made of must survive the storing."""
    stored: dict[str, Any] = json.loads(json.dumps(details, ensure_ascii=False))
    return stored


def _as_written(at: datetime) -> str:
    return region_moment(at).astimezone(UTC).isoformat(timespec="microseconds")
