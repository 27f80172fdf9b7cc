"""Debian's Chromium, driven by Playwright; nothing is downloaded."""

import shutil
from pathlib import Path

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> Path | None:
    """Return the installed browser's path."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return Path(found) if found else None
