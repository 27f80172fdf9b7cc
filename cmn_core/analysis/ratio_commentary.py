"""Findings about form ratios in Russian sentences."""

from cmn_core.analysis.figure import FormShares
from cmn_core.analysis.measures import MEASURES, Measure, MeasureCode
from cmn_core.reference import Reference
from cmn_core.store.way_words import COUNTED_LABELS
from cmn_core.wording import count_of, format_count, format_date, format_share


def ratio_finding(shares: FormShares, measure: MeasureCode, reference: Reference) -> str:
    """Say which form leads and with what share; forms that lead together are named together."""
    words = MEASURES[measure]
    place = _place(shares, reference)
    if shares.as_of is None:
        return f"О формах наставничества {place} нет данных"
    if not shares.total:
        return f"В отчётах {place} на {format_date(shares.as_of)} нет {words.counted[2]}"
    most = max(shares.counts.values())
    leading = [form for form, count in shares.counts.items() if count == most]
    share = format_share(shares.shares_pct[leading[0]])
    counted = f"{share} {words.counted[2]} {place}"
    if len(leading) > 1:
        named = " и ".join(f"«{reference.forms.label(form)}»" for form in leading)
        return f"По {counted} {words.verb} в формах {named}"
    return _one_leads(leading[0], counted, words, reference)


def unassigned_sentence(shares: FormShares, reference: Reference) -> str | None:
    """Name the mentees that stand outside the 100 %; None where there are none."""
    if not shares.unassigned:
        return None
    people = count_of(shares.unassigned, *MEASURES["mentees"].counted)
    return f"Вне 100 %: {people} — {reference.forms.unassigned.label}"


def ratio_subtitle(shares: FormShares, measure: MeasureCode) -> str:
    """Say what is counted, of how many, in how many organisations and at which date, and if by accepted reports."""
    words = MEASURES[measure]
    told = words.describe(shares.layouts)
    parts = [told[:1].upper() + told[1:]]
    if shares.as_of:
        organisations = count_of(shares.organisations, "организация", "организации", "организаций")
        parts += [f"всего {format_count(shares.total)}", organisations, f"на {format_date(shares.as_of)}"]
    if shares.accepted_only:
        parts.append(COUNTED_LABELS[True])
    return "; ".join(parts)


def _one_leads(form: str, counted: str, words: Measure, reference: Reference) -> str:
    if form == reference.forms.unnamed.code:
        return f"У {counted} форма не указана"
    if form == reference.forms.own.code:
        return f"{counted} {words.verb} в собственных формах"
    return f"{counted} {words.verb} в форме «{reference.forms.label(form)}»"


def _place(shares: FormShares, reference: Reference) -> str:
    if shares.district is None:
        return reference.region.facts.short_genitive
    return reference.region.district(shares.district).genitive
