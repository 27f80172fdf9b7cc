"""Links by which a person chooses the first password, or a new one for a forgotten one."""

from dataclasses import dataclass
from datetime import datetime

from cmn_core.access import Person
from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.account_facts import AccountRefused
from cmn_core.store.accounts import find_account, level_login
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.invitation_rows import find_invited, withdraw_invitations
from cmn_core.store.moments import region_moment
from cmn_core.store.password_hashes import hash_password
from cmn_core.store.passwords import check_password, put_password
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import actor_of, as_person
from cmn_core.store.tables import Invitation
from cmn_core.store.tokens import digest_token, make_token
from cmn_core.store.wrong_tries import account_subject, forget_wrong_tries


class InvitationEnded(StoreError):  # noqa: N818 - named by what happened
    """Refuse a link that serves no more."""

    def __init__(self) -> None:
        super().__init__(
            "Ссылка больше не действует: её уже использовали, заменили новой или истёк её срок. "
            "Попросите у администратора новую."
        )


@dataclass(frozen=True, slots=True)
class InvitedPerson:
    """Whom a link invites."""

    login: str
    name: str
    has_password: bool
    """The link replaces a forgotten password."""
    ends_at: datetime
    """By the region's clock."""


def invite(database: Database, number: int, *, by: Author) -> str:
    """Make a link's token for an account; it serves once, and earlier links of the account serve no more."""
    token, moment = make_token(), region_moment(by.at)
    with database.write(changes_figures=False) as session:
        actor_of(session).demand("keep_people")
        row = find_account(session, number)
        if not row.is_active:
            raise AccountRefused(f"Учётная запись «{row.login}» закрыта. Сначала откройте её снова.")
        withdraw_invitations(session, number, by.at)
        ends_at = invitation_end(moment)
        session.add(
            Invitation(
                person_id=number, token_digest=digest_token(token), made_by=by.name, made_at=moment, ends_at=ends_at
            )
        )
        write_audit(session, "invited", by, person=number, login=row.login, ends_at=ends_at.isoformat())
    return token


def invitation_end(made_at: datetime) -> datetime:
    """Return until when a link made at a moment serves, by the region's clock."""
    return region_moment(made_at) + read_sign_in_rules().invitation


def find_invitation(database: Database, token: str, *, now: datetime) -> InvitedPerson | None:
    """Return whom a link invites; None: it serves no more."""
    with database.read() as session:
        found = find_invited(session, token, now)
    if found is None:
        return None
    invitation, row = found
    return InvitedPerson(row.login, row.name, row.password_hash is not None, region_moment(invitation.ends_at))


def accept_invitation(database: Database, token: str, password: str, *, now: datetime) -> Person:
    """Set the password that the invited person chose; raise InvitationEnded, or PasswordRefused where it is not fit.

    The person's sign-ins end, and wrong tries are forgotten: whoever was locked out comes in by the link.
    """
    invited = find_invitation(database, token, now=now)
    if invited is None:
        raise InvitationEnded
    check_password(password, login=invited.login, name=invited.name)
    kept, key = hash_password(password), signing_key(database)
    with database.write(changes_figures=False) as session:
        # Another window may have used the link while the password was hashed.
        found = find_invited(session, token, now)
        if found is None:
            raise InvitationEnded
        invitation, row = found
        by = Author(row.name, now)
        invitation.used_at = region_moment(now)
        forget_wrong_tries(session, account_subject(key, level_login(row.login)))
        write_audit(session, "invitation_used", by, person_id=row.id, login=row.login)
        put_password(session, row, kept, by)
        return as_person(session, row)
