"""Reports of a month that the demonstration has not seen, one a municipality, as workbooks."""

from dataclasses import replace
from datetime import date

from cmn_core.demo.form_workbooks import write_form_workbook
from cmn_core.demo.forms_of_month import DemoForm
from cmn_core.demo.plan import read_plan
from cmn_core.demo.sent_reports import fill_sender_form, invent_participants
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from tests.benchmarks.load.sending import SentFile

PERIOD = Period(2020, 12)
_DATES = (date(2020, 10, 1), date(2020, 12, 23))


def make_reports(scope: ScopeCode) -> list[SentFile]:
    """Write a workbook for every municipality that has organisations of the scope."""
    plan, reference = read_plan(), shipped_reference()
    participants = invent_participants(plan, reference)
    files = []
    for item in plan.municipalities:
        form = _grow(fill_sender_form(plan, participants, item.oktmo, scope, plan.story.last))
        if form.rows:
            name = f"{reference.region.district(item.oktmo).short}, {scope}, {PERIOD}.xlsx"
            files.append(SentFile(name, write_form_workbook(form, reference), item.oktmo))
    return files


def _grow(form: DemoForm) -> DemoForm:
    """Return the form a month later, everywhere with one more mentee."""
    rows = tuple(
        replace(row, counts=replace(row.counts, added_mentees=row.counts.added_mentees + 1)) if row.counts else row
        for row in form.rows
    )
    return replace(form, rows=rows, dates=_DATES, period=PERIOD)
