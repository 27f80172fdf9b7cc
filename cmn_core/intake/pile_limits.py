"""How many files are taken at one go, and what is said of those that are left."""

from collections.abc import Sequence

from cmn_core.reference.budgets import Budgets
from cmn_core.wording import NBSP, count_of, format_size, join_names

_FILES = ("файл", "файла", "файлов")
_MOST_NAMED = 5


def count_taken(sizes: Sequence[int], budgets: Budgets) -> int:
    """Return how many of the first files are taken: up to the number and the sum of one go.

    `sizes`: bytes of each file. A file alone is always taken: reading it tells if it is too large.
    """
    taken, total = 0, 0
    for size in sizes[: budgets.pile_files]:
        total += size
        if taken and total > budgets.pile_bytes:
            break
        taken += 1
    return taken


def describe_left(names: Sequence[str], sizes: Sequence[int], budgets: Budgets) -> str | None:
    """Say which files were left and why, None where all are taken."""
    taken = count_taken(sizes, budgets)
    if taken == len(names):
        return None
    limit = f"до {budgets.pile_files}{NBSP}файлов и до {budgets.pile_mb}{NBSP}МБ вместе"
    came = f"выбрано {count_of(len(names), *_FILES)}, {format_size(sum(sizes))}"
    left = join_names([f"«{name}»" for name in names[taken:]], _MOST_NAMED)
    return f"За один раз принимается {limit}, а {came}. Взяты первые {taken}; остальные загрузите следом: {left}."
