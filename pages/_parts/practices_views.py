"""Which view of «Практики» is shown."""

from collections.abc import Callable

from pages._parts.database import CurrentData
from pages._parts.practices_controls import SPOTS
from pages._parts.practices_list import show_list
from pages._parts.practices_shown import show_shown
from pages._parts.practices_spots import show_spots
from pages._parts.practices_use import show_forms, show_models
from pages._parts.scope import Scope

_VIEWS: dict[str, Callable[[CurrentData, Scope], None]] = {
    "list": show_list,
    "forms": show_forms,
    "models": show_models,
    SPOTS: show_spots,
    "shown": show_shown,
}


def show_view(view: str, data: CurrentData, scope: Scope) -> None:
    """Show the chosen view under its finding."""
    _VIEWS[view](data, scope)
