"""`cmn practices`: rows by the names of the contract, worked by hand."""

import csv
import io

from tests.commands.answers import Cmn, WriteReport, assert_one_line

ROWS = (
    "МБОУ «Первая СОШ»;40;5;18;Вместе к успеху;ученик – ученик\n"
    ";;;;Рядом;студент – ученик\n"
    "МБОУ «Вторая СОШ»;22;0;6;Программа наставничества «Вместе к успеху!»;работодатель – ученик\n"
    "МБОУ «Третья СОШ»;7;1;2;=2+2;родитель – ребёнок\n"
)


def test_rows_by_the_names_of_the_contract(cmn: Cmn, report: WriteReport) -> None:
    cmn("import", report(ROWS), "--district", "Тарский", "--yes")
    answer = cmn("practices", "--json").object
    assert list(answer) == ["period", "practices", "totals", "accepted_only"]
    assert (answer["period"], answer["accepted_only"]) == ("2020-11", False)
    assert answer["totals"]["reported"] == {"programmes": 4, "organisations": 3, "mentors": 6, "mentees": 26}
    assert answer["totals"]["planned"] == {"programmes": 0, "organisations": 0, "mentors": 0, "mentees": 0}
    told = [
        (row["organisation"], row["programme"], row["same_as"], row["mentors"], row["mentees"], row["counted_for"])
        for row in answer["practices"]
    ]
    # The first school's 18 mentees stand for both its programmes.
    assert told == [
        ("МБОУ «Вторая СОШ»", "Программа наставничества «Вместе к успеху!»", "Вместе к успеху", 0, 6, 1),
        ("МБОУ «Первая СОШ»", "Вместе к успеху", "Вместе к успеху", 5, 18, 2),
        ("МБОУ «Третья СОШ»", "=2+2", "=2+2", 1, 2, 1),
        ("МБОУ «Первая СОШ»", "Рядом", "Рядом", None, None, 2),
    ]
    row = answer["practices"][1]
    named = ("district", "name", "kind", "subordination", "form_code", "mentoring_form")
    assert {name: row[name] for name in named} == {
        "district": "52654000",
        "name": "Тарский",
        "kind": "school",
        "subordination": "municipal",
        "form_code": "pupil_pupil",
        "mentoring_form": "Ученик – ученик",
    }  # fmt: skip
    assert (row["source"], row["as_of"], row["fresh"], row["shown"]) == ("report", "2020-11-23", True, False)
    rows = list(csv.DictReader(io.StringIO(cmn("practices", "--period", "2020-11", "--csv").out)))
    assert [list(line) for line in rows] == [list(row)] * 4
    human = cmn("practices", "--period", "2020-11").out.replace("\u00a0", " ")
    assert "Практики наставничества, ноябрь 2020" in human
    assert "Наставников 6, наставляемых 26 (участий, чел." in human


def test_one_municipality_and_accepted_reports_alone(cmn: Cmn, report: WriteReport) -> None:
    cmn("import", report(ROWS), "--district", "Тарский", "--yes")
    assert cmn("practices", "--district", "Омский", "--json").object["practices"] == []
    assert len(cmn("practices", "--district", "52654000", "--json").object["practices"]) == 4
    assert cmn("practices", "--accepted", "--json").object["practices"] == []


def test_misuse_is_told_in_a_line(cmn: Cmn) -> None:
    for wrong in (("--period", "ноябрь"), ("--district", "Нет такого"), ("--json", "--csv"), ()):
        answer = cmn("practices", *wrong)
        assert answer.code == 2
        assert_one_line(answer.err)
    assert "Отчётов в базе нет" in cmn("practices").err
