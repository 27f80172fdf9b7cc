"""The lists inside of sections: acts, figures to be reached, stages, risks; an untouched one follows the facts."""

from collections.abc import Callable, Mapping

from cmn_core.programme.opened_parts import current_legal_ground
from cmn_core.programme.programme import Programme
from cmn_core.programme.words import part_lines
from pages._parts.finding import show_fact
from pages._parts.programme_aims import show_aims
from pages._parts.programme_fields import ask_prose
from pages._parts.programme_risks import show_risks
from pages._parts.programme_rows import offer_shipped
from pages._parts.programme_stages import show_stages
from pages._parts.programme_state import Desk

_ACT_LINES = 14


def is_own_list(part: str | None, programme: Programme) -> bool:
    """Tell whether a person wrote the list."""
    return part in _PARTS and getattr(programme, part) is not None


def _show_legal_ground(desk: Desk) -> None:
    acts = current_legal_ground(desk.programme, desk.organisation, desk.data.reference)
    show_fact("Документы", "По одному в абзаце: лишние удалите, свои впишите. Номера проставятся сами.")
    ask_prose(
        desk, "legal_ground", "Документы, по одному в абзаце", "\n".join(acts), _put_acts, lines=_ACT_LINES,
        is_hidden=True,
    )  # fmt: skip
    offer_shipped(desk, "legal_ground", "Вернуть исходный список")


def _put_acts(programme: Programme, text: str) -> Programme:
    return programme.having(legal_ground=part_lines(text))


HELD_LISTS: Mapping[str, Callable[[Desk], None]] = {
    "legal_ground": _show_legal_ground,
    "aims": show_aims,
    "stages": show_stages,
    "risks": show_risks,
}
_PARTS = HELD_LISTS.keys()
