"""The same package byte for byte whenever it is made: one date in every entry and in the document's properties."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MOMENT = (2020, 11, 23, 9, 0, 0)
_STAMP = "2020-11-23T09:00:00Z"
_STAMPS = re.compile(rb"(<(?:dcterms:created|dcterms:modified|meta:creation-date|dc:date)[^>]*>)[^<]*(<)")

Change = Callable[[str, bytes], bytes]


def repack(content: bytes, change: Change | None = None, extra: dict[str, bytes] | None = None) -> bytes:
    """Zip the parts of a package anew with fixed dates; `change(name, data)` may mend a part on the way."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = _STAMPS.sub(rb"\g<1>" + _STAMP.encode() + rb"\g<2>", source.read(name))
            _add(target, name, change(name, data) if change else data)
        for name, data in (extra or {}).items():
            _add(target, name, data)
    return buffer.getvalue()


def _add(target: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, MOMENT)
    # An OpenDocument package starts with its type, packed by no method.
    entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
    target.writestr(entry, data)
