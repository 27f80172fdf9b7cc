"""Whose report a file is: its own words, else its organisations, else a question."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.sender_guess import guess_sender
from tests.intake.expansion_sheets import HEADING, form_sheet, read_sheets

OMSK, TARA, ZNAMENSKOYE = "52701000", "52654000", "52612000"
LINE = [1, 2, 3, "Путь", "ученик – ученик"]


def known(name: str, district: str, *aliases: str) -> KnownOrganisation:
    spellings = tuple(name_key(alias) for alias in aliases)
    return KnownOrganisation(hash((name, district)), name, name_key(name), district, "school", "municipal", spellings)


TOWN = (
    known("МБОУ «Тарская гимназия»", TARA),
    known("МБОУ «СОШ № 2»", TARA, "МБОУ «Вторая школа Тары»"),
    known("МБОУ «Лицей № 92»", OMSK),
    known("МБОУ «СОШ № 2»", OMSK),
)


@pytest.mark.parametrize(
    ("names", "district", "told_by", "count"),
    [
        (["МБОУ «Тарская гимназия»", "МБОУ «СОШ № 2»"], TARA, "organisations", (2, 2)),
        (["МБОУ «Тарская гимназия»", "МБОУ «Новая школа»"], TARA, "organisations", (1, 2)),
        (["МБОУ «Вторая школа Тары»"], TARA, "organisations", (1, 1)),
        # Less than half of the names is known: a likeness in passing.
        (["МБОУ «Тарская гимназия»", "МБОУ «Первая»", "МБОУ «Вторая»"], None, "nothing", (0, 3)),
        # School № 2 stands in both towns.
        (["МБОУ «СОШ № 2»"], None, "nothing", (0, 1)),
        # Each municipality knows a name that the other does not.
        (["МБОУ «Тарская гимназия»", "МБОУ «Лицей № 92»"], None, "nothing", (0, 2)),
        (["МБОУ «Никому не известная»"], None, "nothing", (0, 1)),
    ],
)
def test_organisations_tell_only_where_one_municipality_explains_them(
    names: Sequence[str], district: str | None, told_by: str, count: tuple[int, int]
) -> None:
    guess = guess_sender(read_sheets(form_sheet([[name, *LINE] for name in names])), TOWN)
    assert (guess.district, guess.told_by) == (district, told_by)
    assert (guess.known, guess.of) == count


def test_candidates_stand_by_how_many_names_they_know() -> None:
    names = ("МБОУ «Тарская гимназия»", "МБОУ «СОШ № 2»", "МБОУ «Лицей № 92»", "МБОУ «Вторая школа Тары»")
    guess = guess_sender(read_sheets(form_sheet([[name, *LINE] for name in names])), TOWN)
    assert guess.district is None
    assert guess.candidates == (TARA, OMSK)


def test_the_files_own_words_go_first() -> None:
    heading = [["Отчёт Знаменского муниципального района"], *HEADING]
    names = ("МБОУ «Тарская гимназия»", "МБОУ «Первая»", "МБОУ «Вторая»")
    guess = guess_sender(read_sheets(Sheet("Лист1", [*heading, *([name, *LINE] for name in names)])), TOWN)
    assert (guess.district, guess.told_by, guess.candidates) == (ZNAMENSKOYE, "file", (TARA,))


def test_the_files_name_says_nothing() -> None:
    reading = replace(read_sheets(form_sheet([["МБОУ «Никому не известная»", *LINE]])), file="Тарский.xlsx")
    assert guess_sender(reading, TOWN).district is None


@pytest.mark.parametrize(
    ("names", "district", "told_by"),
    [
        # A template copied from the neighbour: its marks stayed, its organisations are ours.
        (["МБОУ «Тарская гимназия»", "МБОУ «СОШ № 2»"], None, "both"),
        # Both know as many of the names: the file's words hold.
        (["МБОУ «СОШ № 2»"], OMSK, "file"),
        # One stranger among the file's own organisations contradicts nothing.
        (["МБОУ «Лицей № 92»", "МБОУ «СОШ № 2»", "МБОУ «Тарская гимназия»"], OMSK, "file"),
        # Too few names are known at all.
        (["МБОУ «Тарская гимназия»", "МБОУ «Первая»", "МБОУ «Вторая»"], OMSK, "file"),
    ],
)
def test_organisations_of_another_municipality_contradict_the_files_word(
    names: Sequence[str], district: str | None, told_by: str
) -> None:
    reading = replace(read_sheets(form_sheet([[name, *LINE] for name in names])), district=OMSK)
    guess = guess_sender(reading, TOWN)
    assert (guess.district, guess.told_by) == (district, told_by)
    if told_by == "both":
        assert (guess.named, guess.candidates[0], guess.known, guess.of) == (OMSK, TARA, 2, 2)
