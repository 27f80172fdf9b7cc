"""Form ratios: how programmes, mentees or organisations spread over the mentoring forms."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from cmn_core.analysis.figure import FormRatios, FormShares
from cmn_core.analysis.indexed_facts import index_facts
from cmn_core.analysis.measures import MeasureCode
from cmn_core.analysis.parts import DistrictParts, select_indexed_parts
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import SumsRow, YearFacts

_COUNTED: dict[MeasureCode, Callable[[SumsRow], int]] = {
    "programmes": lambda row: row.programmes,
    "mentees": lambda row: row.form_mentees,
    "organisations": lambda row: row.organisations,
}


def compute_ratios(
    facts: YearFacts,
    reference: Reference,
    period: Period,
    measure: MeasureCode = "programmes",
    subordination: str | None = None,
) -> FormRatios:
    """Compute the form ratio of every municipality, by ОКТМО, and of the region at a period."""
    return _compute(
        select_indexed_parts(index_facts(facts), period, reference), reference, period, measure, subordination
    )


def compute_shares_pct(counts: dict[str, int]) -> dict[str, Decimal]:
    """Turn counts into per cent of their sum; empty where nothing is counted."""
    total = sum(counts.values())
    return {form: Decimal(count * 100) / total for form, count in counts.items()} if total else {}


def _compute(
    parts: dict[str, DistrictParts],
    reference: Reference,
    period: Period,
    measure: MeasureCode,
    subordination: str | None,
) -> FormRatios:
    districts = tuple(
        _district_shares(parts[place.oktmo].narrowed(subordination), place.short, measure, reference)
        for place in reference.region.districts
    )
    return FormRatios(period, measure, reference.forms.codes, districts, _region_shares(districts, reference))


def _district_shares(parts: DistrictParts, name: str, measure: MeasureCode, reference: Reference) -> FormShares:
    counts = dict.fromkeys(reference.forms.codes, 0)
    unassigned = organisations = 0
    for row in (row for part in parts.parts for row in part.rows):
        if row.form is None:
            organisations += row.organisations
            unassigned += row.unassigned_mentees if measure == "mentees" else 0
        else:
            counts[row.form if row.form in counts else reference.forms.own.code] += _COUNTED[measure](row)
    return FormShares(
        district=parts.district,
        name=name,
        counts=counts,
        shares_pct=compute_shares_pct(counts),
        unassigned=unassigned,
        organisations=organisations,
        total=sum(counts.values()),
        as_of=parts.as_of,
        fresh=parts.fresh,
        layouts=frozenset(parts.layouts.values()),
        accepted_only=parts.accepted_only,
    )


def _region_shares(districts: Sequence[FormShares], reference: Reference) -> FormShares:
    counts = {form: sum(shares.counts[form] for shares in districts) for form in reference.forms.codes}
    dates = [shares.as_of for shares in districts if shares.as_of]
    return FormShares(
        district=None,
        name=reference.region.facts.name,
        counts=counts,
        shares_pct=compute_shares_pct(counts),
        unassigned=sum(shares.unassigned for shares in districts),
        organisations=sum(shares.organisations for shares in districts),
        total=sum(counts.values()),
        as_of=max(dates, default=None),
        fresh=all(shares.fresh is True for shares in districts) if dates else None,
        layouts=frozenset().union(*(shares.layouts for shares in districts)),
        accepted_only=any(shares.accepted_only for shares in districts),
    )
