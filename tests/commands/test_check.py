"""`cmn check`: one object by the names of the contract, exit codes, the annotated copy."""

from pathlib import Path

from tests.commands.answers import UNDATED, Cmn, WriteReport, assert_one_line


def test_check_prints_one_object_by_the_names_of_the_contract(cmn: Cmn, database: Path, report: WriteReport) -> None:
    answer = cmn("check", report(), "--json", "--district", "Тарский")
    assert (answer.code, answer.err) == (0, "")
    told = answer.object
    assert list(told) == [
        "file", "layout", "scope", "district", "period", "as_of", "dates", "rows", "problems", "totals", "seconds",
    ]  # fmt: skip
    assert told["seconds"] >= 0
    del told["seconds"]
    first, second = told.pop("rows")
    assert told == {
        "file": "отчёт.csv",
        "layout": "expansion",
        "scope": "municipal",
        "district": "52654000",
        "period": "2020-11",
        "as_of": "2020-11-23",
        "dates": ["2020-10-01", "2020-11-23"],
        "problems": [],
        # 40 + 22, 5 + 0, 18 + 6
        "totals": {"organisations": 2, "programmes": 2, "involved_before": 62, "added_mentors": 5, "added_mentees": 24},
    }
    assert first == {
        "sheet": None,
        "row": 5,
        "organisation": "МБОУ «Первая СОШ»",
        "involved_before": 40,
        "added_mentors": 5,
        "added_mentees": 18,
        "programme": "Вектор",
        "mentoring_form": "ученик – ученик",
    }
    assert second["row"] == 6
    assert not database.parent.exists()


def test_check_tells_errors_with_their_cells_and_exit_1(cmn: Cmn, report: WriteReport) -> None:
    path = report("МБОУ «Первая СОШ»;сорок;5;;Вектор;ученик – ученик\n")
    answer = cmn("check", path, "--json")
    assert answer.code == 1
    assert [list(problem) for problem in answer.object["problems"]] == [
        ["code", "severity", "sheet", "cell", "value", "message", "remedy"]
    ] * 2
    assert [(problem["cell"], problem["code"], problem["value"]) for problem in answer.object["problems"]] == [
        ("B5", "not_a_number", "сорок"),
        ("D5", "missing_count", None),
    ]
    row = answer.object["rows"][0]
    assert (row["involved_before"], row["added_mentors"], row["added_mentees"]) == (None, 5, None)
    human = cmn("check", path)
    assert human.code == 1
    assert "B5  ошибка: В столбце «Привлечено на первую дату»" in human.out
    assert human.out.endswith("Сохранить нельзя: 2\u00a0ошибки. Исправьте и проверьте снова.\n")


def test_check_compares_with_what_was_asked(cmn: Cmn, report: WriteReport) -> None:
    answer = cmn("check", report(), "--json", "--period", "2020-10")
    assert answer.code == 1
    assert [problem["code"] for problem in answer.object["problems"]] == ["period_mismatch"]
    assert answer.object["period"] == "2020-11"


def test_check_of_a_file_without_dates_is_no_error(cmn: Cmn, report: WriteReport) -> None:
    answer = cmn("check", report(heading=UNDATED), "--json")
    assert answer.code == 0
    assert (answer.object["period"], answer.object["as_of"], answer.object["dates"]) == (None, None, [])
    asked = cmn("check", report(heading=UNDATED), "--json", "--period", "2020-10")
    assert (asked.object["period"], asked.object["as_of"]) == ("2020-10", None)


def test_check_of_what_is_no_workbook(cmn: Cmn, tmp_path: Path) -> None:
    path = tmp_path / "письмо.xlsx"
    path.write_bytes(b"%PDF-1.7\n")
    answer = cmn("check", path, "--json")
    assert answer.code == 1
    assert answer.object["layout"] is None
    assert set(answer.object["totals"].values()) == {0}
    assert [problem["code"] for problem in answer.object["problems"]] == ["not_a_spreadsheet"]


def test_the_annotated_copy_has_the_same_problems(cmn: Cmn, report: WriteReport, tmp_path: Path) -> None:
    path = report("МБОУ «Первая СОШ»;-3;5;1;Вектор;ученик – ученик\n")
    copy = tmp_path / "с отметками.xlsx"
    assert cmn("check", path, "--annotated", copy).code == 1
    answer = cmn("check", copy, "--json")
    assert [(problem["cell"], problem["code"]) for problem in answer.object["problems"]] == [("B5", "negative_count")]


def test_an_output_that_cannot_be_written_is_named(cmn: Cmn, report: WriteReport, tmp_path: Path) -> None:
    path, copy = report(), tmp_path / "копия.xlsx"
    copy.write_bytes(b"before")
    (tmp_path / ".~lock.копия.xlsx#").touch()
    answer = cmn("check", path, "--annotated", copy)
    assert (answer.code, answer.out) == (2, "")
    assert_one_line(answer.err)
    assert f"Файл «{copy}» открыт в другой программе" in answer.err
    assert copy.read_bytes() == b"before"
    onto_itself = cmn("check", path, "--annotated", path)
    assert onto_itself.code == 2
    assert "сам исходный файл" in onto_itself.err
