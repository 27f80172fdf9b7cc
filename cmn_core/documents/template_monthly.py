"""The monthly form as a workbook: a municipality's people and programmes, pre-filled, ready to be filled in."""

from xlsxwriter import Workbook

from cmn_core.documents.input_rules import date_rule, form_rule, listed_rule, role_model_rule, whole_number_rule
from cmn_core.documents.monthly_form.example import write_monthly_guide
from cmn_core.documents.monthly_form.form_table import DATE_FIELDS, TEXT_FIELDS, FormHead, FormTable, write_form_table
from cmn_core.documents.monthly_form.hints import add_hints
from cmn_core.documents.monthly_form.lists_sheet import ORGANISATIONS, role_models_formula, write_lists
from cmn_core.documents.monthly_form.prefilled import Prefilled
from cmn_core.documents.template_marks import write_marks
from cmn_core.documents.xlsx_sheets import SheetFormats, write_workbook
from cmn_core.period import Period
from cmn_core.reference import District, Reference
from cmn_core.reference.layouts import monthly_captions
from cmn_core.wording import format_date

SPARE_ORGANISATIONS = 20
"""Empty rows drawn under the organisations …"""
SPARE_PROGRAMMES = 60
"""… and under the programmes; what is written or pasted below them is read all the same."""
_WIDTHS = {
    "organisation": 40, "kind": 14, "pupils_10_19": 12.5, "pupils_15_19": 8, "young_teachers": 15, "involved": 11.5,
    "mentees": 14.5, "mentors": 13, "mentors_15_19": 8, "young_mentees": 15.5, "surveyed_mentees": 14.5,
    "satisfied_mentees": 15.5, "surveyed_mentors": 13, "satisfied_mentors": 15.5,
    "programme": 34, "mentoring_form": 23, "role_model": 38, "mentees_10_19": 14, "partner": 30, "start_date": 13,
}  # fmt: skip
_PEOPLE_NOTE = "Люди с начала года: каждый в организации один раз. Если никого нет, впишите 0."
_PROGRAMMES_NOTE = (
    "Участия с начала года: программа – строка, человек в двух программах стоит в обеих. Если никого нет, впишите 0."
)


def write_monthly_template(
    reference: Reference, *, period: Period, district: District | None = None, prefilled: Prefilled | None = None
) -> bytes:
    """Write the monthly form of a municipality; without one or without `prefilled` it names no organisation."""
    layout, forms = reference.layouts.monthly, reference.forms
    known = prefilled or Prefilled()

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        captions = monthly_captions(layout, reference.limits.satisfaction_threshold)
        organisations = write_form_table(
            workbook, formats, layout.organisations, captions.organisations,
            _head(reference, district, period, _PEOPLE_NOTE),
            widths=_WIDTHS, rows=known.organisations, spare_rows=SPARE_ORGANISATIONS,
        )  # fmt: skip
        programmes = write_form_table(
            workbook, formats, layout.programmes, captions.programmes,
            _head(reference, district, period, _PROGRAMMES_NOTE),
            widths=_WIDTHS, rows=known.programmes, spare_rows=SPARE_PROGRAMMES,
        )  # fmt: skip
        write_monthly_guide(workbook, formats, reference)
        write_lists(workbook, formats, forms, organisations)
        _restrict(organisations, programmes, reference, period)
        add_hints(workbook, formats, organisations, programmes)
        write_marks(
            workbook,
            layout="monthly",
            version=layout.version,
            oktmo=district.oktmo if district else None,
            period=str(period),
        )

    return write_workbook(reference.palette, fill)


def monthly_title(reference: Reference, period: Period) -> str:
    """Return the title over both tables, with the date that the figures are given on."""
    return f"{reference.layouts.monthly.title} на {format_date(period.closing_date)}"


def _head(reference: Reference, district: District | None, period: Period, note: str) -> FormHead:
    place = district.name if district else reference.region.facts.name
    return FormHead(monthly_title(reference, period), place, note)


def _restrict(organisations: FormTable, programmes: FormTable, reference: Reference, period: Period) -> None:
    kinds = [kind.label for kind in reference.kinds.kinds]
    organisations.restrict("kind", listed_rule(kinds, "Нужен вид из списка", f"Выберите вид: {', '.join(kinds)}."))
    programmes.restrict(
        "organisation",
        listed_rule(
            f"={ORGANISATIONS}",
            "Нужна организация из списка",
            f"Выберите организацию из списка. Новую сначала впишите на лист «{organisations.name}».",
        ),
    )
    programmes.restrict("mentoring_form", form_rule(reference.forms))
    models = role_models_formula(programmes.cell("mentoring_form"), reference.forms)
    programmes.restrict("role_model", role_model_rule(models))
    programmes.restrict("start_date", date_rule(period.closing_date))
    for table in (organisations, programmes):
        for field in table.fields:
            if field not in TEXT_FIELDS | DATE_FIELDS:
                table.restrict(field, whole_number_rule())
