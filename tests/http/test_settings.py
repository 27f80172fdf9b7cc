"""The server's settings from the environment."""

from collections.abc import Iterator
from ipaddress import ip_network

import pytest

from cmn_core.errors import UsageError
from cmn_core.http.settings import HttpSettings, http_settings


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    http_settings.cache_clear()
    yield
    http_settings.cache_clear()


def test_nothing_is_open_without_settings() -> None:
    assert HttpSettings() == HttpSettings(hosts=(), proxies=())


def test_lists_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMN_HOSTS", " CMN.Omsk.example., наставник.example;localhost ")
    monkeypatch.setenv("CMN_PROXIES", "127.0.0.1 10.1.2.3/8,::1")
    settings = http_settings()
    assert settings.hosts == {"cmn.omsk.example", "xn--80aagyknd3aj.example", "localhost"}
    assert settings.proxies == (ip_network("127.0.0.1/32"), ip_network("10.0.0.0/8"), ip_network("::1/128"))


@pytest.mark.parametrize(
    ("variable", "written", "said"),
    [
        ("CMN_HOSTS", "http://cmn.example", "CMN_HOSTS: имя «http://cmn.example» не подходит"),
        ("CMN_HOSTS", "cmn.example:8501", "CMN_HOSTS: имя «cmn.example:8501» не подходит"),
        ("CMN_HOSTS", "*", "CMN_HOSTS: имя «\\*» не подходит"),
        ("CMN_PROXIES", "nginx", "CMN_PROXIES: «nginx» не адрес и не сеть"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(
    variable: str, written: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, written)
    with pytest.raises(UsageError, match=said):
        http_settings()
