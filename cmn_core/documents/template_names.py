"""File names of the templates that are handed out."""

from datetime import date

from cmn_core.period import Period
from cmn_core.reference import District, Reference
from cmn_core.wording import format_date, format_period


def name_template(reference: Reference, label: str, district: District | None, day: date) -> str:
    """Name a template by its municipality, or the region, its form and the date of its figures."""
    place = district.short if district else reference.region.facts.short
    return f"{place} — {label.lower()} на {format_date(day)}.xlsx"


def name_monthly_template(reference: Reference, district: District | None, period: Period) -> str:
    """Name a month's template."""
    return name_template(reference, reference.layouts.monthly.label, district, period.closing_date)


def name_monthly_archive(reference: Reference, period: Period) -> str:
    """Name the archive with every municipality's template of a month."""
    return f"{reference.region.facts.short} — шаблоны за {format_period(period)}.zip"
