"""The customer's sample workbooks: beside the checkout, or where CMN_SAMPLES points; not part of the clone."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(os.environ.get("CMN_SAMPLES") or Path(__file__).resolve().parents[2] / "shared" / "samples")
_MANIFEST = SAMPLES / "manifest.json"
SAMPLE_FILES: list[dict[str, Any]] = (
    json.loads(_MANIFEST.read_text(encoding="utf-8"))["files"] if _MANIFEST.is_file() else []
)
NEEDS_SAMPLES = [
    pytest.mark.outside,
    pytest.mark.skipif(
        not SAMPLE_FILES, reason="no customer's samples: neither beside the checkout nor where CMN_SAMPLES points"
    ),
]
