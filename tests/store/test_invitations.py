"""Links that invite: they serve once, they end, and nobody uses one twice."""

from datetime import timedelta

import pytest

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.invitations import InvitationEnded, accept_invitation, find_invitation, invite
from cmn_core.store.passwords import PasswordRefused
from cmn_core.store.people import list_people
from cmn_core.store.sign_ins import SignInRefused, find_actor
from tests.store.made_people import BY, NOW, PASSWORD, add, come_in
from tests.store.together import run_together

RULES = read_sign_in_rules()
NEW = "зелёная лодка плывёт"


def test_an_invited_person_chooses_a_password_and_enters(database: Database) -> None:
    number = add(database, password=None).number or 0
    token = invite(database, number, by=BY)
    (card,) = list_people(database)
    assert (card.has_password, card.invited_until) == (False, NOW + RULES.invitation)
    invited = find_invitation(database, token, now=NOW)
    assert invited is not None
    assert (invited.login, invited.name, invited.has_password) == ("tara", "Имя tara", False)
    assert invited.ends_at == NOW + RULES.invitation
    person = accept_invitation(database, token, NEW, now=NOW)
    assert come_in(database, password=NEW).actor.person == person
    (card,) = list_people(database)
    assert (card.has_password, card.invited_until) == (True, None)
    lines = read_audit(database, 4)
    assert [line.action for line in lines] == ["signed_in", "password_changed", "invitation_used", "invited"]
    assert [line.author for line in lines] == ["Имя tara"] * 3 + [BY.name]
    assert not any(token in str(line.details) for line in lines)


def test_a_link_serves_once(database: Database) -> None:
    token = invite(database, add(database, password=None).number or 0, by=BY)
    accept_invitation(database, token, NEW, now=NOW)
    assert find_invitation(database, token, now=NOW) is None
    with pytest.raises(InvitationEnded, match="больше не действует"):
        accept_invitation(database, token, PASSWORD, now=NOW)
    assert come_in(database, password=NEW).actor.person.login == "tara"


def test_a_newer_link_replaces_the_older(database: Database) -> None:
    number = add(database, password=None).number or 0
    older, newer = invite(database, number, by=BY), invite(database, number, by=BY)
    assert find_invitation(database, older, now=NOW) is None
    assert find_invitation(database, newer, now=NOW) is not None


@pytest.mark.parametrize(
    ("passed", "serves"),
    [
        (timedelta(), True),
        (RULES.invitation - timedelta(seconds=1), True),
        (RULES.invitation, False),
        (timedelta(days=4000), False),
        (-RULES.clock_slack, True),
        (timedelta(hours=-1), False),
    ],
)
def test_a_link_ends_by_itself_and_a_clock_set_back_does_not_prolong(
    database: Database, passed: timedelta, serves: bool
) -> None:
    token = invite(database, add(database, password=None).number or 0, by=BY)
    assert (find_invitation(database, token, now=NOW + passed) is not None) == serves
    if serves:
        accept_invitation(database, token, NEW, now=NOW + passed)
    else:
        with pytest.raises(InvitationEnded):
            accept_invitation(database, token, NEW, now=NOW + passed)


def test_a_forged_link_invites_nobody(database: Database) -> None:
    invite(database, add(database, password=None).number or 0, by=BY)
    for token in ("", "x", "ё" * 100, "\ud800", "' OR 1=1 --"):
        assert find_invitation(database, token, now=NOW) is None
        with pytest.raises(InvitationEnded):
            accept_invitation(database, token, NEW, now=NOW)


def test_an_unfit_password_leaves_the_link_as_it_was(database: Database) -> None:
    token = invite(database, add(database, password=None).number or 0, by=BY)
    with pytest.raises(PasswordRefused, match="легко подобрать"):
        accept_invitation(database, token, "Имя-tara-2020", now=NOW)
    accept_invitation(database, token, NEW, now=NOW)


def test_a_link_for_a_forgotten_password_lets_in_who_was_locked_out(database: Database) -> None:
    number = add(database).number or 0
    entered = come_in(database)
    for _ in range(RULES.account_tries):
        with pytest.raises(SignInRefused):
            come_in(database, password="не тот")
    token = invite(database, number, by=BY)
    assert find_actor(database, entered.token, now=NOW) is not None, "the link alone changes nothing"
    invited = find_invitation(database, token, now=NOW)
    assert invited is not None
    assert invited.has_password
    accept_invitation(database, token, NEW, now=NOW)
    assert find_actor(database, entered.token, now=NOW) is None
    assert come_in(database, password=NEW).actor.person == entered.actor.person


def test_of_processes_that_use_one_link_at_once_one_succeeds(address: str) -> None:
    database = open_database(address)
    token = invite(database, add(database, password=None).number or 0, by=BY)
    passwords = ["зелёная лодка плывёт", "красная лодка плывёт", "жёлтая лодка плывёт"]
    results = run_together(_accept_in, [(address, token, password) for password in passwords])
    assert sorted(results) == ["ended", "ended", "tara"]
    winner = passwords[results.index("tara")]
    assert come_in(database, password=winner).actor.person.login == "tara"
    database.close()


def _accept_in(address: str, token: str, password: str) -> str:
    database = open_database(address)
    try:
        return accept_invitation(database, token, password, now=NOW).login
    except InvitationEnded:
        return "ended"
    finally:
        database.close()
