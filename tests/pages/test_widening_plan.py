"""A scenario in the making as the address carries it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmn_core.period import Period
from cmn_core.programme.scenario import Option, Scenario
from cmn_core.reference import shipped_reference
from cmn_core.store.scenarios import SavedScenario
from pages._parts.widening_plan import Plan, format_plan, list_role_models, parse_plan, plan_of
from tests.store.made_readings import NOW, TARA

REFERENCE = shipped_reference()
PLACES = [
    (code, label)
    for code in ("pupil_pupil", "teacher_teacher", "student_pupil", "employer_pupil", "employer_student", "own")
    for label in ("", *list_role_models(code, REFERENCE))
]
LEADER = Option(form="pupil_pupil", role_model="лидер – последователь", groups=2, group_size=8)
PUPILS, ENTERPRISE = Option(form="pupil_pupil", pairs=20), Option(form="employer_pupil", pairs=3, new_enterprises=1)


def test_a_plan_is_written_short() -> None:
    plan = Plan((PUPILS, LEADER, ENTERPRISE), opened=12, seen=3)
    written = format_plan(TARA, plan, REFERENCE)
    assert written == f"{TARA}.12.3~pupil_pupil.0.20.0.0.0~pupil_pupil.2.0.2.8.0~employer_pupil.0.3.0.0.1"
    assert parse_plan(written, REFERENCE) == plan


@pytest.mark.parametrize(
    "written",
    [
        f"{TARA}~", f"{TARA}~pupil_pupil", f"{TARA}~pupil_pupil.0.-1.0.0.0", f"{TARA}~pupil_pupil.0.10001.0.0.0",
        f"{TARA}~pupil_pupil.9.1.0.0.0", f"{TARA}~pupil_pupil.-1.1.0.0.0", f"{TARA}~nobody.0.1.0.0.0",
        f"{TARA}~own.1.1.0.0.0", f"{TARA}~pupil_pupil.0.1.0.1.0", f"{TARA}~pupil_pupil.0.x.0.0.0",
        f"{TARA}.1.x~own.0.1.0.0.0", f"{TARA}~own.0.1.0.0.0~own.0.2.0.0.0", f"{TARA}~own.0.{'9' * 5000}.0.0.0",
        f"{TARA}~<b>.0.1.0.0.0",
    ],
)  # fmt: skip
def test_what_is_no_plan_is_none(written: str) -> None:
    assert parse_plan(written, REFERENCE) is None


@given(
    st.lists(st.sampled_from(PLACES), unique=True, max_size=8),
    st.tuples(st.integers(0, 10_000), st.integers(0, 10_000), st.none() | st.integers(2, 500), st.integers(0, 10_000)),
    st.none() | st.integers(1, 10**6),
)
def test_every_plan_comes_back(
    places: list[tuple[str, str]], counts: tuple[int, int, int | None, int], opened: int | None
) -> None:
    pairs, groups, size, enterprises = counts
    options = tuple(
        Option(form=form, role_model=label, pairs=pairs, groups=groups, group_size=size, new_enterprises=enterprises)
        for form, label in places
    )
    plan = Plan(options, opened, 7 if opened else 0)
    assert parse_plan(format_plan(TARA, plan, REFERENCE), REFERENCE) == plan


def test_rows_stand_in_the_order_of_the_reference() -> None:
    rows = Plan((ENTERPRISE, LEADER)).rows(REFERENCE)
    assert [(row.form, bool(row.role_model), row.is_empty) for row in rows] == [
        ("pupil_pupil", False, True), ("pupil_pupil", True, False), ("teacher_teacher", False, True),
        ("student_pupil", False, True), ("employer_pupil", False, False), ("employer_student", False, True),
        ("own", False, True),
    ]  # fmt: skip
    assert Plan(
        (ENTERPRISE, LEADER, Option(form="own", role_model="")),
    ).scenario("coverage", REFERENCE) == Scenario(options=(LEADER, ENTERPRISE))


def test_a_row_that_says_nothing_leaves_a_plan_and_an_added_one_stays() -> None:
    plan = Plan().having(PUPILS).having(LEADER)
    emptied = plan.having(Option(form="pupil_pupil")).having(LEADER.model_copy(update={"groups": 0}))
    assert [(row.role_model, row.is_empty) for row in emptied.options] == [("лидер – последователь", True)]
    # A size that was chosen first waits for its groups.
    assert Plan().having(Option(form="own", group_size=9)).is_begun
    assert not emptied.without("pupil_pupil", "лидер – последователь").is_begun


def test_a_saved_role_model_that_is_no_more_joins_its_form() -> None:
    gone = Option(form="pupil_pupil", role_model="звезда – туманность", pairs=2, groups=1, group_size=6)
    saved = SavedScenario(
        5, "А", TARA, Period(2020, 11), 4, "Гусев", NOW, Scenario(options=(PUPILS, gone, LEADER, ENTERPRISE))
    )
    plan = plan_of(saved, REFERENCE)
    assert (plan.opened, plan.seen) == (5, 4)
    joined = Option(form="pupil_pupil", pairs=22, groups=1, group_size=6)
    assert plan.scenario("coverage", REFERENCE).options == (joined, LEADER, ENTERPRISE)
