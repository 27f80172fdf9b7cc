"""Who reported, worked by hand."""

from datetime import date

import pytest

from cmn_core.analysis.collection import compute_collection
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OMSK,
    TARA,
    UST_ISHIM,
    november_facts,
    small_reference,
)

LAST_DAY = date(2020, 11, 23)


@pytest.mark.parametrize(
    ("scope", "states"),
    [
        (
            "municipal",
            {
                BOLSHERECHYE: ("fresh", LAST_DAY, False),
                GORKOVSKOYE: ("carried", date(2020, 10, 1), False),
                TARA: ("fresh", LAST_DAY, False),
                UST_ISHIM: ("fresh", LAST_DAY, False),
                OMSK: ("fresh", LAST_DAY, False),
            },
        ),
        (
            "state",
            {
                BOLSHERECHYE: ("fresh", LAST_DAY, True),
                GORKOVSKOYE: ("absent", None, False),
                TARA: ("carried", date(2020, 11, 1), False),
                UST_ISHIM: ("absent", None, False),
                OMSK: ("absent", None, False),
            },
        ),
        (
            "all",
            {
                BOLSHERECHYE: ("fresh", LAST_DAY, False),
                GORKOVSKOYE: ("carried", date(2020, 10, 1), False),
                TARA: ("carried", date(2020, 11, 1), False),
                UST_ISHIM: ("fresh", LAST_DAY, False),
                OMSK: ("fresh", LAST_DAY, False),
            },
        ),
    ],
)
def test_collection(scope, states):
    rows = compute_collection(november_facts(), small_reference(), NOVEMBER, scope)
    assert {row.district: (row.state, row.as_of, row.by_region) for row in rows} == states
