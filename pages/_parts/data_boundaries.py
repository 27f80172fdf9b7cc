"""«Границы»: the region's boundaries from the centre's own file, checked, matched by name, put in force and back."""

from functools import partial
from hashlib import sha256

import streamlit as st

from cmn_core.documents.boundary_tables import build_matches_table, build_uploads_table
from cmn_core.intake.boundaries.geojson import LONGEST_ATTRIBUTION
from cmn_core.intake.boundaries.read_boundaries import read_boundaries
from cmn_core.intake.boundaries.reading import BoundaryReading
from cmn_core.reference import Region
from cmn_core.reference.boundaries import Boundaries, read_boundary_rules
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.store.boundaries import (
    BoundaryUpload,
    attribute_boundaries,
    choose_boundaries,
    read_boundary_uploads,
    save_boundaries,
)
from cmn_core.store.setting_changes import SettingChange, take_back
from cmn_core.wording import MUNICIPALITIES, count_of, format_moment
from pages._parts.author import signed
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData, current_boundaries
from pages._parts.failure import in_words
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.plain_text import plain

_CODE = "boundaries"
_NOBODY = "не указано"


def show_boundaries(data: CurrentData, state: DataState) -> None:
    """Show the boundaries in force, take a new file, list the earlier ones."""
    uploads = read_boundary_uploads(data.database)
    standing = current_boundaries(data)
    if standing is None:
        show_fact(
            "Границ пока нет: «Обзор» показывает муниципалитеты плитками",
            "Загрузите файл GeoJSON с границами муниципалитетов, и рядом с плитками появится настоящая карта. "
            "Границы хранятся только в этой базе данных.",
        )
    else:
        _show_standing(standing, next(upload for upload in uploads if upload.in_force), data, state)
    _take_file(data, state)
    if uploads:
        _show_uploads(uploads, data, state)


def _show_standing(standing: Boundaries, upload: BoundaryUpload, data: CurrentData, state: DataState) -> None:
    region = data.reference.region
    show_fact(
        f"Карта показывает {count_of(len(standing.shapes), *MUNICIPALITIES)} из {len(region.districts)}",
        f"Файл «{upload.file_name}», загружен {format_moment(upload.at)}: {upload.author}. "
        f"Подпись под картой: {standing.attribution or _NOBODY}.",
        _name_missing(tuple(item.oktmo for item in region.districts if item.oktmo not in standing.shapes), region),
    )
    with st.container(key="data_line_credit", horizontal=True, vertical_alignment="bottom"):
        written = _ask_credit(standing.attribution, state.key("credit"))
        st.button(
            "Сохранить подпись", disabled=written == standing.attribution, key=state.key("save_credit"),
            on_click=in_words(_attribute), args=(written, data, state),
        )  # fmt: skip
        st.button("Убрать границы", key=state.key("remove"), on_click=in_words(_choose), args=(None, data, state))


def _ask_credit(credit: str, key: str) -> str:
    written = st.text_input(
        "Подпись под картой: чьи это границы",
        credit,
        key=key,
        max_chars=LONGEST_ATTRIBUTION,
        placeholder="© участники OpenStreetMap, ODbL",
    )
    return collapse_spaces(written or "")


def _take_file(data: CurrentData, state: DataState) -> None:
    rules = read_boundary_rules()
    show_fact(
        "Загрузить границы",
        f"GeoJSON в градусах (WGS 84), до {rules.file_mb} МБ; муниципалитеты узнаются по ОКТМО или названию.",
    )
    uploaded = st.file_uploader(
        "Файл границ", key=state.key("file"), label_visibility="collapsed", max_upload_size=rules.file_mb
    )
    if uploaded is None:
        return
    content = uploaded.getvalue()
    reading = _read(sha256(content).hexdigest(), content, data.reference.region)
    for note in reading.notes:
        (st.error if note.severity == "error" else st.warning)(plain(note.message))
    if reading.matched:
        _show_matched(reading, data.reference.region)
    if not reading.can_be_saved:
        return
    written = _ask_credit(reading.boundaries.attribution, state.key("new_credit"))
    boundaries = Boundaries(reading.boundaries.shapes, written)
    st.button(
        "Сохранить границы",
        type="primary",
        key=state.key("save_boundaries"),
        on_click=in_words(_save),
        args=(boundaries, uploaded.name, sha256(content).hexdigest(), data, state),
    )


@st.cache_resource(show_spinner="Читаю границы…", max_entries=4)
def _read(digest: str, _content: bytes, _region: Region) -> BoundaryReading:
    return read_boundaries(_content, _region)


def _show_matched(reading: BoundaryReading, region: Region) -> None:
    show_notes((), f"Узнано {count_of(len(reading.matched), *MUNICIPALITIES)} из {len(region.districts)}.")
    with st.expander("Кто узнан и как назван в файле", type="compact"):
        show_table(build_matches_table(reading, region))


def _name_missing(missing: tuple[str, ...], region: Region) -> str:
    names = ", ".join(region.district(oktmo).short for oktmo in missing)
    return f"Нет границ: {names}." if names else ""


def _show_uploads(uploads: tuple[BoundaryUpload, ...], data: CurrentData, state: DataState) -> None:
    show_table(build_uploads_table(uploads))
    words = {
        upload.upload_id: f"{upload.file_name}, {format_moment(upload.at)}" for upload in uploads if not upload.in_force
    }
    if not words:
        return
    with st.container(key="data_line_uploads", horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Прежний файл", list(words), format_func=words.__getitem__, key=state.key("earlier"),
        )  # fmt: skip
        st.button(
            "Показать эти границы", key=state.key("bring_back"), on_click=in_words(_choose), args=(chosen, data, state)
        )


def _save(boundaries: Boundaries, file_name: str, digest: str, data: CurrentData, state: DataState) -> None:
    change = save_boundaries(data.database, boundaries, file_name=file_name, sha256=digest, **signed())
    count = count_of(len(boundaries.shapes), *MUNICIPALITIES)
    _done(f"Границы сохранены: {count}. На «Обзоре» появился выбор «Плитки – Карта».", change, data, state)


def _attribute(credit: str, data: CurrentData, state: DataState) -> None:
    change = attribute_boundaries(data.database, credit, **signed())
    _done(f"Подпись под картой: {credit or _NOBODY}.", change, data, state)


def _choose(upload_id: int | None, data: CurrentData, state: DataState) -> None:
    # A refusal is said above the page and leaves this round, with what was typed in it, as it is.
    change = choose_boundaries(data.database, upload_id, **signed())
    told = "Границы убраны: «Обзор» показывает плитки." if upload_id is None else "Прежние границы снова на карте."
    _done(told, change, data, state)


def _done(sentence: str, change: SettingChange, data: CurrentData, state: DataState) -> None:
    undo = partial(take_back, data.database, (change,))
    state.done(_CODE, sentence, undo)
