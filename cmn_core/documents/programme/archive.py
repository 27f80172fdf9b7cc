"""The programmes of a municipality as one archive, a document each."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import PurePath
from zipfile import ZIP_STORED, ZipFile

from cmn_core.documents.programme.programme_file import make_programme, name_programme
from cmn_core.documents.programme.reading_states import read_states_at, state_of
from cmn_core.errors import CmnError
from cmn_core.reference import District, Reference
from cmn_core.store.engine import Database
from cmn_core.store.programme_reading import list_programmes, read_programme
from cmn_core.store.settings import is_demonstration

_NONE = "В муниципалитете пока нет ни одной программы наставничества. Составьте хотя бы одну."


def zip_programmes(
    database: Database,
    reference: Reference,
    district: District,
    on_progress: Callable[[float], None] = lambda share: None,
) -> bytes:
    """Return an archive of every programme that is on the list, by organisation; raise CmnError where there is none.

    `on_progress` hears the share done, 0–1. The facts in the texts are those of the latest period with a report.
    """
    listed = sorted(
        list_programmes(database, districts=[district.oktmo]), key=lambda line: (line.owner.name, line.name)
    )
    if not listed:
        raise CmnError(_NONE)
    states = read_states_at(database, reference, district.oktmo)
    demonstration = is_demonstration(database)
    names = tell_apart(name_programme(line.owner.name, line.name) for line in listed)
    buffer = BytesIO()
    # Documents are compressed already.
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for done, (line, name) in enumerate(zip(listed, names, strict=True), start=1):
            opened = read_programme(database, line.programme_id)
            state = state_of(opened.line.owner, states, reference)
            content = make_programme(opened.programme, reference, state, demonstration=demonstration)
            archive.writestr(name, content)
            on_progress(done / len(listed))
    return buffer.getvalue()


def tell_apart(names: Iterable[str]) -> Iterator[str]:
    """Number the names that are there already; Windows tells no small letters from capitals."""
    taken: set[str] = set()
    for name in names:
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{PurePath(name).stem} ({number}){PurePath(name).suffix}"
        taken.add(free.casefold())
        yield free
