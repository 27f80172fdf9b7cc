"""Colours and words of severities in an annotated copy."""

from cmn_core.reference import Palette, Severity

SEVERITY_WORDS: dict[Severity, str] = {"error": "Ошибка", "warning": "Предупреждение", "info": "Сведения"}


def severity_fill(palette: Palette, severity: Severity) -> str:
    """Return a light fill as RRGGBB, on which the sender's dark text stays legible."""
    solid, share = {"error": (palette.error, 0.38), "warning": (palette.warning, 0.24), "info": (palette.accent, 0.16)}[
        severity
    ]
    channels = (int(solid[place : place + 2], 16) for place in (1, 3, 5))
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)
