"""What a session hands over is one person's, for a while."""

from cmn_core.access import Person
from cmn_core.http.files.handed import KEPT_S, HandedFile, HandedFiles
from cmn_core.store.sessions import Actor

TARA = Actor(Person(1, "tara", "Тара", "district", frozenset({"52654000"})), 10)
FILE = HandedFile("а.xlsx", "text/plain", lambda: b"1")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_file_is_its_persons_by_that_very_sign_in() -> None:
    handed = HandedFiles()
    token = handed.hand(TARA, "window", FILE)
    assert handed.find(TARA, token) is FILE
    assert handed.find(Actor(TARA.person, 11), token) is None
    assert handed.find(Actor(Person(1, "tara", "Тара", "district"), 10), token) is None
    assert handed.find(TARA, token + "x") is None


def test_the_next_run_of_a_page_puts_its_file_in_the_same_place() -> None:
    handed = HandedFiles()
    first = handed.hand(TARA, "window", FILE)
    later = HandedFile("б.xlsx", "text/plain", lambda: b"2")
    assert handed.hand(TARA, "window", later) == first
    assert handed.find(TARA, first) is later
    assert handed.hand(TARA, "another window", FILE) != first


def test_a_file_goes_after_its_term() -> None:
    clock = Clock()
    handed = HandedFiles(clock)
    token = handed.hand(TARA, "window", FILE)
    clock.now = KEPT_S
    assert handed.find(TARA, token) is FILE
    clock.now = KEPT_S + 1
    assert handed.find(TARA, token) is None
    handed.hand(TARA, "another window", FILE)
    clock.now = KEPT_S
    assert handed.find(TARA, token) is None


def test_the_oldest_make_room() -> None:
    handed = HandedFiles(most=2)
    first, second, third = (handed.hand(TARA, place, FILE) for place in ("1", "2", "3"))
    assert handed.find(TARA, first) is None
    assert handed.find(TARA, second) is handed.find(TARA, third) is FILE
