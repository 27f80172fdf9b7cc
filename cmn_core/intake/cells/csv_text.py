"""Plain text as a table: its encoding and its delimiter, told by the content."""

import codecs
import csv
import io
import re
from collections import Counter
from contextlib import suppress
from itertools import islice

DELIMITERS = (";", "\t", ",")
"""In the order in which they win a draw."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEVER_IN_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_OLD_END_OF_FILE = "\x1a"
_STATED_DELIMITER = re.compile(r"sep=([^\r\n])(?=[\r\n]|\Z)", re.IGNORECASE)
_SAMPLE_CHARACTERS = 200_000
_SAMPLE_RECORDS = 300
_WIDE_ENOUGH = 4
"""One record of this many fields is a table; of fewer, two like records are needed."""


def decode_text(content: bytes) -> str | None:
    """Decode utf-8, utf-16 or cp1251; None for bytes that are no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _as_text(content[len(mark) :], encoding)
    if b"\x00" in content:
        return _as_text(content, _guess_utf_16(content))
    return _as_text(content, "utf-8") or _as_text(content, "cp1251")


def stated_delimiter(text: str) -> str | None:
    """Return the delimiter that Excel's first line «sep=;» states."""
    found = _STATED_DELIMITER.match(text)
    return found[1] if found else None


def guess_delimiter(text: str) -> str | None:
    """Return the delimiter that cuts the most like records into the most fields; None if none makes a table."""
    stated = stated_delimiter(text)
    if stated:
        return stated
    sample = text[:_SAMPLE_CHARACTERS]
    best = max(DELIMITERS, key=lambda delimiter: _likeness(sample, delimiter))
    return best if _likeness(sample, best) else None


def _likeness(sample: str, delimiter: str) -> int:
    """Count the cuts in records of the most telling width; titles and notes without a delimiter do not matter."""
    records = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    # An open quote ends the guess, not the reading: the reader tells where it stands.
    with suppress(csv.Error):
        widths.update(len(record) for record in islice(records, _SAMPLE_RECORDS) if len(record) > 1)
    tables = {width: count for width, count in widths.items() if count > 1 or width >= _WIDE_ENOUGH}
    return max((count * (width - 1) for width, count in tables.items()), default=0)


def _guess_utf_16(content: bytes) -> str:
    """Tell the byte order of unmarked utf-16 by where the zero bytes of ASCII signs stand."""
    return "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"


def _as_text(content: bytes, encoding: str) -> str | None:
    """Decode strictly, but forgive a last character that is cut; None for anything with control signs."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(content).rstrip(_OLD_END_OF_FILE)
    except UnicodeDecodeError:
        return None
    return None if _NEVER_IN_TEXT.search(text) else text
