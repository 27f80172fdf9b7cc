"""Forms and role models of 33 municipalities: one without a report, one told by the expansion form, one carried."""

from datetime import date

from cmn_core.analysis.practice_use import DistrictUse, RegionUse, Use, list_models
from cmn_core.reference import shipped_reference

SILENT, UNTOLD, CARRIED = "Азовский", "Знаменский", "Омский"
_LARGE = Use(1284, 5400, 15832)


def make_uses() -> RegionUse:
    """Every municipality uses the first form and role model; г. Омск all of them."""
    reference = shipped_reference()
    forms, models = reference.forms.codes, list_models(reference.forms)
    districts = []
    for place in reference.region.districts:
        is_city = place.short == "г. Омск"
        used = {code: Use(2, 5, 20) for code in forms[: None if is_city else 1]}
        followed = {key: Use(1, 3, 1020) for key in models[: None if is_city else 1]}
        silent, untold = place.short == SILENT, place.short in (SILENT, UNTOLD)
        districts.append(
            DistrictUse(
                district=place.oktmo,
                name=place.short,
                as_of=None if silent else date(2020, 10, 1) if place.short == CARRIED else date(2020, 11, 1),
                fresh=None if silent else place.short != CARRIED,
                knows_models=not untold,
                kinds=frozenset({"school"}),
                forms={} if silent else used,
                models={} if untold else followed,
            )
        )
    region = DistrictUse(
        None, reference.region.facts.name, date(2020, 11, 1), False, True, frozenset({"school"}),
        {code: Use(64 if code == forms[0] else 2, 5, 640) for code in forms}, dict.fromkeys(models, _LARGE),
    )  # fmt: skip
    return RegionUse(region, tuple(districts))
