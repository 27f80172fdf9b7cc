"""The address of an invitation: one place for who writes the link and who answers it."""

from urllib.parse import urlsplit

from cmn_core.errors import UsageError

INVITATION_PATH = "/invitation"
"""Before the token."""
DEFAULT_ADDRESS = "http://127.0.0.1:8501"
"""Where the application answers on the computer that runs it."""


def write_invitation_link(address: str, token: str) -> str:
    """Return the link under the application's address; raise UsageError where that is none."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise UsageError(f"Адрес «{address}» не подходит: нужен вид https://cmn.example.ru.")
    return f"{address.strip().rstrip('/')}{INVITATION_PATH}/{token}"


def application_address(page_url: str | None) -> str:
    """Return the address under which a page was opened, without the page itself."""
    parts = urlsplit(page_url or DEFAULT_ADDRESS)
    return f"{parts.scheme}://{parts.netloc}"
