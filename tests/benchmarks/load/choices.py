"""What can be chosen on a page: its lists and segments, whatever page it is."""

from collections.abc import Iterable
from random import Random

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState


def choose_other(elements: Iterable[Element], rng: Random) -> WidgetState | None:
    """Choose another option of one of the lists of a page; None where it has none."""
    offered = [offer for element in elements if len((offer := _offer_of(element))[1]) > 1]
    if not offered:
        return None
    kind, options, shown, key = rng.choice(offered)
    option = rng.choice([option for option in options if option != shown])
    if kind == "selectbox":
        return WidgetState(id=key, string_value=option)
    state = WidgetState(id=key)
    state.string_array_value.data.append(option)
    return state


def _offer_of(element: Element) -> tuple[str, list[str], str, str]:
    kind = element.WhichOneof("type") or ""
    if kind == "selectbox" and not element.selectbox.disabled:
        box = element.selectbox
        return kind, list(box.options), box.raw_value or box.options[box.default], box.id
    if kind == "button_group" and not element.button_group.disabled:
        group = element.button_group
        options = [option.content for option in group.options]
        shown = group.raw_values[0] if group.raw_values else options[group.default[0]] if group.default else ""
        return kind, options, shown, group.id
    return kind, [], "", ""
