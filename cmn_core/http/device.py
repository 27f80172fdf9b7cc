"""A browser and its system in short words, for the record and the list of one's own sign-ins."""

import re

_BROWSERS = (
    ("Яндекс Браузер", r"YaBrowser/(\d+)"),
    ("Edge", r"Edg\w*/(\d+)"),
    ("Opera", r"OPR/(\d+)"),
    ("Firefox", r"Firefox/(\d+)"),
    ("Chrome", r"Chrom(?:e|ium)/(\d+)"),
    ("Safari", r"Version/(\d+)[\d.]* (?:Mobile/\w+ )?Safari/"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iOS", "iPhone|iPad"),
    ("macOS", "Mac OS X"),
    ("Linux", "Linux|X11"),
)
_UNKNOWN = "браузер не назван"


def describe_device(user_agent: str) -> str:
    """Name the browser and the system of a «User-Agent»; nothing else of what it says is kept."""
    browsers = ((name, re.search(pattern, user_agent)) for name, pattern in _BROWSERS)
    browser = next((f"{name} {found[1]}" for name, found in browsers if found), _UNKNOWN)
    system = next((name for name, pattern in _SYSTEMS if re.search(pattern, user_agent)), "")
    return f"{browser}, {system}" if system else browser
