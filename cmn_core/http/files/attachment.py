"""A file as an answer: saved and never opened in place, under a name that a stranger may have written."""

from urllib.parse import quote

from starlette.responses import Response

from cmn_core.documents.file_names import clean_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANY = "application/octet-stream"
"""For strangers' files: no browser guesses what to do with it."""


def attach(name: str, content: bytes, media_type: str) -> Response:
    """Answer with a file that is saved under a name and kept by no cache."""
    headers = {
        "Content-Disposition": describe_attachment(name),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)


def describe_attachment(name: str) -> str:
    """Write the header of a file's name: in full (RFC 5987) and in ASCII for what does not read that (RFC 6266)."""
    clean = clean_name(name)
    plain = "".join(letter if letter.isascii() else "_" for letter in clean)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean, safe='')}"
