"""Which forms and role models the municipalities use: programmes and mentees of each, no organisation named."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from cmn_core.analysis.counted import list_passed_over
from cmn_core.analysis.parts import DistrictParts
from cmn_core.analysis.role_models import NO_MODEL, OWN_MODEL, model_label, official_models
from cmn_core.reference import Forms, Reference
from cmn_core.store.practice_sums import PracticeSums

Key = TypeVar("Key")
UseMeasure = Literal["programmes", "mentees"]
ModelKey = tuple[str, str]
"""A form's code and the official label of its role model."""


@dataclass(frozen=True, slots=True)
class Use:
    """Programmes of a form or a role model, and participations in them."""

    programmes: int = 0
    mentors: int = 0
    mentees: int = 0

    @property
    def is_used(self) -> bool:
        """Tell whether anybody does: a programme, or participants of rows that name none."""
        return bool(self.programmes or self.mentors or self.mentees)

    def plus(self, other: "Use") -> "Use":
        """Add another municipality's or report's."""
        return Use(self.programmes + other.programmes, self.mentors + other.mentors, self.mentees + other.mentees)

    def of(self, measure: UseMeasure) -> int:
        """Return one of the numbers."""
        return self.programmes if measure == "programmes" else self.mentees


NOTHING = Use()


@dataclass(frozen=True, slots=True)
class DistrictUse:
    """What a municipality's organisations carry out by the reports that enter its figures."""

    district: str | None
    """ОКТМО; None: the region."""
    name: str
    as_of: date | None
    """None: no report enters."""
    fresh: bool | None
    knows_models: bool
    """False: only the monthly form tells role models, and none enters."""
    kinds: frozenset[str]
    """Of the organisations that the reports name."""
    forms: Mapping[str, Use]
    models: Mapping[ModelKey, Use]
    """Official ones; beside them, by the form «own» or «unnamed» of the reference, all own and all not named ones."""
    unassigned_to_forms: int = 0
    """Mentees of counts that stand for programmes of different forms …"""
    unassigned_to_models: int = 0
    """… and of different role models."""

    def form(self, code: str) -> Use:
        """Return what a form comes to."""
        return self.forms.get(code, NOTHING)

    def model(self, key: ModelKey) -> Use:
        """Return what a role model comes to."""
        return self.models.get(key, NOTHING)


@dataclass(frozen=True, slots=True)
class RegionUse:
    """All municipalities and the region."""

    region: DistrictUse
    districts: tuple[DistrictUse, ...]
    """In the order of the reference."""

    def of(self, oktmo: str) -> DistrictUse:
        """Return a municipality."""
        return next(each for each in self.districts if each.district == oktmo)

    @property
    def told(self) -> tuple[DistrictUse, ...]:
        """Municipalities with a report."""
        return tuple(each for each in self.districts if each.as_of)

    @property
    def telling_models(self) -> tuple[DistrictUse, ...]:
        """Municipalities whose reports tell role models."""
        return tuple(each for each in self.districts if each.knows_models)


def list_entering(parts: Mapping[str, DistrictParts]) -> tuple[int, ...]:
    """List the reports that enter anywhere."""
    return tuple(sorted({part.report.report_id for each in parts.values() for part in each.parts}))


def list_left_out(parts: Mapping[str, DistrictParts]) -> frozenset[tuple[int, int]]:
    """List the organisations that count from another report, for `count_practices`."""
    return frozenset().union(*(list_passed_over(each) for each in parts.values()))


def list_models(forms: Forms) -> tuple[ModelKey, ...]:
    """List the official role models, in the order of their forms."""
    return tuple((form.code, label) for form in forms.federal for label in official_models(form.code, forms))


def other_models(forms: Forms) -> tuple[ModelKey, ...]:
    """Return the keys of all own role models together and of those not named."""
    return (forms.own.code, OWN_MODEL), (forms.unnamed.code, NO_MODEL)


def compute_practice_use(
    sums: Iterable[PracticeSums],
    parts: Mapping[str, DistrictParts],
    reference: Reference,
    subordination: str | None = None,
) -> RegionUse:
    """Count by municipality what the reports that enter at a period come to."""
    entering = {(oktmo, part.report.report_id): part for oktmo, each in parts.items() for part in each.parts}
    by_district: defaultdict[str, list[PracticeSums]] = defaultdict(list)
    for row in sums:
        part = entering.get((row.district, row.report_id))
        if part and part.takes(row.subordination) and subordination in (None, row.subordination):
            by_district[row.district].append(row)
    districts = tuple(
        _district_use(parts[place.oktmo].narrowed(subordination), place.short, by_district[place.oktmo], reference)
        for place in reference.region.districts
    )
    return RegionUse(_region_use(districts, reference), districts)


def _district_use(parts: DistrictParts, name: str, rows: Iterable[PracticeSums], reference: Reference) -> DistrictUse:
    forms: defaultdict[str, Use] = defaultdict(Use)
    models: defaultdict[ModelKey, Use] = defaultdict(Use)
    no_form = no_model = 0
    knows_models = "monthly" in parts.layouts.values()
    for row in rows:
        use = Use(row.programmes, row.mentors, row.mentees)
        if row.form_code is None:
            no_form += row.mentees
        else:
            forms[row.form_code] = forms[row.form_code].plus(use)
        if row.form_code is None or not row.of_one_model:
            no_model += row.mentees
        else:
            key = _model_key(row.form_code, row.role_model, reference.forms)
            models[key] = models[key].plus(use)
    return DistrictUse(
        district=parts.district,
        name=name,
        as_of=parts.as_of,
        fresh=parts.fresh,
        knows_models=knows_models,
        kinds=frozenset(
            row.kind for part in parts.parts for row in part.rows if row.form is None and row.organisations > 0
        ),
        forms=dict(forms),
        models=dict(models) if knows_models else {},
        unassigned_to_forms=no_form,
        unassigned_to_models=no_model if knows_models else 0,
    )


def _model_key(form_code: str, role_model: str | None, forms: Forms) -> ModelKey:
    label = model_label(form_code, role_model, forms)
    own, unnamed = other_models(forms)
    return own if label == OWN_MODEL else unnamed if label == NO_MODEL else (form_code, label)


def _region_use(districts: Iterable[DistrictUse], reference: Reference) -> DistrictUse:
    every = tuple(districts)
    dates = [each.as_of for each in every if each.as_of]
    return DistrictUse(
        district=None,
        name=reference.region.facts.name,
        as_of=max(dates, default=None),
        fresh=all(each.fresh is True for each in every) if dates else None,
        knows_models=any(each.knows_models for each in every),
        kinds=frozenset().union(*(each.kinds for each in every)),
        forms=_sum([each.forms for each in every]),
        models=_sum([each.models for each in every]),
        unassigned_to_forms=sum(each.unassigned_to_forms for each in every),
        unassigned_to_models=sum(each.unassigned_to_models for each in every),
    )


def _sum(uses: Iterable[Mapping[Key, Use]]) -> dict[Key, Use]:
    summed: dict[Key, Use] = {}
    for each in uses:
        for key, use in each.items():
            summed[key] = summed.get(key, NOTHING).plus(use)
    return summed
