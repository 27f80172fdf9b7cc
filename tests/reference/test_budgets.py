"""The budgets are those of the contract, and each has its words."""

import pytest

from cmn_core.intake.cells.refusals import too_large
from cmn_core.reference.budgets import read_budgets
from cmn_core.reference.refusal_texts import read_refusal_texts


def test_budgets_of_the_contract():
    budgets = read_budgets()
    assert (budgets.file_mb, budgets.unpacked_mb, budgets.data_rows) == (20, 200, 50_000)
    assert (budgets.seconds, budgets.memory_mb, budgets.workers, budgets.files_per_worker) == (10, 1024, 2, 200)
    assert (budgets.file_bytes, budgets.rows) == (20_971_520, 50_500)


@pytest.mark.parametrize("budget", read_refusal_texts().too_large)
def test_every_budget_fills_its_sentence(budget):
    fault = too_large(budget, read_budgets(), found="25\xa0МБ")
    assert fault.code == "too_large"
    assert "{" not in fault.details["reason"]
    assert fault.details["limit"] in fault.details["reason"]
