"""The table of every organisation's own shares and surveys, from the monthly reports of all municipalities."""

from cmn_core.documents.organisation_columns import list_share_columns, list_survey_columns
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.wording import count_of

SHARES_SHEET = "Доли организаций"


def build_own_shares_table(content: ReportContent) -> ShownTable:
    """Build a row an organisation that reported by the monthly form."""
    layouts = content.layouts
    columns = (
        *list_survey_columns({"monthly"}, content.reference),
        *list_share_columns({"monthly"}, content.reference),
    )
    listed = [
        (content.reference.region.district(district.oktmo).short, facts)
        for district in content.districts
        for facts in sorted(district.organisations, key=lambda facts: facts.name.lower())
        if layouts[facts.report_id] == "monthly"
    ]
    return ShownTable(
        title=f"Свои доли показали {count_of(len(listed), 'организация', 'организации', 'организаций')}",
        subtitle="От своего контингента и от ответивших на опрос, %; план — для муниципалитета, не для организации; "
        "пусто — делить не на что",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Организация"),
            *(TableColumn(column.caption, column.kind) for column in columns),
        ),
        rows=tuple((name, facts.name, *(column.value(facts, layouts) for column in columns)) for name, facts in listed),
    )
