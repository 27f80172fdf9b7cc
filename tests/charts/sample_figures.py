"""Thirty-three hand-made municipalities: spread values, two carried forward, one without data, one over 100 %."""

from datetime import date
from decimal import Decimal

from cmn_core.analysis.figure import Figure, FormRatios, FormShares, IndicatorFigures, RegionFigure
from cmn_core.period import Period
from cmn_core.reference import shipped_reference

PERIOD = Period(2020, 10)
AS_OF = date(2020, 11, 1)
EARLIER = date(2020, 10, 1)
TARGET = Decimal(10)
CARRIED = {"52612000": EARLIER, "52644000": EARLIER}  # Знаменский, Омский
SILENT = "52657000"  # Усть-Ишимский
OVERFULL = "52639000"  # Нижнеомский
CHILDREN = 2000
PEOPLE = (
    158, 122, 196, 240, 182, 220, 174, 158, 262, 324, 230, 128, 146, 320, 226, 2084, 206,
    132, 170, 208, 164, 250, 208, 172, 240, 268, 100, 194, 199, 0, 124, 214, 236,
)  # fmt: skip


def make_figure(oktmo: str, name: str, people: int | None, **changes: object) -> Figure:
    """Make a figure of coverage over 2 000 children against a plan of 10 %."""
    known = people is not None
    parts = {
        "indicator": "coverage",
        "district": oktmo,
        "name": name,
        "period": PERIOD,
        "numerator": people,
        "denominator": CHILDREN,
        "denominator_source": "Росстат 2020",
        "value_pct": Decimal(people) * 100 / CHILDREN if people is not None else None,
        "target_pct": TARGET,
        "gap_people": max(0, 200 - people) if people is not None else None,
        "as_of": CARRIED.get(oktmo, AS_OF) if known else None,
        "fresh": oktmo not in CARRIED if known else None,
    }
    return Figure(**{**parts, **changes})


def make_figures(target_pct: Decimal | None = TARGET, **changes: object) -> IndicatorFigures:
    """Make the indicator's figures of all municipalities."""
    districts = tuple(
        make_figure(
            district.oktmo,
            district.short,
            None if district.oktmo == SILENT else people,
            target_pct=target_pct,
            **changes,
        )
        for district, people in zip(shipped_reference().region.districts, PEOPLE, strict=True)
    )
    region = RegionFigure(
        indicator="coverage",
        name="Омская область",
        period=PERIOD,
        numerator=6100,
        denominator=64000,
        denominator_source="Росстат 2020",
        value_pct=Decimal("9.53"),
        target_pct=target_pct,
        gap_people=300,
        as_of=AS_OF,
        fresh=False,
        fresh_count=30,
        district_count=33,
        reached_count=16,
    )
    return IndicatorFigures(region, districts)


def make_shares(district: str | None, name: str, counts: tuple[int, ...], **changes: object) -> FormShares:
    """Make a form ratio from counts in the reference's order."""
    codes = shipped_reference().forms.codes
    total = sum(counts)
    parts = {
        "district": district,
        "name": name,
        "counts": dict(zip(codes, counts, strict=True)),
        "shares_pct": {code: Decimal(count) * 100 / total for code, count in zip(codes, counts, strict=True)}
        if total
        else {},
        "unassigned": 0,
        "organisations": total // 2,
        "total": total,
        "as_of": CARRIED.get(district or "", AS_OF),
        "fresh": district not in CARRIED,
    }
    return FormShares(**{**parts, **changes})


def make_ratios(measure: str = "programmes") -> FormRatios:
    """Make the form ratios of all municipalities: the last but one has no programmes, the silent one no report."""
    districts = []
    for number, district in enumerate(shipped_reference().region.districts):
        counts = (
            12 + number * 7 % 11,
            3 + number % 5,
            number % 4,
            number * 3 % 6,
            number % 3,
            number % 7 // 5,
            number % 9 // 8,
        )
        changes: dict[str, object] = {}
        if district.oktmo == SILENT:
            counts, changes = (0,) * 7, {"as_of": None, "fresh": None}
        if district.oktmo == "52659000":
            counts = (0,) * 7
        if district.oktmo == "52654000":
            changes = {"unassigned": 3}
        districts.append(make_shares(district.oktmo, district.short, counts, **changes))
    codes = shipped_reference().forms.codes
    sums = tuple(sum(shares.counts[code] for shares in districts) for code in codes)
    region = make_shares(None, "Омская область", sums, unassigned=3, fresh=False)
    return FormRatios(PERIOD, measure, codes, tuple(districts), region)


def make_months(values: tuple[int | None, ...], **changes: object) -> list[Figure]:
    """Make one municipality's figures from June on, of 2 000 children; the fifth month is carried forward."""
    months = []
    for number, people in enumerate(values):
        period = Period(2020, 6 + number)
        parts: dict[str, object] = {"period": period, "as_of": period.closing_date, "fresh": True}
        if number == 4:
            parts |= {"as_of": period.closing_date.replace(month=period.month), "fresh": False}
        months.append(make_figure("52654000", "Тарский", people, **(parts | changes)))
    return months
