"""Where to go after signing in: to a page of our own and nowhere else."""

from urllib.parse import unquote, urlsplit

_LONGEST = 2000


def read_own_path(written: str) -> str | None:
    """Return a relative address of this server; None: it is none, or a browser could take it for another host's."""
    if not written.startswith("/") or len(written) > _LONGEST:
        return None
    # Browsers read «\» as «/» and drop tabs and line ends; what is encoded may be decoded on the way.
    for reading in (written, unquote(written), unquote(unquote(written))):
        path = reading.partition("?")[0]
        if path.startswith("//") or "\\" in path or any(ord(sign) < 32 or ord(sign) == 127 for sign in reading):
            return None
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else written
