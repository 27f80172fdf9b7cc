"""Whose reports a person may send: what the upload page offers to choose from."""

from pages._parts.database import CurrentData

REGION = "region"
"""Stands for the region's own form."""


def list_senders(data: CurrentData) -> dict[str, str]:
    """Return the words that people see by ОКТМО, in their order; the region stands last, for who may send for it."""
    person, region = data.database.actor.person, data.reference.region
    words = {
        district.oktmo: district.short
        for district in sorted(region.districts, key=lambda district: district.short.removeprefix("г. "))
        if person.may("send_reports", district.oktmo)
    }
    return words | ({REGION: f"{region.facts.short} целиком"} if sends_for_all(data) else {})


def sends_for_all(data: CurrentData) -> bool:
    """Tell whether the person may send any report of the region."""
    return data.database.actor.person.may("send_reports")


def keeps_population(data: CurrentData) -> bool:
    """Tell whether the person may change «Численность»: municipalities are judged by it, so it is the centre's."""
    return data.database.actor.person.may("keep_settings")
