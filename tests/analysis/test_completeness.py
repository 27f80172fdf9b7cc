"""How full a report is, worked by hand, and never above 100 %."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmn_core.analysis.collected_months import compute_collected_months
from cmn_core.analysis.completeness import grade_report
from cmn_core.reference import shipped_reference
from tests.analysis.made_collection import NOVEMBER, TARA, at, sent, year

COUNTS = st.integers(0, 40)


@pytest.mark.parametrize(
    ("named", "expected", "marks", "told"),
    [
        (0, 24, {"is_there": False}, ("absent", 0, 24, 0)),
        (24, 24, {"is_there": False}, ("absent", 0, 24, 0)),
        (24, 24, {"is_empty": True}, ("zeros", 24, 24, 100)),
        (24, 24, {"is_empty": True, "is_copy": True}, ("zeros", 24, 24, 100)),
        (24, 24, {"is_copy": True}, ("copied", 24, 24, 100)),
        (18, 24, {}, ("part", 18, 24, 75)),
        (23, 24, {}, ("part", 23, 24, 95)),
        (199, 200, {}, ("part", 199, 200, 99)),
        (24, 24, {}, ("full", 24, 24, 100)),
        (26, 24, {}, ("full", 24, 24, 100)),
        (0, 0, {}, ("full", 0, 0, 100)),
        (0, 0, {"is_there": False}, ("absent", 0, 0, 0)),
    ],
)
def test_what_is_worse_tells_the_grade(named, expected, marks, told):
    fullness = grade_report(named, expected, **{"is_there": True, "is_empty": False, "is_copy": False} | marks)
    assert (fullness.grade, fullness.named, fullness.expected, fullness.share_pct) == told


@given(named=COUNTS, expected=COUNTS, there=st.booleans(), empty=st.booleans(), copied=st.booleans())
def test_never_above_all_that_were_open(named, expected, there, empty, copied):
    fullness = grade_report(named, expected, is_there=there, is_empty=empty, is_copy=copied)
    assert 0 <= fullness.named <= fullness.expected == expected
    assert 0 <= fullness.share_pct <= 100
    assert (fullness.grade == "part") <= (fullness.share_pct < 100)


@given(municipal=COUNTS, state=COUNTS, named_municipal=COUNTS, named_state=COUNTS, both=st.booleans())
def test_too_many_of_one_kind_do_not_stand_for_the_other(municipal, state, named_municipal, named_state, both):
    versions = (
        (
            sent(layout="expansion", named={"municipal": named_municipal}),
            sent(layout="expansion", scope="state", named={"state": named_state}),
        )
        if both
        else (sent(named={"municipal": named_municipal, "state": named_state}),)
    )
    months = compute_collected_months(
        year(*versions, municipal=municipal, state=state), [NOVEMBER], shipped_reference(), at("01.12 00:00").date()
    )
    fullness = months[TARA, NOVEMBER].fullness
    assert fullness.named == min(municipal, named_municipal) + min(state, named_state)
    assert fullness.named <= fullness.expected == municipal + state
    is_full = named_municipal >= municipal and named_state >= state
    assert fullness.grade == ("full" if is_full else "part")
