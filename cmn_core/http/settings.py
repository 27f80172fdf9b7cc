"""What whoever runs the server decides: environment variables that begin with CMN_."""

import re
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated, Any, Literal

from pydantic import ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from cmn_core.errors import UsageError

PREFIX = "CMN_"
Network = IPv4Network | IPv6Network
_BETWEEN = re.compile(r"[\s,;]+")
_HOST = re.compile(r"[a-z0-9а-яё-]{1,60}(\.[a-z0-9а-яё-]{1,60})*")


class HttpSettings(BaseSettings):
    """The server's own settings; lists are written with commas or blanks between."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    hosts: Annotated[frozenset[str], NoDecode] = frozenset()
    """Names under which the application is opened from other computers, without port; none: this computer alone."""
    proxies: Annotated[tuple[Network, ...], NoDecode] = ()
    """Addresses or networks of proxies whose word on the visitor's address and on https is taken."""

    log_format: Literal["auto", "json", "words"] = "auto"
    """How the log is written; auto: words on a terminal, elsewhere a JSON object a line."""
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    """The least grave lines that the log keeps."""

    @field_validator("hosts", mode="before")
    @classmethod
    def _read_hosts(cls, written: Any) -> Any:
        names = [name.lower().rstrip(".") for name in _split(written)]
        for name in names:
            if not _HOST.fullmatch(name):
                raise ValueError(f"имя «{name}» не подходит: нужно имя сервера без http:// и порта")
        # What a browser sends for a Cyrillic name.
        return frozenset(name.encode("idna").decode("ascii") for name in names)

    @field_validator("proxies", mode="before")
    @classmethod
    def _read_proxies(cls, written: Any) -> Any:
        networks = []
        for word in _split(written):
            try:
                networks.append(ip_network(word, strict=False))
            except ValueError:
                raise ValueError(f"«{word}» не адрес и не сеть: нужен вид 127.0.0.1 или 10.0.0.0/8") from None
        return tuple(networks)


@lru_cache(maxsize=1)
def http_settings() -> HttpSettings:
    """Read the settings once a process; raise UsageError that names the variable."""
    try:
        return HttpSettings()
    except ValidationError as error:
        raise UsageError(" ".join(_describe(fault) for fault in error.errors())) from error


def _describe(fault: Any) -> str:
    variable = f"{PREFIX}{'_'.join(str(part) for part in fault['loc'])}".upper()
    return f"Переменная {variable}: {str(fault['msg']).removeprefix('Value error, ')}."


def _split(written: Any) -> list[str]:
    if isinstance(written, str):
        return [word for word in _BETWEEN.split(written.strip()) if word]
    return [str(word) for word in written]
