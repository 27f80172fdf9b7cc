"""The lists behind the drop-downs, on a hidden sheet and under names: organisations, and role models by form."""

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from cmn_core.documents.monthly_form.form_table import FormTable
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.intake.marks import LISTS_SHEET
from cmn_core.reference import Forms

ORGANISATIONS = "ЦМН_организации"
"""The organisations of the first sheet, down to the last one that is filled in."""
_FORMS = "ЦМН_формы"
_MODELS = "ЦМН_модели"
_OTHER = "другая форма"


def write_lists(workbook: Workbook, formats: SheetFormats, forms: Forms, organisations: FormTable) -> None:
    """Write a column of role models a form, the last one for every other form, and name the lists."""
    sheet = workbook.add_worksheet(LISTS_SHEET)
    sheet.hide()
    every = dict.fromkeys(model.label for form in forms.federal for model in form.role_models)
    columns = {form.label: [model.label for model in form.role_models] for form in forms.federal}
    columns[_OTHER] = list(every)
    text = formats.look(num_format="@")
    for place, (label, models) in enumerate(columns.items()):
        for row, words in enumerate((label, *models)):
            sheet.write_string(row, place, words, text)
    place = quote_sheetname(LISTS_SHEET)
    workbook.define_name(_FORMS, f"={place}!{xl_range_abs(0, 0, 0, len(columns) - 1)}")
    workbook.define_name(_MODELS, f"={place}!{xl_range_abs(1, 0, len(every), 0)}")
    workbook.define_name(ORGANISATIONS, f"={_down_to_last_filled(organisations)}")


def role_models_formula(form_cell: str, forms: Forms) -> str:
    """Return the list of the role models of the form in a cell; the column of other forms where it is none of ours."""
    column = f"IFERROR(MATCH({form_cell},{_FORMS},0),{len(forms.federal) + 1})-1"
    return f"=OFFSET({_MODELS},0,{column},COUNTA(OFFSET({_MODELS},0,{column})),1)"


def _down_to_last_filled(table: FormTable) -> str:
    """Reach over blank rows inside, which a count of filled cells would stop short of."""
    whole = table.whole("organisation")
    first = whole.partition(":")[0]
    last = f'SUMPRODUCT(MAX(({whole}<>"")*ROW({whole})))'
    return f"OFFSET({first},0,0,MAX(1,{last}-ROW({first})+1),1)"
