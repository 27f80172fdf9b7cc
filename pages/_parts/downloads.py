"""One quiet control for what can be taken away of a picture and its tables; a file is made when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import altair as alt
import streamlit as st

from cmn_core.documents.shown_table import ShownTable, table_csv, table_xlsx

DEMONSTRATION = "демонстрационные данные"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that is drawn with its heading for a file; `draw` gets a note for the subtitle."""

    name: str
    draw: Callable[[str], alt.LayerChart]


OfferedTable = ShownTable | Callable[[], ShownTable]
"""A table at hand, or how it is made once it is asked for."""


def show_downloads(
    name: str, tables: Mapping[str, OfferedTable], picture: Picture | None = None, *, demonstration: bool
) -> None:
    """Offer tables, by what is added to the name, as xlsx and csv, and a picture as PNG and SVG."""
    note = DEMONSTRATION if demonstration else ""
    ending = f" ({note})" if note else ""
    with st.popover("Скачать", type="tertiary", key=f"downloads {name}"):
        if picture:
            title = f"{name}, {picture.name}{ending}"
            _offer("Картинка PNG", partial(_export_png, picture, note), f"{title}.png", "image/png")
            _offer("Картинка SVG", partial(_export_svg, picture, note), f"{title}.svg", "image/svg+xml")
        for words, table in tables.items():
            title = f"{name}{words}{ending}"
            workbook = partial(_write_xlsx, table, demonstration)
            _offer(f"Таблица{words}: Excel", workbook, f"{title}.xlsx", _XLSX)
            _offer(f"Таблица{words}: CSV", partial(_write_csv, table), f"{title}.csv", "text/csv")


def _offer(label: str, make: Callable[[], bytes], title: str, mime: str) -> None:
    file_name = " ".join(title.translate(_FORBIDDEN).split())
    st.download_button(label, make, file_name, mime, key=f"take {file_name}", on_click="ignore", width="stretch")


def _write_xlsx(table: OfferedTable, demonstration: bool) -> bytes:
    return table_xlsx(table if isinstance(table, ShownTable) else table(), demonstration=demonstration)


def _write_csv(table: OfferedTable) -> bytes:
    return table_csv(table if isinstance(table, ShownTable) else table())


# Drawing a picture loads its engine: only those who ask for one wait for it.
def _export_png(picture: Picture, note: str) -> bytes:
    from cmn_core.charts.export import export_png

    return export_png(picture.draw(note))


def _export_svg(picture: Picture, note: str) -> bytes:
    from cmn_core.charts.export import export_svg

    return export_svg(picture.draw(note))
