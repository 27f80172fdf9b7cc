"""One quiet control for what can be taken away of a picture and its tables; a file is made when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import altair as alt
import streamlit as st

from cmn_core.documents.shown_table import ShownTable, table_csv, table_xlsx
from pages._parts.handed_file import show_file_link

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


@dataclass(frozen=True, slots=True)
class _Offer:
    label: str
    make: Callable[[], bytes]
    title: str
    mime: str


def show_downloads(
    place: str,
    name: str,
    tables: Mapping[str, OfferedTable],
    picture: Picture | None = None,
    *,
    demonstration: bool,
    scoped: bool = False,
) -> None:
    """Offer tables, by what is added to the name, as xlsx and csv, and a picture as PNG and SVG.

    `scoped`: of what not everyone who is signed in may see, as organisations; the figures of all municipalities are
    everyone's, so a button of Streamlit's own serves for those.

    `place` tells the control from the page's others and does not follow the scope: for as long as a session lasts
    Streamlit keeps what it knows of each key that ever stood on a page.
    """
    note = DEMONSTRATION if demonstration else ""
    with st.popover("Скачать", type="tertiary", key=f"downloads_{place}"):
        offers = [*(_offer_picture(picture, name, note) if picture else ()), *_offer_tables(tables, name, note)]
        for number, offer in enumerate(offers):
            file_name = name_file(offer.title)
            key = f"take_{place}_{number}"
            if scoped:
                show_file_link(offer.label, offer.make, file_name, offer.mime, key=key, stretches=True)
            else:
                st.download_button(
                    offer.label, offer.make, file_name, offer.mime, key=key, on_click="ignore", width="stretch"
                )


def name_file(title: str) -> str:
    """Write a title as a name of a file that every system takes."""
    return " ".join(title.translate(_FORBIDDEN).split())


def _offer_picture(picture: Picture, name: str, note: str) -> Iterator[_Offer]:
    title = _entitle(f"{name}, {picture.name}", note)
    yield _Offer("Картинка PNG", partial(_export_png, picture, note), f"{title}.png", "image/png")
    yield _Offer("Картинка SVG", partial(_export_svg, picture, note), f"{title}.svg", "image/svg+xml")


def _offer_tables(tables: Mapping[str, OfferedTable], name: str, note: str) -> Iterator[_Offer]:
    for words, table in tables.items():
        title, workbook = _entitle(f"{name}{words}", note), partial(_write_xlsx, table, bool(note))
        yield _Offer(f"Таблица{words}: Excel", workbook, f"{title}.xlsx", _XLSX)
        yield _Offer(f"Таблица{words}: CSV", partial(_write_csv, table), f"{title}.csv", "text/csv")


def _entitle(name: str, note: str) -> str:
    return f"{name} ({note})" if note else name


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
