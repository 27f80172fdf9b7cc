"""After signing in a person is led to our own pages and nowhere else."""

import pytest

from cmn_core.http.own_paths import read_own_path

OWN = ["/", "/district", "/district?period=2020-11&district=52654000", "/x?next=//inside", "/%D1%84", "/a//b"]
FOREIGN = ["", "district", "http://evil.example", "//evil.example", "///evil.example", " //evil.example"]
BACKSLASHED = ["/\\evil.example", "\\\\evil.example", "/%5cevil.example", "/%5Cevil.example"]
ENCODED = ["/%2fevil.example", "%2f%2fevil.example", "/%252fevil.example"]
UNSEEN = ["/\t/evil.example", "/\n/evil.example", "/%09/evil.example", "/%0d%0aSet-Cookie:a=b", "/\x7f"]
ODD = ["javascript:alert(1)", "/" + "x" * 3000]


@pytest.mark.parametrize("written", OWN)
def test_an_address_of_ours_is_kept(written: str) -> None:
    assert read_own_path(written) == written


@pytest.mark.parametrize("written", [*FOREIGN, *BACKSLASHED, *ENCODED, *UNSEEN, *ODD])
def test_an_address_that_could_lead_away_is_none(written: str) -> None:
    assert read_own_path(written) is None
