"""Scenarios of widening: hand-worked sums, and what holds of any."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmn_core.analysis.figure import Figure
from cmn_core.analysis.gaps import compute_gap_people
from cmn_core.analysis.widening import compute_effects, compute_scenario
from cmn_core.period import Period
from cmn_core.programme.scenario import Option, Scenario
from cmn_core.reference import shipped_reference
from cmn_core.shares import compute_value_pct
from tests.analysis.small_region import TARA

REFERENCE = shipped_reference()
FORMS = [form.code for form in REFERENCE.forms.federal] + ["own"]
CODES = [indicator.code for indicator in REFERENCE.indicators]
TEACHERS = REFERENCE.forms.federal[1]


def figure_of(
    code: str = "coverage", numerator: int | None = 177, denominator: int | None = 3000, target: int | None = 10
) -> Figure:
    """Тарский in November 2020: by default 5,9 % of a plan of 10 %, 123 children short."""
    plan = None if target is None else Decimal(target)
    return Figure(
        indicator=code,
        name="Тарский",
        period=Period(2020, 11),
        district=TARA,
        numerator=numerator,
        denominator=denominator,
        denominator_source="Росстат",
        value_pct=compute_value_pct(numerator, denominator),
        target_pct=plan,
        gap_people=compute_gap_people(numerator, denominator, plan),
        as_of=None,
        fresh=True,
    )


def count(option: Option, code: str) -> int:
    return compute_scenario(Scenario(options=(option,)), figure_of(code), REFERENCE).added


PAIR, GROUP = {"pairs": 1}, {"groups": 1, "group_size": 8}


@pytest.mark.parametrize(
    ("form", "units", "added"),
    [
        ("pupil_pupil", PAIR, {"coverage": 2, "mentee_share": 1, "mentor_share": 1}),
        ("pupil_pupil", GROUP, {"coverage": 9, "mentee_share": 8, "mentor_share": 1}),
        ("teacher_teacher", PAIR, {"young_teacher_share": 1}),
        ("teacher_teacher", GROUP, {"young_teacher_share": 8}),
        ("student_pupil", PAIR, {"coverage": 1, "mentee_share": 1}),
        ("student_pupil", GROUP, {"coverage": 8, "mentee_share": 8}),
        ("employer_pupil", PAIR, {"coverage": 1, "mentee_share": 1}),
        (
            "employer_pupil",
            {"pairs": 3, "new_enterprises": 2},
            {"coverage": 3, "mentee_share": 3, "enterprise_share": 2},
        ),
        # A mentor comes from one enterprise: three enterprises need three mentors.
        (
            "employer_pupil",
            {"groups": 2, "group_size": 5, "new_enterprises": 3},
            {"coverage": 10, "mentee_share": 10, "enterprise_share": 2},
        ),
        (
            "employer_student",
            {"pairs": 1, "new_enterprises": 1},
            {"coverage": 1, "mentee_share": 1, "enterprise_share": 1},
        ),
        ("pupil_pupil", {"pairs": 1, "new_enterprises": 1}, {"coverage": 2, "mentee_share": 1, "mentor_share": 1}),
        ("own", GROUP, {"coverage": 8, "mentee_share": 8}),
        # Without a size a group has the usual five mentees.
        ("own", {"groups": 2}, {"coverage": 10, "mentee_share": 10}),
        ("student_pupil", {"pairs": 2, "groups": 3, "group_size": 4}, {"coverage": 14, "mentee_share": 14}),
    ],
)
def test_what_an_option_adds_to_each_indicator(form: str, units: dict[str, int], added: dict[str, int]) -> None:
    option = Option(form=form, **units)
    assert {code: count(option, code) for code in CODES if count(option, code)} == added


@pytest.mark.parametrize(("place", "added"), [(0, 1), (1, 0), (2, 0)])
def test_only_a_young_teacher_who_is_mentored_counts(place: int, added: int) -> None:
    option = Option(form=TEACHERS.code, role_model=TEACHERS.role_models[place].label, pairs=1)
    assert count(option, "young_teacher_share") == added
    assert count(option, "coverage") == 0


def test_a_scenario_moves_the_figure_and_says_what_is_left() -> None:
    scenario = Scenario(
        options=(
            Option(form="pupil_pupil", pairs=20),
            Option(form="employer_pupil", groups=3, group_size=6),
            Option(form="teacher_teacher", pairs=10),
        )
    )
    result = compute_scenario(scenario, figure_of(), REFERENCE)
    # 20 × 2 + 3 × 6 + 0 = 58; 177 + 58 = 235 of 3 000; 300 are needed.
    assert [option.added for option in result.options] == [40, 18, 0]
    assert (result.added, result.after.numerator, result.after.gap_people, result.after.reached) == (58, 235, 65, False)
    assert result.after.value_pct == Decimal(23500) / 3000
    assert (result.before.numerator, result.before.gap_people) == (177, 123)
    # 65 lack: 33 pairs of two, 11 groups of five pupils and a mentor; 65 pairs, 11 groups of six; teachers never.
    assert [(option.pairs_to_close, option.groups_to_close) for option in result.options] == [
        (33, 11), (65, 11), (None, None),
    ]  # fmt: skip
    assert [(option.mentors, option.mentees) for option in result.options] == [(20, 20), (3, 18), (10, 10)]


@pytest.mark.parametrize(
    ("figure", "numerator", "value", "gap", "reached"),
    [
        (figure_of(numerator=299), 301, Decimal(30100) / 3000, 0, True),
        (figure_of(numerator=298), 300, Decimal(10), 0, True),
        (figure_of(denominator=None), 179, None, None, None),
        (figure_of(denominator=0), 179, None, None, None),
        (figure_of(numerator=None), None, None, None, None),
        (figure_of(target=None), 179, Decimal(17900) / 3000, None, None),
        (figure_of(numerator=9, denominator=10), 11, Decimal(110), 0, True),
    ],
)
def test_a_pair_on_figures_with_and_without_a_whole_and_a_plan(
    figure: Figure, numerator: int | None, value: Decimal | None, gap: int | None, reached: bool | None
) -> None:
    result = compute_scenario(Scenario(options=(Option(form="pupil_pupil", pairs=1),)), figure, REFERENCE)
    after = result.after
    assert (after.numerator, after.value_pct, after.gap_people, after.reached) == (numerator, value, gap, reached)
    assert result.added == 2
    assert after.over_whole is (numerator == 11)


def test_enterprises_are_lacking_by_one_a_pair() -> None:
    figure = figure_of("enterprise_share", numerator=3, denominator=50, target=10)
    scenario = Scenario(
        options=(Option(form="employer_pupil", pairs=1, new_enterprises=1), Option(form="own", pairs=9))
    )
    result = compute_scenario(scenario, figure, REFERENCE)
    assert (result.after.numerator, result.after.gap_people) == (4, 1)
    assert [option.pairs_to_close for option in result.options] == [1, None]


def test_every_indicator_is_counted_from_its_own_figure() -> None:
    figures = [figure_of(code) for code in CODES]
    results = compute_effects(Scenario(options=(Option(form="pupil_pupil", pairs=5),)), figures, REFERENCE)
    assert [(result.before.indicator, result.added) for result in results if result.added] == [
        ("coverage", 10), ("mentee_share", 5), ("mentor_share", 5),
    ]  # fmt: skip


def test_every_form_of_the_reference_has_a_rule_of_known_indicators() -> None:
    labels = {(form.code, model.label) for form in REFERENCE.forms.federal for model in form.role_models}
    for form in FORMS:
        assert REFERENCE.widening.rule(form).role_model == ""
    for rule in REFERENCE.widening.rules:
        assert {*rule.mentee, *rule.mentor} <= set(CODES)
        assert rule.form in FORMS
        assert not rule.role_model or (rule.form, rule.role_model) in labels


options = st.builds(
    Option,
    form=st.sampled_from(FORMS),
    pairs=st.integers(0, 10_000),
    groups=st.integers(0, 10_000),
    group_size=st.none() | st.integers(2, 500),
    new_enterprises=st.integers(0, 10_000),
)
figures = st.builds(
    figure_of,
    st.sampled_from(CODES),
    st.none() | st.integers(0, 10**6),
    st.none() | st.integers(0, 10**6),
    st.none() | st.sampled_from([2, 10, 35, 70]),
)


@given(figures, st.lists(options, max_size=5))
def test_chosenadd_up(figure: Figure, chosen: list[Option]) -> None:
    whole = compute_scenario(Scenario(options=tuple(chosen)), figure, REFERENCE)
    alone = [compute_scenario(Scenario(options=(option,)), figure, REFERENCE) for option in chosen]
    assert whole.added == sum(each.added for each in alone)
    assert [each.added for each in whole.options] == [each.added for each in alone]


@given(figures, options, st.sampled_from(["pairs", "groups", "new_enterprises"]), st.integers(1, 50))
def test_more_never_lowers_the_value_or_raises_the_gap(figure: Figure, option: Option, field: str, more: int) -> None:
    larger = option.model_copy(update={field: getattr(option, field) + more})
    few, many = (
        compute_scenario(Scenario(options=(each,)), figure, REFERENCE).after for each in (option, larger)
    )  # fmt: skip
    assert (few.value_pct is None) is (many.value_pct is None)
    if few.value_pct is not None and many.value_pct is not None:
        assert few.value_pct <= many.value_pct
    if few.gap_people is not None and many.gap_people is not None:
        assert many.gap_people <= few.gap_people


@given(figures)
def test_without_chosenthe_figure_stays(figure: Figure) -> None:
    empty = Scenario(options=tuple(Option(form=form) for form in FORMS))
    for scenario in (Scenario(), empty):
        result = compute_scenario(scenario, figure, REFERENCE)
        assert (result.after, result.added) == (figure, 0)


@given(figures, options)
def test_as_many_pairs_or_groups_as_are_named_close_the_gap_and_one_less_does_not(
    figure: Figure, option: Option
) -> None:
    empty = option.model_copy(update={"pairs": 0, "groups": 0, "new_enterprises": 0})
    (told,) = compute_scenario(Scenario(options=(empty,)), figure, REFERENCE).options
    for field, units in (("pairs", told.pairs_to_close), ("groups", told.groups_to_close)):
        if not units:
            continue
        gaps = [
            compute_scenario(
                Scenario(options=(empty.model_copy(update={field: many, "new_enterprises": many}),)), figure, REFERENCE
            ).after.gap_people
            for many in (units, units - 1)
        ]
        assert gaps[0] == 0
        assert gaps[1]


def test_a_gap_with_decimals_of_the_plan_is_rounded_up() -> None:
    figure = replace(figure_of(), target_pct=Decimal("12.5"), denominator=1001, numerator=0)
    (told,) = compute_scenario(Scenario(options=(Option(form="own"),)), figure, REFERENCE).options
    assert (told.pairs_to_close, told.groups_to_close) == (126, 26)
