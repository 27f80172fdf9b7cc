"""Templates from the database: what the last report leaves to be filled in, and a whole month in one archive."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cmn_core.documents.monthly_templates import gather_prefilled, pack_monthly_templates
from cmn_core.intake.read_report import read_report
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import open_database
from cmn_core.store.reports import Decisions, save_report
from tests.documents.test_monthly_round_trip import ORGANISATIONS, PROGRAMMES, fill, template

REFERENCE = shipped_reference()
TARA = REFERENCE.region.find_district("Тарский")
NOVEMBER = Period(2020, 11)


@pytest.fixture
def database(tmp_path):
    opened = open_database(f"sqlite:///{tmp_path / 'cmn.sqlite3'}")
    content = fill(template())
    decisions = Decisions(TARA.oktmo, "all", "monthly", NOVEMBER, NOVEMBER.closing_date, "Тара", confirmed=True)
    save_report(opened, read_report(content, "a.xlsx"), content, decisions, now=datetime(2020, 12, 2, 9, 0))
    yield opened
    opened.close()


@pytest.mark.parametrize("month", [Period(2020, 12), Period(2021, 1)])
def test_the_next_month_has_contingent_and_programmes_of_the_last_report(database, month):
    prefilled = gather_prefilled(database, REFERENCE, TARA, month)
    stated = [(row.organisation, row.pupils_10_19, row.pupils_15_19) for row in prefilled.organisations]
    assert stated == [(row.organisation, row.pupils_10_19, row.pupils_15_19) for row in ORGANISATIONS]
    fields = ("organisation", "programme", "mentoring_form", "role_model", "partner", "start_date")
    named = [tuple(getattr(row, field) for field in fields) for row in prefilled.programmes]
    assert named == [tuple(getattr(row, field) for field in fields) for row in PROGRAMMES]


def test_the_month_itself_has_nothing_of_its_own_report(database):
    prefilled = gather_prefilled(database, REFERENCE, TARA, NOVEMBER)
    assert {row.pupils_10_19 for row in prefilled.organisations} == {None}
    assert prefilled.programmes == ()


def test_all_templates_of_a_month_lie_in_one_archive(database):
    told = []
    content = pack_monthly_templates(database, REFERENCE, Period(2020, 12), told.append)
    assert (len(told), told[-1]) == (33, 1.0)
    with ZipFile(BytesIO(content)) as archive:
        assert len(archive.namelist()) == 33
        of_tara = archive.read("Тарский — ежемесячный отчёт на 01.01.2021.xlsx")
    sheet = load_workbook(BytesIO(of_tara)).worksheets[0]
    assert [cell.value for cell in sheet["A"][4:] if cell.value] == [row.organisation for row in ORGANISATIONS]
