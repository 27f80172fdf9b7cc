"""A browser in short words."""

import pytest

from cmn_core.http.device import describe_device


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
         "YaBrowser/25.10.0.0 Safari/537.36", "Яндекс Браузер 25, Windows"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
         "Edge 140, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox 143, Linux"),
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
         "Chrome 140, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 "
         "Safari/604.1", "Safari 18, iOS"),
        ("curl/8.5.0", "браузер не назван"),
        ("", "браузер не назван"),
    ],
)  # fmt: skip
def test_browser_and_system(user_agent: str, words: str) -> None:
    assert describe_device(user_agent) == words
