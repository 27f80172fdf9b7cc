"""nginx with the configuration of docs/deployment.md, a certificate of the test's own and free ports."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.deployment.document import put, written_file
from tests.free_port import find_free_port

HOST = "cmn.example.ru"
SITE = f"https://{HOST}"
PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
_AROUND = """daemon off; pid {folder}/pid; {user}error_log {folder}/error.log; worker_processes 1;
events {{}}
http {{
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
{written}
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running nginx."""

    folder: Path
    plain_port: int
    secret_port: int

    @property
    def log(self) -> str:
        return (self.folder / "access.log").read_text(encoding="utf-8")

    def context(self) -> ssl.SSLContext:
        """Return what believes the test's certificate and no other."""
        return ssl.create_default_context(cafile=str(self.folder / "cmn.crt"))

    def line(self, source: str) -> socket.socket:
        """Open a connection from an address of this computer."""
        return socket.create_connection(("127.0.0.1", self.secret_port), timeout=60, source_address=(source, 0))

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | None = None, source: str = "127.0.0.2", **headers: str
    ) -> "Answer":
        """Send a request over https."""
        secret = self.context().wrap_socket(self.line(source), server_hostname=HOST)
        return ask_over(secret, path, method=method, body=body, headers={"Host": HOST, **headers})


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    response: HTTPResponse
    body: str

    def header(self, name: str) -> str:
        return self.response.getheader(name, "")

    def cookies(self) -> list[str]:
        return self.response.headers.get_all("Set-Cookie") or []


def ask_over(
    line: socket.socket, path: str, *, method: str = "GET", body: bytes | None = None, headers: dict[str, str]
) -> Answer:
    """Send a request over an open line and close it."""
    asking = HTTPConnection(HOST)
    asking.sock = line
    try:
        asking.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            asking.putheader(name, value)
        if body is not None:
            asking.putheader("Content-Length", str(len(body)))
        asking.endheaders()
        if body is not None:
            # The server may refuse before it has taken all; its answer waits then.
            with suppress(BrokenPipeError, ConnectionResetError, ssl.SSLError):
                asking.send(body)
        response = asking.getresponse()
        return Answer(response.status, response, response.read().decode("utf-8", "replace"))
    finally:
        asking.close()


@contextmanager
def run_nginx(folder: Path, backend: str) -> Iterator[Nginx]:
    """Run nginx in front of a server at «host:port» until the block ends."""
    _make_certificate(folder)
    nginx = Nginx(folder, find_free_port(), find_free_port())
    written = put(
        written_file("/etc/nginx/conf.d/cmn.conf"),
        {
            "    listen [::]:80;\n": "",
            "    listen [::]:443 ssl http2;\n": "",
            "listen 80;": f"listen 127.0.0.1:{nginx.plain_port};",
            "listen 443 ssl": f"listen 127.0.0.1:{nginx.secret_port} ssl",
            "server 127.0.0.1:8501;\n    #": f"server {backend};\n    #",
            "/etc/nginx/cmn.": f"{folder}/cmn.",
            "/var/log/nginx/cmn.log": f"{folder}/access.log",
        },
    )
    user = "user root; " if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(_AROUND.format(folder=folder, user=user, written=written), encoding="utf-8")
    assert PROGRAM is not None
    command = [PROGRAM, "-e", str(folder / "error.log"), "-c", str(configuration), "-p", str(folder)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, timeout=30, check=False)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(command)
    try:
        _wait_for(nginx.secret_port)
        yield nginx
    finally:
        process.terminate()
        process.wait(20)


def _make_certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
    command += ["-addext", f"subjectAltName=DNS:{HOST}"]
    command += ["-keyout", str(folder / "cmn.key"), "-out", str(folder / "cmn.crt")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("nginx does not answer")
