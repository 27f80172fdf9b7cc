"""`cmn programme`: whose programme, made of what, written where."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from cmn_core.commands.organisation_words import find_organisation
from cmn_core.documents.programme import template
from cmn_core.documents.programme.archive import tell_apart, zip_programmes
from cmn_core.errors import CmnError, UsageError
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_key
from cmn_core.programme.opening import keep_form, keep_own_model, open_programme
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.programmes import delete_programme, start_programme
from tests.commands.answers import Cmn, WriteReport, assert_one_line
from tests.programme.made_programmes import SCHOOL
from tests.store.made_readings import NOW

MONTHLY = Path(__file__).parents[1] / "data" / "monthly" / "month_clean.xlsx"
FIRST, SECOND = "МБОУ «Первая СОШ»", "МБОУ «Вторая СОШ»"
BY = Author("Методист", NOW)
REFERENCE = shipped_reference()


@pytest.fixture
def schools(cmn: Cmn, report: WriteReport) -> None:
    """Save a report of two schools of Тарский, one of them of Омск too."""
    cmn("import", report(), "--district", "Тарский", "--yes")
    cmn(
        "import",
        report("МБОУ «Первая СОШ»;1;1;1;Вектор;ученик – ученик\n", name="о.csv"),
        "--district",
        "Омск",
        "--yes",
    )


def texts(path: Path, style: str) -> list[str]:
    return [paragraph.text for paragraph in Document(path).paragraphs if paragraph.style.name == style]


def numbers(database: Path) -> dict[str, list[int]]:
    from cmn_core.store.organisations import known_organisations

    opened = open_database(f"sqlite:///{database}")
    found: dict[str, list[int]] = {}
    for item in known_organisations(opened):
        found.setdefault(item.name, []).append(item.organisation_id)
    opened.close()
    return found


def draft(database: Path, number: int, name: str, model: str) -> int:
    opened = open_database(f"sqlite:///{database}")
    programme = keep_form(open_programme(SCHOOL, REFERENCE, 2020), REFERENCE, "pupil_pupil")
    programme = keep_own_model(programme, REFERENCE, "pupil_pupil", model)
    made = start_programme(opened, number, name, programme, BY)
    opened.close()
    return made


@pytest.mark.usefixtures("schools")
def test_a_name_in_any_spelling_and_its_part_find_the_organisation(cmn: Cmn, tmp_path: Path) -> None:
    spellings = (
        "Муниципальное бюджетное общеобразовательное учреждение «Вторая средняя общеобразовательная школа»",
        "мбоу вт", "Вторая", "вторая сош",
    )  # fmt: skip
    for place, words in enumerate(spellings):
        out = tmp_path / f"{place}.docx"
        answer = cmn("programme", words, out)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out == f"Программа записана: {out}\n"
        assert SECOND in texts(out, "Subtitle")


@pytest.mark.usefixtures("schools")
def test_without_a_draft_it_is_what_the_organisation_reports(cmn: Cmn, tmp_path: Path) -> None:
    out = tmp_path / "программа.docx"
    assert cmn("programme", FIRST, out, "--district", "Тарский").code == 0
    table = next(each for each in Document(out).tables if each.rows[0].cells[0].text == "Форма наставничества")
    assert [row.cells[0].text for row in table.rows] == ["Форма наставничества", "Ученик – ученик"]
    assert "на 2020/2021 учебный год" in texts(out, "Subtitle")
    assert "Сложившиеся практики: «Вектор»." in texts(out, "Body Text")


def test_role_models_of_a_monthly_report_stand_in_the_workbook(cmn: Cmn, tmp_path: Path) -> None:
    cmn("import", MONTHLY, "--district", "Тарский", "--yes")
    out = tmp_path / "модели.xlsx"
    assert cmn("programme", "Тарский колледж", out).code == 0
    sheet = load_workbook(out).active
    assert sheet["A1"].value.endswith("БПОУ «Тарский колледж»")
    assert sheet["A4"].value == "Работодатель – студент"
    assert sheet["B4"].value.startswith("«коллега – будущий коллега»")


@pytest.mark.usefixtures("schools")
def test_words_that_mean_several_are_refused_with_the_candidates(cmn: Cmn, database: Path, tmp_path: Path) -> None:
    first = numbers(database)[FIRST]
    assert len(first) == 2
    answer = cmn("programme", FIRST, tmp_path / "а.docx")
    assert answer.code == 2
    assert_one_line(answer.err)
    for number, place in zip(sorted(first), ("Тарский", "г. Омск"), strict=True):
        assert f"{number} {FIRST} ({place})" in answer.err
    assert cmn("programme", str(first[0]), tmp_path / "а.docx").code == 0
    assert cmn("programme", "СОШ", tmp_path / "б.docx", "--district", "Тарский").code == 2


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("words", ["Третья", "", "«»", "999"])
def test_words_that_mean_none_are_refused(cmn: Cmn, tmp_path: Path, words: str) -> None:
    answer = cmn("programme", words, tmp_path / "а.docx")
    assert answer.code == 2
    assert "не найдена" in answer.err
    assert not (tmp_path / "а.docx").exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Омская СОШ № 1", 1), ("СОШ №12", 2), ("гимназия", 3), ("МБОУ «Омская СОШ № 1»", 1), ("2", 2),
        ("дом  творчества", 4), ("творч", 4), ("Старое название", 3),
    ],
)  # fmt: skip
def test_the_narrower_meaning_goes_first(words: str, found: int) -> None:
    names = ("МБОУ «Омская СОШ № 1»", "МБОУ «Омская СОШ № 12»", "БОУ «Гимназия № 2»", "МБУ ДО «Дом творчества»")
    known = [
        KnownOrganisation(
            number,
            name,
            name_key(name),
            "52701000",
            "school",
            "municipal",
            (name_key("Старое название"),) * (number == 3),
        )
        for number, name in enumerate(names, 1)
    ]
    assert find_organisation(words, known, REFERENCE.region).organisation_id == found
    with pytest.raises(UsageError, match=r"1 МБОУ «Омская СОШ № 1» .*, 2 МБОУ «Омская СОШ № 12»"):
        find_organisation("Омская", known, REFERENCE.region)


def test_an_empty_database_says_what_comes_first(cmn: Cmn, tmp_path: Path) -> None:
    answer = cmn("programme", "Первая", tmp_path / "а.docx")
    assert answer.code == 2
    assert "Организаций в базе пока нет" in answer.err


@pytest.mark.usefixtures("schools")
def test_a_draft_is_found_by_its_name_alone(cmn: Cmn, database: Path, tmp_path: Path) -> None:
    (number,) = numbers(database)[SECOND]
    draft(database, number, "На этот год", "мудрец – странник")
    draft(database, number, "Иной", "маяк – корабль")
    out = tmp_path / "а.xlsx"
    assert cmn("programme", str(number), out, "--draft", "на этот ГОД").code == 0
    assert load_workbook(out).active["B4"].value.startswith("«мудрец – странник»")
    unknown = cmn("programme", str(number), out, "--draft", "Прошлый")
    assert unknown.code == 2
    assert "Есть: «Иной», «На этот год»" in unknown.err


@pytest.mark.usefixtures("schools")
def test_a_file_that_cannot_be_written_is_named(cmn: Cmn, tmp_path: Path) -> None:
    out = tmp_path / "программа.docx"
    out.write_bytes(b"before")
    (tmp_path / "~$ограмма.docx").write_bytes(b"")
    answer = cmn("programme", SECOND, out)
    assert answer.code == 2
    assert f"«{out}» открыт в другой программе" in answer.err
    assert out.read_bytes() == b"before"
    assert "нужно имя с окончанием" in cmn("programme", SECOND, tmp_path / "а.pdf").err


@pytest.mark.usefixtures("schools")
def test_a_damaged_template_is_one_line(cmn: Cmn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "свой.docx"
    own.write_bytes(b"broken")
    monkeypatch.setattr(template, "OWN_TEMPLATE", own)
    answer = cmn("programme", SECOND, tmp_path / "а.docx")
    assert answer.code == 1
    assert_one_line(answer.err)
    assert str(own) in answer.err


@pytest.mark.usefixtures("schools")
def test_a_municipalitys_programmes_are_one_archive(database: Path) -> None:
    known, heard = numbers(database), list[float]()
    (second,) = known[SECOND]
    for name in ("План", "план", 'А/Б: "В"'):
        draft(database, second, name, "мудрец – странник")
    gone = draft(database, second, "Удалённая", "мудрец – странник")
    opened = open_database(f"sqlite:///{database}")
    delete_programme(opened, gone, BY)
    place = REFERENCE.region.district("52654000")
    content = zip_programmes(opened, REFERENCE, place, heard.append)
    with ZipFile(BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == [
            "МБОУ «Вторая СОШ» — А Б В.docx",
            "МБОУ «Вторая СОШ» — План.docx",
            "МБОУ «Вторая СОШ» — план (2).docx",
        ]
        document = Document(BytesIO(archive.read("МБОУ «Вторая СОШ» — План.docx")))
    assert "Пояснительная записка" in [paragraph.text for paragraph in document.paragraphs]
    assert heard == [pytest.approx(share) for share in (1 / 3, 2 / 3, 1)]
    with pytest.raises(CmnError, match="ни одной программы"):
        zip_programmes(opened, REFERENCE, REFERENCE.region.district("52701000"))
    opened.close()


def test_names_in_an_archive_are_told_apart() -> None:
    assert list(tell_apart(["а.docx", "А.docx", "а (2).docx", "а.docx"])) == [
        "а.docx", "А (2).docx", "а (2) (2).docx", "а (3).docx",
    ]  # fmt: skip
