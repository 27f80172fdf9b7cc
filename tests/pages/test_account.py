"""«Моя учётная запись»: who I am, and where else I am signed in."""

from tests.pages.shell import open_shell


def test_without_sign_in_there_is_no_account(empty_database: str) -> None:
    page = open_shell("account.py")
    assert not page.exception
    assert "открыто без входа" in page.info[0].value
