"""Data of people do not reach a log, whatever a library quotes."""

import pytest

from cmn_core.logs.scrubbing import scrub


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("invalid literal for int() with base 10: 'Пётр Сидоров'", "invalid literal for int() with base 10: …"),
        ("invalid literal for int() with base 10: 'mary smith'", "invalid literal for int() with base 10: …"),
        ("row of Иванова Мария, form", "row of …, form"),
        ("call +7 (913) 555-12-34 now", "call … now"),
        ("Key (login, name)=(petrov, x) already exists", "Key (login, name)=… already exists"),
        ("call 8 3812 55 12 34", "call …"),
        ("mail ivan.petrov@omsk.example sent", "mail … sent"),
        ("cookie cmn_sign_in=gk3Jd8aPq0ZxW91mVt7b.Qx9_k2Lr rejected", "cookie cmn_sign_in=… rejected"),
        ("Unexpected ASGI message 'websocket.send'", "Unexpected ASGI message …"),
        ("(sqlite3.OperationalError) database is locked", "(sqlite3.OperationalError) database is locked"),
        ("Upload rejected: 20971521 bytes received", "Upload rejected: … bytes received"),
        ("took 12.5 s, 33 rows of 2026-11", "took 12.5 s, 33 rows of 2026-11"),
        ("don't stop, it isn't data", "don't stop, it isn't data"),
    ],
)
def test_values_are_left_out_and_words_stay(said: str, kept: str) -> None:
    assert scrub(said) == kept
