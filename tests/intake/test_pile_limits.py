"""How many files are taken at one go, and what is said of the rest."""

import pytest

from cmn_core.intake.pile_limits import count_taken, describe_left
from cmn_core.reference.budgets import read_budgets

BUDGETS = read_budgets()
MB = 1024 * 1024


@pytest.mark.parametrize(
    ("sizes", "taken"),
    [
        ([], 0),
        ([0], 1),
        ([1] * 40, 40),
        ([1] * 41, 40),
        ([10 * MB] * 10, 10),
        ([10 * MB] * 20, 10),
        ([20 * MB] * 5 + [1], 5),
        ([120 * MB], 1),
        ([120 * MB, 1], 1),
    ],
)
def test_files_are_taken_up_to_their_number_and_sum(sizes: list[int], taken: int) -> None:
    assert count_taken(sizes, BUDGETS) == taken


def test_files_taken_before_count_too() -> None:
    assert count_taken([1, 1, 1], BUDGETS, [1] * 38) == 2
    assert count_taken([1], BUDGETS, [100 * MB]) == 0
    told = describe_left(["а.xlsx"], [1000], BUDGETS, [1] * 40) or ""
    assert told.endswith("; 40\u00a0файлов уже здесь. Не взят ни один; сначала сохраните эти: «а.xlsx».")


def test_what_is_left_is_named_with_the_limit() -> None:
    assert describe_left(["а.xlsx"], [1], BUDGETS) is None
    names = [f"{number}.xlsx" for number in range(1, 42)]
    told = (describe_left(names, [1000] * 41, BUDGETS) or "").replace("\u00a0", " ")
    assert told == (
        "За один раз принимается до 40 файлов и до 100 МБ вместе, а выбрано 41 файл, 41 КБ. "
        "Взяты первые 40; остальные загрузите следом: «41.xlsx»."
    )
    heavy = (describe_left(names[:20], [10 * MB] * 20, BUDGETS) or "").replace("\u00a0", " ")
    assert "выбрано 20 файлов, 210 МБ. Взяты первые 10" in heavy
    assert "«11.xlsx», «12.xlsx», «13.xlsx», «14.xlsx», «15.xlsx» и ещё 5." in heavy
