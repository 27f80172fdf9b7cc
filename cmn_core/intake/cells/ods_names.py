"""Names of OpenDocument elements and attributes as the parser gives them: name space, blank, local name."""

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0 {}"


def odf_name(space: str, local: str) -> str:
    """Write a name: («table», «table-row») → its full form."""
    return _SPACE.format(space, local)
