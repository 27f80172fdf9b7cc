"""A port for a server of a test's own."""

import socket


def find_free_port() -> int:
    """Return one of the system's choice: the next free one of a row would soon be another test's too."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
