"""The load driver sees what it is to see; how long things take is measured, never tested."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from streamlit.proto.Element_pb2 import Element

from tests.benchmarks.load.choices import choose_other
from tests.benchmarks.load.conversation import Run, converse, fault_of
from tests.benchmarks.load.crowd import CrowdLog, Minute
from tests.benchmarks.load.made_reports import make_reports
from tests.benchmarks.load.sending import send_files
from tests.browser.running_server import RunningServer, start_server


def _selectbox(*options: str, shown: str, disabled: bool = False) -> Element:
    element = Element()
    element.selectbox.id, element.selectbox.raw_value, element.selectbox.disabled = "box", shown, disabled
    element.selectbox.options.extend(options)
    return element


def test_another_option_is_chosen_and_only_where_there_is_one() -> None:
    for seed in range(10):
        state = choose_other([_selectbox("а", "б", "в", shown="б")], Random(seed))
        assert state is not None
        assert (state.id, state.string_value in ("а", "в")) == ("box", True)
    assert choose_other([_selectbox("а", shown="а"), _selectbox("а", "б", shown="а", disabled=True)], Random(0)) is None


def test_failures_on_a_page_are_faults() -> None:
    broken, refused, quiet = Element(), Element(), Element()
    broken.exception.type, broken.exception.message = "KeyError", "x"
    refused.alert.body, refused.alert.format = "Действие не выполнено", 1
    quiet.alert.body, quiet.alert.format = "Готово", 4
    assert [fault_of(element) for element in (broken, refused, quiet)] == ["KeyError: x", "Действие не выполнено", ""]


@pytest.mark.parametrize(
    ("memory", "slope"), [((200, 300, 310, 310, 310), 0.0), ((200, 210, 220, 230, 240), 10.0), ((200,), 0.0)]
)
def test_slope_is_of_the_second_half(memory: tuple[int, ...], slope: float) -> None:
    log = CrowdLog(minutes=[Minute(value, 0.5) for value in memory])
    assert log.memory_slope() == pytest.approx(slope)


async def _look_and_send(server: RunningServer) -> tuple[list[Run], tuple[str, ...]]:
    async with converse(server) as session:
        runs = [await session.open("district", "district=52654000")]
        state = choose_other(runs[0].elements, Random(1))
        assert state is not None
        runs += [await session.change(state), await session.go_to("help", session.query)]
    sending = await send_files(server, make_reports("municipal")[:1])
    return runs, sending.faults


@pytest.mark.slow
def test_a_visitor_sees_pages_and_an_official_saves_a_report(demo_copy: str, tmp_path: Path) -> None:
    server = start_server(demo_copy, tmp_path)
    try:
        # A thread of its own: Playwright's fixture of a whole session leaves a running loop in the main one.
        with ThreadPoolExecutor(1) as apart:
            runs, faults = apart.submit(asyncio.run, _look_and_send(server)).result()
    finally:
        server.stop()
    assert [run.faults for run in runs] == [(), (), ()]
    assert faults == ()
