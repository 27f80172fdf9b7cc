"""`cmn user`: accounts without the screen; the first administrator comes from here."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cmn_core.access import OWNER, ROLES, Role
from cmn_core.commands.console import say
from cmn_core.commands.databases import use_database
from cmn_core.commands.help_pages import RussianCommand, RussianGroup
from cmn_core.commands.options import DatabaseOption, JsonFlag, inherit_database, read_choice
from cmn_core.commands.user_password import ask_password, read_password
from cmn_core.errors import UsageError
from cmn_core.http.invitation_link import DEFAULT_ADDRESS, write_invitation_link

if TYPE_CHECKING:
    from cmn_core.store.audit import Author
    from cmn_core.store.engine import Database
    from cmn_core.store.people import PersonCard

LoginArgument = Annotated[str, typer.Argument(metavar="LOGIN", help="Логин: латинские буквы, цифры и знаки . _ - @.")]
NameOption = Annotated[str, typer.Option("--name", metavar="ИМЯ", help="Имя, как его увидят другие.")]
RoleOption = Annotated[str, typer.Option("--role", metavar="R", help=f"Роль: {', '.join(ROLES)}.")]
DistrictsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--district", metavar="D", help="Муниципалитет ролей district и methodologist; можно указать несколько раз."
    ),
]
StdinFlag = Annotated[bool, typer.Option("--password-stdin", help="Взять пароль из первой строки входа.")]
InviteFlag = Annotated[bool, typer.Option("--invite", help="Без пароля: напечатать ссылку, по которой его зададут.")]
AddressOption = Annotated[
    str, typer.Option("--address", metavar="URL", help=f"Адрес приложения в ссылке; иначе {DEFAULT_ADDRESS}.")
]

user = typer.Typer(cls=RussianGroup, add_completion=False, rich_markup_mode=None)


@user.callback()
def common(context: typer.Context, database: DatabaseOption = None) -> None:
    """Учётные записи: добавить, показать, закрыть, открыть, заменить пароль."""
    context.obj = inherit_database(context, database)


def add(
    login: LoginArgument,
    name: NameOption,
    role: RoleOption,
    district: DistrictsOption = None,
    password_stdin: StdinFlag = False,
    invite: InviteFlag = False,
    address: AddressOption = DEFAULT_ADDRESS,
    database: DatabaseOption = None,
) -> None:
    """Добавить учётную запись; пароль спрашивается дважды и не отображается."""
    if password_stdin and invite:
        raise UsageError("Указаны и --password-stdin, и --invite. Оставьте одно.")
    read_choice("--role", role, ROLES)
    from cmn_core.reference import shipped_reference
    from cmn_core.store.account_facts import check_new
    from cmn_core.store.invitations import invite as make_invitation
    from cmn_core.store.people import NewPerson, add_person

    region = shipped_reference().region
    districts = frozenset(region.find_district(words).oktmo for words in district or ())
    # What is wrong is told before anyone is asked for a password.
    new = check_new(NewPerson(login, name, cast("Role", role), districts))
    write_invitation_link(address, "")
    password = None if invite else read_password() if password_stdin else ask_password()
    with use_database(database) as opened:
        person = add_person(opened, new, by=_now(), password=password)
        token = make_invitation(opened, person.number or 0, by=_now()) if invite else None
    say(f"Учётная запись «{person.login}» ({person.name}) создана.")
    if token is not None:
        _say_link(write_invitation_link(address, token))


def list_accounts(as_json: JsonFlag = False, database: DatabaseOption = None) -> None:
    """Показать учётные записи."""
    from cmn_core.commands.user_list import as_object, describe_people
    from cmn_core.reference import shipped_reference
    from cmn_core.store.people import list_people

    with use_database(database) as opened:
        cards = list_people(opened)
    if as_json:
        say(json.dumps({"people": [as_object(card) for card in cards]}, ensure_ascii=False, indent=2))
        return
    for line in describe_people(cards, shipped_reference().region, _now().at):
        say(line)


def close(login: LoginArgument, database: DatabaseOption = None) -> None:
    """Закрыть учётную запись: человек выходит сразу и на всех устройствах."""
    from cmn_core.store.people import close_account

    _change(database, login, lambda opened, number, by: close_account(opened, number, by=by), "закрыта")


def reopen(login: LoginArgument, database: DatabaseOption = None) -> None:
    """Открыть закрытую учётную запись с прежним паролем."""
    from cmn_core.store.people import reopen_account

    _change(database, login, lambda opened, number, by: reopen_account(opened, number, by=by), "открыта")


def reset(login: LoginArgument, address: AddressOption = DEFAULT_ADDRESS, database: DatabaseOption = None) -> None:
    """Напечатать ссылку, по которой задают новый пароль; прежний действует, пока её не использовали."""
    from cmn_core.store.invitations import invite

    write_invitation_link(address, "")
    with use_database(database) as opened:
        token = invite(opened, _find(opened, login).person.number or 0, by=_now())
    _say_link(write_invitation_link(address, token))


_COMMANDS: dict[str, Callable[..., None]] = {
    "add": add,
    "list": list_accounts,
    "close": close,
    "reopen": reopen,
    "reset": reset,
}
for _name, _command in _COMMANDS.items():
    user.command(_name, cls=RussianCommand)(_command)


def _change(database: str | None, login: str, deed: "Callable[[Database, int, Author], None]", became: str) -> None:
    with use_database(database) as opened:
        card = _find(opened, login)
        deed(opened, card.person.number or 0, _now())
    say(f"Учётная запись «{card.person.login}» ({card.person.name}) {became}.")


def _find(database: "Database", login: str) -> "PersonCard":
    from cmn_core.store.accounts import level_login
    from cmn_core.store.people import list_people
    from cmn_core.wording import join_names

    cards = list_people(database)
    for card in cards:
        if level_login(card.person.login) == level_login(login):
            return card
    known = join_names([card.person.login for card in cards], most=10) or "пока ни одного"
    raise UsageError(f"Логина «{login}» нет. Есть: {known}.")


def _say_link(link: str) -> None:
    from cmn_core.store.invitations import invitation_end
    from cmn_core.wording import format_moment

    say(f"Ссылка для пароля, действует один раз и до {format_moment(invitation_end(_now().at))}:")
    say(link)


def _now() -> "Author":
    from cmn_core.store.audit import Author
    from cmn_core.store.moments import region_moment

    return Author(OWNER.name, region_moment(datetime.now(UTC)))
