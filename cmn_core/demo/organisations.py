"""Organisations of the demonstration: plausible names, sizes that decide who draws in how many children."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random

from cmn_core.demo.plan import DemoMunicipality, DemoPlan
from cmn_core.demo.programmes import DemoProgramme, invent_programmes, respell
from cmn_core.demo.words import CityWords, Words
from cmn_core.intake.organisation_names import guess_kind
from cmn_core.reference import District

_FEMININE = {"ий": "ая", "ый": "ая", "ой": "ая"}
_KIND_SIZES = {"school": 1.0, "supplementary": 1.6, "vocational": 2.2}
_TOWN_SIZE = 2.0


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """An invented organisation."""

    district: str
    name: str
    kind: str
    subordination: str
    size: float
    """Its share among the organisations of the municipality, in no unit; 0: nobody takes part."""
    mentors_share: float
    programmes: tuple[DemoProgramme, ...]


def invent_organisations(plan: DemoPlan, municipality: DemoMunicipality, place: District) -> list[DemoOrganisation]:
    """Invent a municipality's organisations, the same at every call."""
    luck = Random(f"{plan.story.seed}:{municipality.oktmo}:organisations")
    named = [(name, "municipal", size) for name, size in _name_municipal(plan.words, municipality, place, luck)]
    named += [(name, "state", 1.0) for name in plan.words.state_names(municipality.oktmo)]
    form_luck = {form.code: luck.uniform(0.45, 1.7) for form in plan.words.form}
    organisations = []
    for name, subordination, size in named:
        kind = guess_kind(name)
        idle = subordination == "municipal" and luck.randrange(100) < plan.story.pace.idle_organisations_pct
        organisations.append(
            DemoOrganisation(
                district=municipality.oktmo,
                name=name,
                kind=kind,
                subordination=subordination,
                size=0.0 if idle else size * _KIND_SIZES[kind] * luck.uniform(0.5, 1.5),
                mentors_share=luck.uniform(0.15, 0.4),
                programmes=respell(plan, name, invent_programmes(plan, kind, form_luck, luck)),
            )
        )
    return organisations


def _name_municipal(
    words: Words, municipality: DemoMunicipality, place: District, luck: Random
) -> Iterator[tuple[str, float]]:
    """Name schools and supplementary organisations with their sizes."""
    supplementary_form = words.supplementary_forms[municipality.legal_form]
    if municipality.oktmo == words.city.oktmo:
        yield from _name_city(words.city, municipality, supplementary_form, luck)
        return
    adjective = _feminine(place.short)
    patterns = words.district
    centre = patterns.centre_schools[: max(2, min(len(patterns.centre_schools), municipality.schools // 5))]
    for pattern in centre:
        yield f"{municipality.legal_form} «{pattern.format(adjective=adjective)}»", _TOWN_SIZE
    villages = luck.sample(words.villages, municipality.schools - len(centre))
    for village, pattern in zip(villages, cycle(patterns.village_schools), strict=False):
        yield f"{municipality.legal_form} «{pattern.format(village=village)}»", 1.0
    for pattern in patterns.supplementary[: municipality.supplementary]:
        yield f"{supplementary_form} «{pattern.format(adjective=adjective, name=place.short)}»", _TOWN_SIZE


def _name_city(
    city: CityWords, municipality: DemoMunicipality, supplementary_form: str, luck: Random
) -> Iterator[tuple[str, float]]:
    numbers = sorted(luck.sample(range(1, city.highest_number + 1), municipality.schools))
    types = ["Гимназия"] * city.gymnasiums + ["Лицей"] * city.lyceums
    types += ["СОШ"] * (municipality.schools - len(types))
    luck.shuffle(types)
    for number, type_ in zip(numbers, types, strict=True):
        yield f"{municipality.legal_form} {city.place} «{type_} № {number}»", 1.0
    for name in city.supplementary[: municipality.supplementary]:
        quoted = name if "«" in name else f"«{name}»"
        yield f"{supplementary_form} {city.place} {quoted}", 1.0


def _feminine(adjective: str) -> str:
    """Make «Тарский» agree with «школа»."""
    return adjective[:-2] + _FEMININE[adjective[-2:]]
