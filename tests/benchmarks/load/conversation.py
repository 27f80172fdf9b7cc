"""A session without a browser: the messages that Streamlit's page and server exchange over a websocket.

Tied to the protocol of the pinned Streamlit: a visitor asks for a run of the script, the server sends what the page is
made of until it says that the script has finished.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from tests.browser.running_server import RunningServer
from tests.people import ADMINISTRATOR, Someone

_PATIENCE_S = 60
_FEWEST_ELEMENTS = 8
"""The shell alone draws more: title, list of pages, stylesheet."""
_KEPT_RUNS = 2
"""As `global.maxCachedMessageAge`: a browser forgets a large message that so many runs had no use for."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the script as a visitor sees it."""

    seconds: float
    """From the wish to the last message."""
    elements: tuple[Element, ...]
    faults: tuple[str, ...]
    """What a person would call broken; empty: the page stands."""


@dataclass(slots=True)
class Conversation:
    """An open session."""

    connection: ClientConnection
    query: str = ""
    """What stands in the address after «?»."""
    pages: dict[str, str] = field(default_factory=dict)
    """The script's hash by the page's address."""
    session_id: str = ""
    _page: str = ""
    _runs: int = 0
    _kept: dict[str, tuple[int, Element]] = field(default_factory=dict)

    async def open(self, path: str, query: str = "") -> Run:
        """Begin as a browser that was given a link."""
        return await self._run(path, "", query, ())

    async def go_to(self, path: str, query: str) -> Run:
        """Follow a link to another page."""
        return await self._run("", self.pages[path], query, ())

    async def change(self, *states: WidgetState) -> Run:
        """Tell the server what was chosen on the page."""
        return await self._run("", self._page, self.query, states)

    async def ask_upload_places(self, names: Iterable[str]) -> list[FileURLs]:
        """Ask where files are to be put."""
        asked = BackMsg()
        asked.file_urls_request.request_id = "files"
        asked.file_urls_request.session_id = self.session_id
        asked.file_urls_request.file_names.extend(names)
        await self.connection.send(asked.SerializeToString())
        async with asyncio.timeout(_PATIENCE_S):
            while True:
                told = await self._receive()
                if told.WhichOneof("type") == "file_urls_response":
                    return list(told.file_urls_response.file_urls)

    async def _run(self, path: str, page: str, query: str, states: Iterable[WidgetState]) -> Run:
        asked = BackMsg()
        wish = asked.rerun_script
        wish.page_name, wish.page_script_hash, wish.query_string = path, page, query
        wish.widget_states.widgets.extend(states)
        wish.cached_message_hashes.extend(self._kept)
        self.query = query
        started = time.perf_counter()
        await self.connection.send(asked.SerializeToString())
        async with asyncio.timeout(_PATIENCE_S):
            elements, faults = await self._receive_run()
        seconds = time.perf_counter() - started
        if not faults and len(elements) < _FEWEST_ELEMENTS:
            faults = [f"{len(elements)} elements came"]
        return Run(seconds, tuple(elements), tuple(faults))

    async def _receive_run(self) -> tuple[list[Element], list[str]]:
        elements: dict[tuple[int, ...], Element] = {}
        faults: list[str] = []
        while True:
            told = await self._receive()
            kind = told.WhichOneof("type")
            if kind in ("delta", "ref_hash"):
                element = self._element_of(told)
                if element is not None:
                    elements[tuple(told.metadata.delta_path)] = element
            elif kind == "new_session":
                elements.clear()
                faults.clear()
                self._page = told.new_session.page_script_hash
                self.session_id = told.new_session.initialize.session_id or self.session_id
            elif kind == "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in told.navigation.app_pages}
                self._page = told.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = told.page_info_changed.query_string
            elif kind == "page_not_found":
                faults.append(f"no page {told.page_not_found.page_name}")
            elif kind == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                if told.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    faults.append("the script does not compile")
                self._forget_unused()
                faults += [fault for element in elements.values() if (fault := fault_of(element))]
                return list(elements.values()), faults

    async def _receive(self) -> ForwardMsg:
        data = await self.connection.recv(decode=False)
        return ForwardMsg.FromString(data)

    def _element_of(self, told: ForwardMsg) -> Element | None:
        key = told.ref_hash or told.hash
        if told.ref_hash:
            element = self._kept[key][1]
        elif told.delta.WhichOneof("type") == "new_element":
            element = told.delta.new_element
        else:
            return None
        if told.ref_hash or told.metadata.cacheable:
            self._kept[key] = (self._runs, element)
        return element

    def _forget_unused(self) -> None:
        self._runs += 1
        self._kept = {key: kept for key, kept in self._kept.items() if self._runs - kept[0] <= _KEPT_RUNS}


@asynccontextmanager
async def converse(server: RunningServer, someone: Someone = ADMINISTRATOR) -> AsyncIterator[Conversation]:
    """Open a signed-in person's session of the dashboard; it ends with the block."""
    place = server.address.replace("http://", "ws://") + "/_stcore/stream"
    cookie = {"Cookie": await asyncio.to_thread(server.cookie_header, someone)}
    async with connect(
        place,
        subprotocols=["streamlit"],
        max_size=None,
        compression=None,
        origin=server.address,
        additional_headers=cookie,
    ) as opened:
        yield Conversation(opened)


def fault_of(element: Element) -> str:
    """Return what a person would call broken; nothing: an empty text."""
    kind = element.WhichOneof("type")
    if kind == "exception":
        return f"{element.exception.type}: {element.exception.message}"
    if kind == "alert" and element.alert.format == Alert.ERROR:
        return element.alert.body
    return ""
