"""A link to a server that can be cut and mended, and lose the answer to a COMMIT on the way."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_CHUNK = 65536


class SeveredLink:
    """A loopback port that passes bytes on to the server's, while it is whole."""

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._change = threading.Lock()
        self._whole = True
        self._loses_answer_to: bytes | None = None
        self._sockets: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._let_in, daemon=True).start()

    def cut(self) -> None:
        """Break all connections and refuse new ones."""
        with self._change:
            self._whole = False
            for end in self._sockets:
                # Also wakes the thread that reads from it.
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
            self._sockets.clear()

    def mend(self) -> None:
        """Let connections through again."""
        with self._change:
            self._loses_answer_to = None
            self._whole = True

    def lose_answer_to(self, words: bytes) -> None:
        """Pass the next message with these words on to the server, and break before its answer comes back."""
        self._loses_answer_to = words

    def close(self) -> None:
        """Stop listening."""
        self.cut()
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _let_in(self) -> None:
        while True:
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            with self._change:
                if self._whole:
                    self._pass_on(client)
                else:
                    client.close()

    def _pass_on(self, client: socket.socket) -> None:
        server = socket.create_connection(self._target)
        self._sockets += [client, server]
        # Whether the words were sent, known to both directions of this connection.
        sent = threading.Event()
        threading.Thread(target=self._ask, args=(client, server, sent), daemon=True).start()
        threading.Thread(target=self._answer, args=(server, client, sent), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket, sent: threading.Event) -> None:
        with _ending(server):
            while chunk := client.recv(_CHUNK):
                if self._loses_answer_to and self._loses_answer_to in chunk:
                    sent.set()
                server.sendall(chunk)

    def _answer(self, server: socket.socket, client: socket.socket, sent: threading.Event) -> None:
        with _ending(client):
            while chunk := server.recv(_CHUNK):
                if sent.is_set():
                    self.cut()
                    return
                client.sendall(chunk)


@contextmanager
def _ending(other: socket.socket) -> Iterator[None]:
    """End the other side once this one has ended, in whatever way."""
    with contextlib.suppress(OSError):
        try:
            yield
        finally:
            other.shutdown(socket.SHUT_RDWR)


@contextmanager
def link_to(host: str, port: int) -> Iterator[SeveredLink]:
    """Open a link for the time of a test."""
    link = SeveredLink((host, port))
    try:
        yield link
    finally:
        link.close()
