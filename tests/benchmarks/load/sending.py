"""A municipality's official without a browser: a file is put on the upload page, confirmed and saved there."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from urllib.parse import urlsplit
from uuid import uuid4

from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.benchmarks.load.conversation import Conversation, Run, converse
from tests.browser.running_server import RunningServer
from tests.people import Someone

_PAGE = "upload"
_SAVING, _OPENING = "Сохранить", "Открыть"
_MOST_STEPS = 6
_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file to be sent."""

    name: str
    content: bytes
    sender: str
    """ОКТМО of the municipality."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What came of sending files."""

    judged_s: float
    """From the drop to the verdict on the last of them."""
    saved_s: float
    """To the page after saving."""
    waiting: int
    """Files of a pile that the page keeps for a person to open."""
    faults: tuple[str, ...]


async def send_files(server: RunningServer, files: list[SentFile]) -> Sending:
    """Drop files on the upload page and save them; what hinders it is told as faults.

    One file is sent by its municipality's person, a pile by the centre.
    """
    someone = Someone("district", (files[0].sender,)) if len(files) == 1 else Someone("centre")
    async with converse(server, someone) as session:
        opened = await session.open(_PAGE)
        dropped = await _drop(session, opened, partial(_put, server, someone), files)
        seconds, run, pressed = dropped.seconds, dropped, False
        confirmed: set[str] = set()
        for _ in range(_MOST_STEPS):
            if run.faults or not (states := _next_step(run.elements, confirmed)):
                break
            confirmed |= {state.id for state in states}
            pressed = pressed or any(state.trigger_value for state in states)
            run = await session.change(*states)
            seconds += run.seconds
        faults = run.faults or (() if pressed else ("nothing to press on the upload page",))
        waiting = sum(element.button.label == _OPENING for element in run.elements)
        return Sending(dropped.seconds, seconds, waiting, faults)


async def _drop(
    session: Conversation, page: Run, put: Callable[[FileURLs, SentFile], None], files: list[SentFile]
) -> Run:
    place = next(element.file_uploader for element in page.elements if element.WhichOneof("type") == "file_uploader")
    if len(files) > 1 and not place.multiple_files:
        raise RuntimeError("the upload page takes one file at a time")
    targets = await session.ask_upload_places([file.name for file in files])
    state = WidgetState(id=place.id)
    for file, target in zip(files, targets, strict=True):
        await asyncio.to_thread(put, target, file)
        state.file_uploader_state_value.uploaded_file_info.add(
            name=file.name, size=len(file.content), file_id=target.file_id, file_urls=target
        )
    return await session.change(state)


def _next_step(elements: Iterable[Element], confirmed: set[str]) -> list[WidgetState]:
    """Confirm what is asked; where nothing is, press the button that saves; nothing left: no step."""
    asked = [element.checkbox for element in elements if element.WhichOneof("type") == "checkbox"]
    if open_points := [box for box in asked if not box.disabled and box.id not in confirmed]:
        return [WidgetState(id=box.id, bool_value=True) for box in open_points]
    buttons = [element.button for element in elements if element.WhichOneof("type") == "button"]
    saving = (button for button in buttons if button.label.startswith(_SAVING) and not button.disabled)
    return [WidgetState(id=button.id, trigger_value=True) for button in saving][:1]


def _put(server: RunningServer, someone: Someone, target: FileURLs, file: SentFile) -> None:
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=_PATIENCE_S)
    try:
        connection.request("GET", "/_stcore/health")
        answer = connection.getresponse()
        answer.read()
        cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        boundary = uuid4().hex
        body = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode() + file.content + f"\r\n--{boundary}--\r\n".encode()  # fmt: skip
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Cookie": f"{cookie}; {server.cookie_header(someone)}",
            "X-Xsrftoken": cookie.partition("=")[2],
        }
        connection.request("PUT", target.upload_url, body, headers)
        status = connection.getresponse().status
    finally:
        connection.close()
    if status != 204:
        raise RuntimeError(f"the server answered {status} to a file")
