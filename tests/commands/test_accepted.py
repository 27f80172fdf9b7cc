"""`--accepted`: figures of the accepted reports alone; the answer and the workbook say which reports they stand on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cmn_core.documents.report_method import METHOD_SHEET
from cmn_core.documents.report_summary import SUMMARY_SHEET
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.reports import accept_report, read_reports_of
from tests.commands.answers import ROWS, Cmn, WriteReport

PERIOD = ("--period", "2020-11")


@pytest.fixture
def one_accepted(cmn: Cmn, report: WriteReport, database: Path) -> None:
    """Send the reports of two municipalities; accept the first one's."""
    cmn("import", report(), "--district", "Тарский", "--yes")
    cmn("import", report(), "--district", "Тюкалинский", "--yes")
    opened = open_database(f"sqlite:///{database}")
    (sent,) = read_reports_of(opened, "52654000")
    accept_report(opened, sent.report_id, by=Author("Петрова", datetime(2020, 12, 5, tzinfo=UTC)))
    opened.close()


@pytest.mark.usefixtures("one_accepted")
def test_figures_of_accepted_reports_alone(cmn: Cmn) -> None:
    for level, of_one in (("region", 91), ("district", 91), ("organisation", 63)):
        sent = cmn("indicators", *PERIOD, "--level", level, "--json").object
        accepted = cmn("indicators", *PERIOD, "--level", level, "--accepted", "--json").object
        assert (sent["accepted_only"], accepted["accepted_only"]) == (False, True)
        told = [
            [figure["numerator"] for figure in answer["figures"] if figure["indicator"] == "coverage"]
            for answer in (sent, accepted)
        ]
        both, alone = ([number for number in numbers if number is not None] for numbers in told)
        assert (sum(both), sum(alone)) == (182, 91)
        assert of_one in (alone if level != "region" else [sum(alone)])
    human = cmn("indicators", *PERIOD, "--accepted").out
    assert "Посчитано по принятым отчётам." in human
    assert "Посчитано по отправленным и принятым отчётам." in cmn("indicators", *PERIOD).out


@pytest.mark.usefixtures("one_accepted")
def test_a_closed_report_takes_no_new_version(cmn: Cmn, report: WriteReport) -> None:
    again = report(ROWS + "МБОУ «Третья СОШ»;1;0;0;Точка опоры;\n", name="ещё.csv")
    refused = cmn("import", again, "--district", "Тарский", "--yes")
    assert refused.code == 1
    assert refused.err.startswith("Отчёт принят и закрыт: Петрова, 05.12.2020 06:00.")


@pytest.mark.usefixtures("one_accepted")
def test_ratios_of_accepted_reports_alone(cmn: Cmn) -> None:
    sent, accepted = (cmn("ratios", *PERIOD, *words, "--json").object for words in ((), ("--accepted",)))
    assert (sent["accepted_only"], accepted["accepted_only"]) == (False, True)
    both, alone = (sum(answer["region"]["counts"].values()) for answer in (sent, accepted))
    assert both == 2 * alone > 0
    assert cmn("ratios", *PERIOD, "--accepted").out.endswith("Посчитано по принятым отчётам.\n")


@pytest.mark.usefixtures("one_accepted")
@pytest.mark.parametrize(
    ("words", "counted"), [((), "по отправленным и принятым отчётам"), (("--accepted",), "по принятым отчётам")]
)
def test_the_workbook_says_which_reports_it_counts(
    cmn: Cmn, tmp_path: Path, words: tuple[str, ...], counted: str
) -> None:
    out = tmp_path / "отчёт.xlsx"
    assert cmn("report", *PERIOD, *words, out).code == 0
    book = load_workbook(out)
    for sheet in (SUMMARY_SHEET, METHOD_SHEET):
        told = [str(cell.value) for line in book[sheet].iter_rows() for cell in line if cell.value]
        assert any(f" {counted}" in text for text in told), sheet
