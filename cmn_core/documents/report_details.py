"""The report's tables that read every row of the reports, by the names of their sheets."""

from cmn_core.analysis.role_models import list_role_models
from cmn_core.documents.monthly_tables import build_partners_table, build_role_models_table
from cmn_core.documents.quality_table import build_quality_table
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.shown_table import ShownTable

ROLE_MODELS_SHEET, PARTNERS_SHEET, QUALITY_SHEET = "Ролевые модели", "Перечень предприятий", "Качество данных"


def build_details(content: ReportContent) -> dict[str, ShownTable]:
    """Build the tables; role models and enterprises only where a monthly report entered."""
    tables = {}
    if content.has_monthly:
        practices, reference = content.practices_of("monthly"), content.reference
        models = list_role_models(practices, reference.forms)
        tables[ROLE_MODELS_SHEET] = build_role_models_table(models, reference)
        tables[PARTNERS_SHEET] = build_partners_table(practices, reference)
    qualities = [district.quality for district in content.districts if district.quality]
    tables[QUALITY_SHEET] = build_quality_table(qualities, content.period, content.reference)
    return tables
