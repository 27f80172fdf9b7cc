"""What the parts of an organisation's card share: the section, the words on sums, the neighbours to choose from."""

from cmn_core.store.organisation_card import OrganisationCard
from cmn_core.store.organisations import known_organisations
from cmn_core.store.report_keys import describe_key
from cmn_core.wording import count_of, join_names
from pages._parts.database import CurrentData

OPENED = "organisation"
"""In the address: the number of the one that is shown."""
CODE = "organisations"
REPORTS = ("отчёт", "отчёта", "отчётов")
_MOST_NAMED = 4


def tell_reports(card: OrganisationCard, data: CurrentData) -> str:
    """Say whose sums are made anew."""
    if not card.reports:
        return "Ни один отчёт её не называет: числа не изменятся."
    names = list(dict.fromkeys(describe_key(report.key, data.reference) for report in card.reports))
    return f"Заново сложатся суммы ({count_of(len(names), *REPORTS)}): {join_names(names, _MOST_NAMED)}."


def list_others(card: OrganisationCard, data: CurrentData) -> dict[int, str]:
    known = known_organisations(data.database, card.facts.district)
    ordered = sorted(known, key=lambda item: item.name)
    return {item.organisation_id: item.name for item in ordered if item.organisation_id != card.organisation_id}
