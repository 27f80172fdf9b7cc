"""`cmn template` and `cmn report`: the workbooks that commands write."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.answers import Cmn, WriteReport


def test_a_template_comes_back_rightly_filled(cmn: Cmn, database: Path, tmp_path: Path) -> None:
    out = tmp_path / "форма.xlsx"
    made = cmn(
        "template", "--layout", "expansion", "--district", "тар", "--dates", "01.10.2020", "2020-11-23", out
    )  # fmt: skip
    assert made.code == 0
    assert not database.exists()
    workbook = load_workbook(out)
    sheet = workbook.worksheets[0]
    for column, value in enumerate(["МБОУ «Первая СОШ»", 1, 2, 3, "Вектор", "ученик – ученик"], start=1):
        sheet.cell(6, column, value)
    workbook.save(out)
    told = cmn("check", out, "--json").object
    assert told["problems"] == []
    assert (told["district"], told["period"], told["scope"]) == ("52654000", "2020-11", "municipal")
    # The marks inside tell whose it is.
    assert cmn("import", out, "--yes").code == 0


def test_a_template_is_filled_with_the_known_organisations_of_its_scope(
    cmn: Cmn, report: WriteReport, tmp_path: Path
) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    cmn("import", report("БПОУ ОО «Тарский колледж»;1;1;1;Вектор;студент – ученик\n", name="г.csv"),
        "--district", "Тарский", "--scope", "state", "--yes")  # fmt: skip
    names = {}
    for scope in ("municipal", "state", "all"):
        out = tmp_path / f"{scope}.xlsx"
        cmn("template", out, "--layout", "expansion", "--district", "Тарский", "--period", "2020-12", "--scope", scope)
        sheet = load_workbook(out).worksheets[0]
        names[scope] = [cell.value for cell in sheet["A"][5:] if cell.value]
        assert "01.12.2020" in str(sheet["B4"].value)
    schools = ["МБОУ «Первая СОШ»", "МБОУ «Вторая СОШ»"]
    assert names == {
        "municipal": schools,
        "state": ["БПОУ ОО «Тарский колледж»"],
        "all": [*schools, "БПОУ ОО «Тарский колледж»"],
    }


def test_a_monthly_template_names_the_programmes_of_the_last_form(
    cmn: Cmn, report: WriteReport, tmp_path: Path
) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    out = tmp_path / "месяц.xlsx"
    assert cmn("template", out, "--layout", "monthly", "--district", "Тарский", "--period", "2020-12").code == 0
    organisations, programmes = load_workbook(out).worksheets[:2]
    assert organisations["A1"].value == "Ежемесячный отчёт о внедрении Целевой модели наставничества на 01.01.2021"
    assert [cell.value for cell in organisations["A"][4:] if cell.value] == ["МБОУ «Первая СОШ»", "МБОУ «Вторая СОШ»"]
    assert [cell.value for cell in programmes[5]][:3] == ["МБОУ «Первая СОШ»", "Вектор", "Ученик – ученик"]


def test_a_monthly_template_needs_no_database_and_no_month(cmn: Cmn, database: Path, tmp_path: Path) -> None:
    out = tmp_path / "пустой.xlsx"
    assert cmn("template", out, "--layout", "monthly").code == 0
    assert not database.exists()
    organisations = load_workbook(out).worksheets[0]
    assert organisations["A2"].value == "Омская область"
    assert not [cell.value for cell in organisations["A"][4:] if cell.value]


def test_a_report_is_written(cmn: Cmn, report: WriteReport, tmp_path: Path) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    for name, district in (("область.xlsx", []), ("район.xlsx", ["--district", "Тарский"])):
        answer = cmn("report", "--period", "2020-11", *district, tmp_path / name)
        assert (answer.code, answer.err) == (0, "")
        assert (tmp_path / name).read_bytes()[:2] == b"PK"


def test_a_failed_write_leaves_the_old_file_and_no_part(
    cmn: Cmn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "форма.xlsx"
    out.write_bytes(b"before")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    answer = cmn("template", out, "--layout", "population", "--period", "2020-11")
    assert answer.code == 2
    assert "открыт в другой программе" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["форма.xlsx"]
    assert out.read_bytes() == b"before"
