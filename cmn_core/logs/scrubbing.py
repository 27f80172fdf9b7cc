"""What a log may not keep: names, telephones, passwords, cookies and tokens, wherever a message carries them.

Our own lines carry numbers and codes alone; this is for what libraries and exceptions say, whose words quote the data.
"""

import re

REPLACED = "…"
_PATTERNS = (
    # What is quoted is a value: «invalid literal for int() with base 10: '…'».
    re.compile(r"(?<![\w])(?:'[^'\n]*'|\"[^\"\n]*\"|«[^»\n]*»)(?![\w])"),
    # PostgreSQL's detail: «Key (login)=(…) already exists».
    re.compile(r"(?<==)\([^)\n]*\)"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    # The data are Russian, the code speaks English.
    re.compile(r"[^\s,;:=()\[\]{}]*[А-Яа-яЁё][^\s,;:=()\[\]{}]*"),
    # Tokens, hashes, cookies, telephones: long runs that hold a digit.
    re.compile(r"(?<![\w/.-])(?=[\w+/|-]*\d)[\w+/|-]{16,}=*(?:\.[\w+/|-]{6,}=*)*"),
    re.compile(r"\+?\d(?:[\s().-]{0,2}\d){6,}"),
)
_RUNS = re.compile(rf"{REPLACED}(?:[\s,;:=]*{REPLACED})+")


def scrub(text: str) -> str:
    """Return the text with everything that may be data of people put as «…»."""
    for pattern in _PATTERNS:
        text = pattern.sub(REPLACED, text)
    return _RUNS.sub(REPLACED, text)
