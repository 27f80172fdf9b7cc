"""A browser without a browser: it keeps cookies, reads a form's token and sends the form."""

import re
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from starlette.types import ASGIApp

from tests.http.asgi import LOCAL_PEER, Answer, get

_TOKEN = re.compile(r'name="form_token" value="([^"]+)"')
_FORM = "application/x-www-form-urlencoded"


class Browser:
    """One person's browser."""

    def __init__(
        self, app: ASGIApp, *, host: str = "127.0.0.1:8501", peer: tuple[str, int] = LOCAL_PEER, **headers: str
    ) -> None:
        self.app = app
        self.cookies: dict[str, str] = {}
        self._host, self._peer = host, peer
        self._headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def open(self, path: str, method: str = "GET") -> Answer:
        """Ask for a page."""
        return self._keep(get(self.app, path, self._sent(), peer=self._peer, host=self._host, method=method))

    def send(self, path: str, headers: dict[str, str] | None = None, **fields: str) -> Answer:
        """Send fields as a form of our pages does; another site's own headers may be given."""
        sent = self._sent() | {"content-type": _FORM, "origin": f"http://{self._host}"} | (headers or {})
        body = urlencode(fields).encode()
        answer = get(self.app, path, sent, peer=self._peer, host=self._host, method="POST", body=body)
        return self._keep(answer)

    def fill(self, path: str, action: str | None = None, **fields: str) -> Answer:
        """Open a page with a form and send it with its token."""
        return self.send(action or path, form_token=token_of(self.open(path)), **fields)

    def _sent(self) -> dict[str, str]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return self._headers | ({"cookie": cookie} if cookie else {})

    def _keep(self, answer: Answer) -> Answer:
        for line in answer.headers.getlist("set-cookie"):
            for name, cookie in SimpleCookie(line).items():
                if cookie["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = cookie.value
        return answer


def token_of(answer: Answer) -> str:
    """Return the token of a page's form."""
    return token_in(answer.text)


def token_in(page: str) -> str:
    """Return the token of the first form of a page."""
    found = _TOKEN.search(page)
    assert found, page
    return found[1]
