"""Which forms of their own the organisations name, in their own words, and where."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmn_core.analysis.counted import keep_counted_rows
from cmn_core.analysis.parts import DistrictParts
from cmn_core.reference import Reference
from cmn_core.reference.spelling import fold_text
from cmn_core.store.own_forms import OwnFormRow

_SPACED_DASH = re.compile(r"\s*-\s*")


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form outside the reference: as most rows write it, with its programmes by municipality."""

    words: str
    programmes: int
    organisations: int
    places: tuple[tuple[str, int], ...]
    """(municipality, programmes), most first."""


def list_own_forms(
    rows: Iterable[OwnFormRow],
    parts: Mapping[str, DistrictParts],
    reference: Reference,
    subordination: str | None = None,
) -> tuple[OwnForm, ...]:
    """Group the rows that count by their words, levelled as to case, spaces and dashes; most programmes first."""
    by_words: defaultdict[str, list[OwnFormRow]] = defaultdict(list)
    for row in keep_counted_rows(rows, parts, subordination):
        by_words[_level(row.words)].append(row)
    names = {district.oktmo: district.short for district in reference.region.districts}
    forms = [_own_form(group, names) for group in by_words.values()]
    return tuple(sorted(forms, key=lambda form: (-form.programmes, form.words)))


def _own_form(rows: list[OwnFormRow], names: Mapping[str, str]) -> OwnForm:
    places: Counter[str] = Counter()
    for row in rows:
        # A row may name its form and no programme: its municipality is listed all the same.
        places[names[row.district]] += 1 if row.programme else 0
    return OwnForm(
        words=Counter(row.words for row in rows).most_common(1)[0][0],
        programmes=places.total(),
        organisations=len({row.organisation_id for row in rows}),
        places=tuple(sorted(places.items(), key=lambda place: (-place[1], place[0]))),
    )


def _level(words: str) -> str:
    return _SPACED_DASH.sub("-", fold_text(words))
