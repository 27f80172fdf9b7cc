"""Monthly templates filled in from the database: one municipality's, or all of a month in one archive."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from cmn_core.documents.monthly_form.prefilled import Prefilled, build_prefilled
from cmn_core.documents.template_monthly import write_monthly_template
from cmn_core.documents.template_names import name_monthly_template
from cmn_core.period import Period
from cmn_core.reference import District, Reference
from cmn_core.store.engine import Database
from cmn_core.store.organisations import known_organisations
from cmn_core.store.rows_reading import read_practices, read_report_organisations
from cmn_core.store.versions import ReportVersion, read_reports_of


def make_monthly_template(database: Database, reference: Reference, district: District, period: Period) -> bytes:
    """Write a municipality's template with its open organisations and what its last report says of them."""
    prefilled = gather_prefilled(database, reference, district, period)
    return write_monthly_template(reference, period=period, district=district, prefilled=prefilled)


def pack_monthly_templates(
    database: Database, reference: Reference, period: Period, on_progress: Callable[[float], None] = lambda share: None
) -> bytes:
    """Write every municipality's template of a month into one archive; `on_progress` hears the share done, 0–1."""
    districts = reference.region.districts
    buffer = BytesIO()
    # Workbooks are compressed already.
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for done, district in enumerate(districts, start=1):
            content = make_monthly_template(database, reference, district, period)
            archive.writestr(name_monthly_template(reference, district, period), content)
            on_progress(done / len(districts))
    return buffer.getvalue()


def gather_prefilled(database: Database, reference: Reference, district: District, period: Period) -> Prefilled:
    """Read the open organisations, and their contingent and programmes as last reported."""
    known = known_organisations(database, district.oktmo, open_in=period)
    last = _find_last(read_reports_of(database, district.oktmo), period)
    facts = [fact for report in last for fact in read_report_organisations(database, report.report_id)]
    practices = read_practices(database, district.oktmo, [report.report_id for report in last])
    return build_prefilled(known, facts, practices, reference.forms, reference.kinds)


def _find_last(versions: tuple[ReportVersion, ...], period: Period) -> list[ReportVersion]:
    """Return the last monthly report before the month, else the latest expansion forms, which name programmes too."""
    in_force = [version for version in versions if version.in_force and version.key.period <= period]
    monthly = [version for version in in_force if version.key.layout == "monthly" and version.key.period < period]
    expansion = [version for version in in_force if version.key.layout == "expansion"]
    found = monthly or expansion
    latest = max((version.key.period for version in found), default=None)
    return [version for version in found if version.key.period == latest]
