"""Forms and role models that nobody in a municipality uses, beside municipalities of like size that do."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cmn_core.analysis.like_municipalities import LikeMunicipality, MunicipalitySize, find_like
from cmn_core.analysis.practice_use import NOTHING, DistrictUse, ModelKey, RegionUse, Use, list_models
from cmn_core.reference import Reference
from cmn_core.store.programme_counts import PlannedCount
from cmn_core.wording import name_order


@dataclass(frozen=True, slots=True)
class LikeUse:
    """A municipality of like size and what the form or the role model comes to there."""

    municipality: LikeMunicipality
    use: Use


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """A form, or a role model of a form that is used, which no programme of the municipality follows."""

    form: str
    """Its code."""
    role_model: str | None
    """None: nobody uses the form, nor then any of its role models."""
    like: tuple[LikeUse, ...]
    """Municipalities of like size that use it, most mentees first."""
    districts: int
    """How many municipalities of the region use it."""
    planned: int
    """Programmes in the making of the municipality that plan it."""


@dataclass(frozen=True, slots=True)
class DistrictSpots:
    """What a municipality lacks."""

    use: DistrictUse
    size: MunicipalitySize | None
    like: tuple[LikeMunicipality, ...]
    forms: tuple[WhiteSpot, ...]
    models: tuple[WhiteSpot, ...]
    """Empty where the reports tell no role models."""
    unsuitable: tuple[str, ...]
    """Codes of forms that suit no kind of organisation that the reports name: no white spots."""

    @property
    def spots(self) -> tuple[WhiteSpot, ...]:
        """Forms, then role models."""
        return (*self.forms, *self.models)


def find_white_spots(
    use: RegionUse,
    sizes: Mapping[str, MunicipalitySize],
    reference: Reference,
    planned: Iterable[PlannedCount] = (),
    districts: Collection[str] | None = None,
) -> tuple[DistrictSpots, ...]:
    """Find what municipalities with a report lack, by name; `districts`: of these alone."""
    counted = {(each.district, each.form_code, each.role_model): each.programmes for each in planned}
    return tuple(
        _find_of_one(each, use, sizes, reference, counted)
        for each in sorted(use.told, key=lambda each: name_order(each.name))
        if districts is None or each.district in districts
    )


_Planned = Mapping[tuple[str, str, str | None], int]


def _find_of_one(
    own: DistrictUse, use: RegionUse, sizes: Mapping[str, MunicipalitySize], reference: Reference, planned: _Planned
) -> DistrictSpots:
    assert own.district
    like = find_like(own.district, sizes, reference)
    unused = [form for form in reference.forms.federal if not own.form(form.code).is_used]
    unsuitable = [form.code for form in unused if not own.kinds & set(form.suits)]
    lacked = [form.code for form in unused if form.code not in unsuitable]
    used = [form.code for form in reference.forms.federal if form not in unused]
    models = [key for key in list_models(reference.forms) if key[0] in used and not own.model(key).is_used]
    return DistrictSpots(
        use=own,
        size=sizes.get(own.district),
        like=like,
        forms=tuple(_form_spot(code, own.district, use, like, planned) for code in lacked),
        models=tuple(_model_spot(key, own.district, use, like, planned) for key in models) if own.knows_models else (),
        unsuitable=tuple(unsuitable),
    )


def _form_spot(code: str, oktmo: str, use: RegionUse, like: Iterable[LikeMunicipality], planned: _Planned) -> WhiteSpot:
    uses = {each.district: each.form(code) for each in use.told}
    return _spot(code, None, uses, like, planned.get((oktmo, code, None), 0))


def _model_spot(
    key: ModelKey, oktmo: str, use: RegionUse, like: Iterable[LikeMunicipality], planned: _Planned
) -> WhiteSpot:
    uses = {each.district: each.model(key) for each in use.telling_models}
    return _spot(*key, uses, like, planned.get((oktmo, *key), 0))


def _spot(
    form: str, role_model: str | None, uses: Mapping[str | None, Use], like: Iterable[LikeMunicipality], planned: int
) -> WhiteSpot:
    using = [LikeUse(each, uses[each.district]) for each in like if uses.get(each.district, NOTHING).is_used]
    using.sort(key=lambda each: (-each.use.mentees, -each.use.programmes, each.municipality.district))
    return WhiteSpot(form, role_model, tuple(using), sum(1 for each in uses.values() if each.is_used), planned)
