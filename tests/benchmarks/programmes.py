"""A programme as a document, and a municipality's forty as one archive."""

from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from cmn_core.documents.programme.archive import zip_programmes
from cmn_core.documents.programme.programme_file import make_programme
from cmn_core.documents.programme.reading_states import read_states_at
from cmn_core.programme.from_report import programme_from_report
from cmn_core.programme.programme import Programme
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.programmes import start_programme
from cmn_core.store.settings import current_reference
from tests.benchmarks.measures import Measure, median, time_calls

_PROGRAMMES = 40
_MODELS = 40
_BY = Author("замер", datetime(2020, 11, 25, 9, 0, tzinfo=UTC))


def measure_programmes(demonstration: Path) -> list[Measure]:
    """Time the document of the fullest programme of a municipality, one of 40 role models, and the archive of 40."""
    database = open_database(f"sqlite:///{demonstration}")
    reference = current_reference(database)
    place = reference.region.find_district(reference.region.facts.capital)
    reading = time_calls(lambda: read_states_at(database, reference, place.oktmo), 5)
    states = read_states_at(database, reference, place.oktmo)
    made = {number: programme_from_report(state, reference, 2020) for number, state in states.items()}
    fullest = max(made, key=lambda number: len(made[number].models))
    for number in islice(cycle(made), _PROGRAMMES):
        start_programme(database, number, "Замер", made[number], _BY)
    single = time_calls(lambda: make_programme(made[fullest], reference, states[fullest]), 5)
    swollen = _swell(made[fullest])
    many = time_calls(lambda: make_programme(swollen, reference, states[fullest]), 5)
    packing = time_calls(lambda: zip_programmes(database, reference, place), 1)
    database.close()
    return [
        Measure("what is known of a municipality's organisations", median(reading), "s", 1.0, f"{len(states)} of them"),
        Measure("a programme's document, the first one", single[-1], "s", 1.0, f"{len(made[fullest].models)} models"),
        Measure("a programme's document, median", median(single), "s", 1.0),
        Measure(f"a document with {len(swollen.models)} role models, median", median(many), "s", 1.0),
        Measure(f"a municipality's archive of {_PROGRAMMES}", packing[0], "s", 20.0),
    ]


def _swell(programme: Programme) -> Programme:
    """Repeat the role models of the first form that has some until there are forty."""
    form = next(form for form in programme.forms if form.models)
    models = tuple(
        model.model_copy(update={"key": f"own-{number}"})
        for number, model in enumerate(islice(cycle(form.models), _MODELS), start=1)
    )
    return programme.model_copy(update={"forms": (form.model_copy(update={"models": models}),)})
