"""The report workbook of a period, of the region or of one municipality: gathered, written, named."""

from datetime import datetime

from cmn_core.period import Period
from cmn_core.reference import Region
from cmn_core.store.engine import Database


def make_report(
    database: Database, period: Period, district: str | None, made_at: datetime, *, accepted_only: bool = False
) -> bytes:
    """Write the workbook of the region, or of the municipality with this ОКТМО; `made_at` by the region's clock."""
    # What writes workbooks loads slowly: only those who ask for one wait.
    from cmn_core.documents.report_gathering import gather_report
    from cmn_core.documents.report_workbook import write_district_report, write_region_report

    content = gather_report(database, period, district, made_at, accepted_only=accepted_only)
    return write_district_report(content, district) if district else write_region_report(content)


def name_report(region: Region, period: Period, district: str | None) -> str:
    """Name the file."""
    place = region.district(district).short if district else region.facts.name
    return f"Отчёт ЦМН {place} {period}.xlsx"
