"""Monthly forms of one month as they come by e-mail: the demonstration's municipalities, and every trouble."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from cmn_core.demo.form_sheets import Cells
from cmn_core.demo.monthly_forms import DemoMonthlyForm, fill_monthly_form
from cmn_core.demo.monthly_sheets import lay_monthly_form, write_monthly_workbook, write_plain_workbook
from cmn_core.demo.plan import read_plan
from cmn_core.demo.sent_reports import invent_participants
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.reference.layouts import Layout

NOVEMBER, DECEMBER = Period(2020, 11), Period(2020, 12)
_REFERENCE = shipped_reference()
_MADE = date(2021, 1, 11)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it hangs on a letter."""

    name: str
    content: bytes


@cache
def fill_forms(month: Period = DECEMBER) -> Mapping[str, DemoMonthlyForm]:
    """Fill every municipality's form for November; that of a later month has a pupil more in each school."""
    plan = read_plan()
    participants = invent_participants(plan, _REFERENCE)
    # Those of whom the demonstration has a monthly form of November come first.
    senders = [item.oktmo for item in sorted(plan.municipalities, key=lambda item: not item.sends_monthly(NOVEMBER))]
    forms = {sender: fill_monthly_form(plan, sender, NOVEMBER, participants.monthly[sender]) for sender in senders}
    if month == NOVEMBER:
        return forms
    return {sender: add_pupils(replace(form, period=month)) for sender, form in forms.items()}


def add_pupils(form: DemoMonthlyForm, more: int = 1) -> DemoMonthlyForm:
    """Return the form with so many pupils more in each organisation."""
    people = tuple((item, replace(counts, pupils_10_19=counts.pupils_10_19 + more)) for item, counts in form.people)
    return replace(form, people=people)


def write_template(form: DemoMonthlyForm) -> bytes:
    """Write the form into the product's own template, marks and all."""
    return write_monthly_workbook(form, _REFERENCE)


def write_plain(sheets: Mapping[str, Cells]) -> bytes:
    """Write sheets without the template's hidden marks."""
    return write_plain_workbook(sheets, _MADE)


def lay(form: DemoMonthlyForm) -> dict[str, Cells]:
    """Lay a form out, its first data row being the fifth of each sheet."""
    return {name: [list(row) for row in rows] for name, rows in lay_monthly_form(form, _REFERENCE).items()}


def put(rows: Cells, layout: Layout, field: str, value: object, row: int = 4) -> None:
    """Write a value into a column of a laid sheet; `row` counts from 0."""
    rows[row][[column.field for column in layout.columns].index(field)] = value  # type: ignore[index]


def make_troubles(forms: Mapping[str, DemoMonthlyForm]) -> Sequence[Attachment]:
    """Make a file of each trouble; the first eight municipalities are theirs."""
    layout = _REFERENCE.layouts.monthly
    people, practices = layout.organisations.sheet, layout.programmes.sheet
    first, second, third, fourth, fifth, sixth, seventh, eighth = list(forms.values())[:8]
    nameless = lay(third)
    for rows in nameless.values():
        rows[1] = []
    swapped = lay(fifth)
    stray = lay(sixth)
    stray[practices].append([*stray[practices][4]])
    put(stray[practices], layout.programmes, "organisation", "МБОУ «Нигде не названная СОШ»", -1)
    unsatisfied = lay(seventh)
    put(unsatisfied[people], layout.organisations, "satisfied_mentees", 9_999)
    return (
        Attachment("Отчёт.xlsx", write_template(first)),
        Attachment("Отчёт.xlsx", write_template(add_pupils(first))),
        Attachment("за ноябрь.xlsx", write_template(fill_forms(NOVEMBER)[second.sender])),
        Attachment("без меток.xlsx", write_plain(nameless)),
        Attachment("чужой шаблон.xlsx", write_template(replace(fourth, sender=eighth.sender))),
        Attachment("листы названы иначе.xlsx", write_plain({"Лист2": swapped[practices], "Лист1": swapped[people]})),
        Attachment("нигде не названа.xlsx", write_plain(stray)),
        Attachment("довольных больше.xlsx", write_plain(unsatisfied)),
        Attachment("резюме.docx", b"not a workbook at all"),
        Attachment("пустой.xlsx", b""),
    )


def make_pile(size: int = 40) -> list[Attachment]:
    """Make so many attachments: every trouble, a copy, and clean forms."""
    forms = fill_forms()
    names = {district.oktmo: district.short for district in _REFERENCE.region.districts}
    own = list(forms.values())
    clean = [Attachment(f"{names[form.sender]}.xlsx", write_template(form)) for form in own[7:]]
    copies = [Attachment(f"{item.name} (1)", item.content) for item in clean[:4]]
    return [*clean, *copies, *make_troubles(forms)][-size:]
