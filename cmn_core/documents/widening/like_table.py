"""Municipalities of like size side by side: what they reach, and with how many mentees of the forms lacking here."""

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.analysis.like_municipalities import describe_like_rule
from cmn_core.analysis.white_spots import DistrictSpots, WhiteSpot
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.reference import Reference
from cmn_core.wording import capital


def build_like_table(spots: DistrictSpots, figures: IndicatorFigures, reference: Reference) -> ShownTable:
    """Build a row a municipality of like size; `figures`: of the indicator that they are compared by."""
    indicator = reference.indicator(figures.region.indicator)
    return ShownTable(
        title="Чего достигли похожие по размеру муниципалитеты",
        subtitle=f"{capital(describe_like_rule(reference))}. Наставляемые — участия в программах, люди всех возрастов",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Детей 10–19 лет", "count"),
            TableColumn(f"{indicator.label}, %", "pct"),
            TableColumn("План, %", "pct"),
            TableColumn("Данные на", "date"),
            *(TableColumn(f"Наставляемых: {reference.forms.label(spot.form)}", "count") for spot in spots.forms),
        ),
        rows=tuple(
            (
                like.name,
                like.size.children,
                (figure := figures.of(like.district)).value_pct,
                figure.target_pct,
                figure.as_of,
                *(_count_mentees(spot, like.district) for spot in spots.forms),
            )
            for like in spots.like
        ),
        target_pct=figures.region.target_pct,
    )


def _count_mentees(spot: WhiteSpot, oktmo: str) -> int:
    return next((each.use.mentees for each in spot.like if each.municipality.district == oktmo), 0)
