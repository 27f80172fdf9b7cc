"""Other computers are served only when they can be told apart."""

import pytest

from cmn_core.demo.accounts import add_demo_accounts
from cmn_core.errors import UsageError
from cmn_core.http.binding import check_binding
from cmn_core.http.settings import HttpSettings
from cmn_core.store.engine import Database
from tests.people import ADMINISTRATOR, add_someone

NAMED = HttpSettings(hosts="cmn.example")
NO_ACCOUNT, DEMONSTRATION, NO_NAMES = "нет ни одной учётной записи", "демонстрационные данные", "CMN_HOSTS"


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_computer_is_always_served(host: str, database: Database) -> None:
    check_binding(host, database, HttpSettings())


@pytest.mark.parametrize(
    ("account", "demonstration", "settings", "missing"),
    [
        (False, False, HttpSettings(), {NO_ACCOUNT, NO_NAMES}),
        (True, False, HttpSettings(), {NO_NAMES}),
        (False, False, NAMED, {NO_ACCOUNT}),
        (True, True, NAMED, {DEMONSTRATION}),
    ],
)
def test_all_that_is_missing_is_told(
    account: bool, demonstration: bool, settings: HttpSettings, missing: set[str], database: Database
) -> None:
    if account:
        add_someone(database, ADMINISTRATOR)
    if demonstration:
        add_demo_accounts(database, "Проверка")
    with pytest.raises(UsageError) as refused:
        check_binding("0.0.0.0", database, settings)
    assert {what for what in (NO_ACCOUNT, DEMONSTRATION, NO_NAMES) if what in refused.value.message} == missing


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "cmn.example"])
def test_with_an_account_and_names_others_are_served(host: str, database: Database) -> None:
    add_someone(database, ADMINISTRATOR)
    check_binding(host, database, NAMED)
