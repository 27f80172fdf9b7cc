"""A password for an account: from the keyboard, twice and unseen, or a line of the standard input."""

import getpass
import sys

from cmn_core.errors import UsageError


def read_password() -> str:
    """Return the first line of the standard input as it is."""
    try:
        line = sys.stdin.buffer.readline().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("Пароль на входе не в UTF-8. Передайте его в этой кодировке.") from error
    return line.removesuffix("\n").removesuffix("\r")


def ask_password() -> str:
    """Ask twice without echo; raise UsageError where there is no keyboard or the two differ."""
    if not sys.stdin.isatty():
        raise UsageError(
            "Спросить пароль не у кого: это не терминал. "
            "Передайте его строкой на вход с --password-stdin или сделайте ссылку: --invite."
        )
    password = getpass.getpass("Пароль (не отображается): ")
    if getpass.getpass("Ещё раз: ") != password:
        raise UsageError("Пароли не совпали. Учётная запись не создана: повторите команду.")
    return password
