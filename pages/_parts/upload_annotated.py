"""The sender's file with its faults marked, made when it is asked for."""

from cmn_core.http.files.attachment import XLSX
from cmn_core.intake.annotation.annotate_apart import annotate_apart, name_annotated
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from pages._parts.handed_file import show_file_link
from pages._parts.upload_state import DroppedFile, UploadState


def show_annotated_download(
    file: DroppedFile, reading: Reading, state: UploadState, reference: Reference, *, primary: bool
) -> None:
    """Offer the file with marks; it is made in the worker after the click."""
    show_file_link(
        "Скачать файл с пометками",
        lambda: annotate_apart(file.content, reading, reference),
        name_annotated(file.name),
        XLSX,
        key=state.key("annotated"),
        kind="primary" if primary else "secondary",
        help="Ваш файл: ячейки с ошибками закрашены, к каждой есть примечание, впереди лист «Что исправить». "
        "Готовится несколько секунд и сохраняется сам.",
    )
