"""How a worker process and its owner talk: length, then a pickle."""

import pickle
from typing import IO, Any

_LENGTH_BYTES = 8


def write_frame(stream: IO[bytes], message: object) -> None:
    """Send one message."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Receive one message; raise EOFError when the other side is gone."""
    length = int.from_bytes(_read_exactly(stream, _LENGTH_BYTES), "big")
    return pickle.loads(_read_exactly(stream, length))


def _read_exactly(stream: IO[bytes], count: int) -> bytes:
    """Read from a buffered stream, which gives less only at its end."""
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
