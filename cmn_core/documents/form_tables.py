"""Tables of mentoring forms: all municipalities, one municipality, and forms of the organisations' own."""

from collections.abc import Iterable

from cmn_core.analysis.figure import FormRatios, FormShares
from cmn_core.analysis.measures import MeasureCode
from cmn_core.analysis.own_forms import OwnForm
from cmn_core.analysis.ratio_commentary import ratio_finding, ratio_subtitle
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn, TableValue
from cmn_core.reference import Reference

_UNITS: dict[MeasureCode, str] = {"programmes": "программ", "mentees": "чел.", "organisations": "пар"}


def build_ratio_table(
    ratios: FormRatios, districts: Iterable[FormShares], measure: MeasureCode, reference: Reference
) -> ShownTable:
    """Build the counts and shares of municipalities in the given order, under the region's."""
    every = (ratios.region, *districts)
    forms = [code for code in ratios.forms if any(shares.counts[code] for shares in every)]
    outside = any(shares.unassigned for shares in every)
    unit = _UNITS[measure]
    return ShownTable(
        title=ratio_finding(ratios.region, measure, reference),
        subtitle=ratio_subtitle(ratios.region, measure),
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn(f"Всего, {unit}", "count"),
            *(
                column
                for code in forms
                for column in (
                    TableColumn(f"{reference.forms.label(code)}, {unit}", "count"),
                    TableColumn(f"{reference.forms.label(code)}, %", "pct"),
                )
            ),
            *([TableColumn(f"{reference.forms.unassigned.label}, {unit}", "count")] if outside else []),
            TableColumn("Организаций", "count"),
            TableColumn("Данные на", "date"),
        ),
        rows=tuple(_ratio_row(shares, forms, outside=outside) for shares in every),
        totals=1,
    )


def build_shares_table(shares: FormShares, reference: Reference) -> ShownTable:
    """Build a row a form of one municipality's programmes."""
    return ShownTable(
        title=ratio_finding(shares, "programmes", reference),
        subtitle=ratio_subtitle(shares, "programmes"),
        columns=(TableColumn("Форма"), TableColumn("Программ", "count"), TableColumn("Доля, %", "pct")),
        rows=tuple(
            (reference.forms.label(code), count, shares.shares_pct.get(code)) for code, count in shares.counts.items()
        ),
    )


def build_own_forms_table(forms: Iterable[OwnForm]) -> ShownTable:
    """Build a row a form outside the reference, in the words of the reports, with its places."""
    return ShownTable(
        title="Собственные формы наставничества",
        subtitle="Формы вне справочника, словами отчётов в силе; собственные формы разрешены",
        columns=(
            TableColumn("Форма, как в отчётах"),
            TableColumn("Программ", "count"),
            TableColumn("Организаций", "count"),
            TableColumn("Где, программ"),
        ),
        rows=tuple(
            (
                form.words,
                form.programmes,
                form.organisations,
                ", ".join(f"{name} — {count}" for name, count in form.places),
            )
            for form in forms
        ),
    )


def _ratio_row(shares: FormShares, forms: Iterable[str], *, outside: bool) -> tuple[TableValue, ...]:
    counted = shares.as_of is not None
    cells: list[TableValue] = [shares.name, shares.total if counted else None]
    for code in forms:
        cells += [shares.counts[code] if counted else None, shares.shares_pct.get(code)]
    if outside:
        cells.append(shares.unassigned if counted else None)
    return (*cells, shares.organisations if counted else None, shares.as_of)
