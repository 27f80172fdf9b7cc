"""`cmn indicators` and `cmn ratios`: figures by the names of the contract, worked by hand."""

import csv
import io
from pathlib import Path

from cmn_core.reference import shipped_reference
from tests.commands.answers import ROWS, Cmn, WriteReport

REFERENCE = shipped_reference()


def test_denominators_come_by_import_and_figures_by_the_names_of_the_contract(
    cmn: Cmn, report: WriteReport, tmp_path: Path
) -> None:
    cmn("import", report(), "--district", "Тарский", "--yes")
    population = tmp_path / "численность.csv"
    population.write_text(
        "Муниципалитет;ОКТМО;Год;Детей 10–19;Молодёжи 15–19;Молодых педагогов (0–3 года);Предприятий;Источник\n"
        "Тарский;52654000;2020;1000;;;;Росстат\n",
        encoding="utf-8",
    )
    saved = cmn("import", population, "--yes")
    assert (saved.code, saved.err) == (0, "")
    assert "численность на 2020 год, 1\u00a0значение, версия 1" in saved.out
    answer = cmn("indicators", "--period", "2020-11", "--json").object
    assert list(answer) == ["period", "snapshot", "figures", "accepted_only"]
    assert (answer["period"], answer["snapshot"]) == ("2020-11", None)
    assert len(answer["figures"]) == 33 * 7
    coverage = [figure for figure in answer["figures"] if figure["indicator"] == "coverage"]
    assert [figure["district"] for figure in coverage] == [district.oktmo for district in REFERENCE.region.districts]
    # 63 + 28 = 91 of 1 000 children: 9.1 %, 9 short of the 100 that the plan of 10 % asks for.
    assert coverage[26] == {
        "indicator": "coverage",
        "district": "52654000",
        "name": "Тарский",
        "organisation": None,
        "organisation_id": None,
        "numerator": 91,
        "denominator": 1000,
        "denominator_source": "Росстат",
        "value_pct": 9.1,
        "target_pct": 10.0,
        "gap_people": 9,
        "as_of": "2020-11-23",
        "fresh": True,
    }
    region = cmn("indicators", "--period", "2020-11", "--level", "region", "--json").object["figures"]
    assert len(region) == 7
    told = region[0]
    assert (told["district"], told["numerator"], told["denominator"], told["fresh_count"]) == (None, 91, 1000, 1)
    rows = list(csv.DictReader(io.StringIO(cmn("indicators", "--period", "2020-11", "--csv").out)))
    assert list(rows[0]) == list(coverage[0])
    assert len(rows) == 231
    human = cmn("indicators", "--period", "2020-11").out
    (line,) = [line for line in human.splitlines() if line.startswith("Тарский")]
    assert line.split() == ["Тарский", "91", "1", "000", "9,1", "%", "10", "%", "9", "23.11.2020"]


def test_ratios_by_the_names_of_the_contract(cmn: Cmn, report: WriteReport) -> None:
    rows = ROWS + ";;;;Мы вместе;родитель – ребёнок\nМБОУ «Третья СОШ»;1;0;0;Точка опоры;\n"
    cmn("import", report(rows), "--district", "Тарский", "--yes")
    answer = cmn("ratios", "--period", "2020-11", "--json").object
    assert list(answer) == ["period", "measure", "forms", "districts", "region", "accepted_only"]
    assert answer["forms"] == [
        "Ученик – ученик", "Учитель – учитель", "Студент – ученик", "Работодатель – ученик", "Работодатель – студент",
        "собственная форма", "форма не указана",
    ]  # fmt: skip
    assert [row["oktmo"] for row in answer["districts"]] == [item.oktmo for item in REFERENCE.region.districts]
    row = answer["districts"][26]
    assert list(row) == ["oktmo", "name", "counts", "shares_pct", "unassigned"]
    assert row["counts"] == dict(zip(answer["forms"], [1, 0, 0, 1, 0, 1, 1], strict=True))
    assert row["shares_pct"] == dict(zip(answer["forms"], [25.0, 0.0, 0.0, 25.0, 0.0, 25.0, 25.0], strict=True))
    assert answer["region"]["counts"] == row["counts"]
    # The second school's 6 mentees stand for two forms; the first's 18 for one, the third's 0 for none.
    mentees = cmn("ratios", "--period", "2020-11", "--measure", "mentees", "--json").object["districts"][26]
    assert (mentees["counts"]["Ученик – ученик"], mentees["unassigned"]) == (18, 6)
    lines = list(csv.DictReader(io.StringIO(cmn("ratios", "--period", "2020-11", "--csv").out)))
    assert len(lines) == 34 * 7
    assert "Тарский" in cmn("ratios", "--period", "2020-11").out
