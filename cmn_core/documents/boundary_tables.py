"""Tables of the region's boundaries: which shape is which municipality, and which files were brought."""

from collections.abc import Sequence

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.intake.boundaries.reading import BoundaryReading
from cmn_core.reference import Region
from cmn_core.store.boundaries import BoundaryUpload
from cmn_core.wording import format_moment


def build_matches_table(reading: BoundaryReading, region: Region) -> ShownTable:
    """Build a row a municipality with what the file calls it, then those of the file that are none."""
    called = dict(reading.matched)
    rows = [
        (district.short, district.oktmo, called.get(district.oktmo, "нет в файле")) for district in region.districts
    ]
    return ShownTable(
        title="Муниципалитеты и контуры файла",
        subtitle="Как муниципалитет назван в файле",
        columns=(TableColumn("Муниципалитет"), TableColumn("ОКТМО"), TableColumn("В файле")),
        rows=(*rows, *(("нет такого муниципалитета", "–", name) for name in reading.strangers)),
    )


def build_uploads_table(uploads: Sequence[BoundaryUpload]) -> ShownTable:
    """Build a row a saved file, newest first."""
    return ShownTable(
        title="Файлы границ",
        subtitle="Последние первыми",
        columns=(
            TableColumn("Загружен"),
            TableColumn("Кто"),
            TableColumn("Файл"),
            TableColumn("Подпись под картой"),
            TableColumn("Состояние"),
        ),
        rows=tuple(
            (
                format_moment(upload.at),
                upload.author,
                upload.file_name,
                upload.attribution or "не указано",
                "на карте" if upload.in_force else "прежний",
            )
            for upload in uploads
        ),
    )
