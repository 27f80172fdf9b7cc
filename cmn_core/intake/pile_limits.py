"""How many files are taken at one go, and what is said of those that are left."""

from collections.abc import Sequence

from cmn_core.reference.budgets import Budgets
from cmn_core.wording import FILES, NBSP, count_of, format_size, join_names

_MOST_NAMED = 5


def count_taken(sizes: Sequence[int], budgets: Budgets, held: Sequence[int] = ()) -> int:
    """Return how many of the first files are taken: up to the number and the sum of one go.

    `sizes`: bytes of each file; `held`: of those taken before. A file alone is always taken: reading it tells if it
    is too large.
    """
    total, taken = sum(held), 0
    for size in sizes[: max(budgets.pile_files - len(held), 0)]:
        total += size
        if total > budgets.pile_bytes and (taken or held):
            break
        taken += 1
    return taken


def describe_left(names: Sequence[str], sizes: Sequence[int], budgets: Budgets, held: Sequence[int] = ()) -> str | None:
    """Say which files were left and why, None where all are taken."""
    taken = count_taken(sizes, budgets, held)
    if taken == len(names):
        return None
    limit = f"до {budgets.pile_files}{NBSP}файлов и до {budgets.pile_mb}{NBSP}МБ вместе"
    came = f"выбрано {count_of(len(names), *FILES)}, {format_size(sum(sizes))}"
    before = f"; {count_of(len(held), *FILES)} уже здесь" if held else ""
    left = join_names([f"«{name}»" for name in names[taken:]], _MOST_NAMED)
    took = f"Взяты первые {taken}; остальные загрузите следом" if taken else "Не взят ни один; сначала сохраните эти"
    return f"За один раз принимается {limit}, а {came}{before}. {took}: {left}."
