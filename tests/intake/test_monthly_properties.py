"""What holds for any two sheets read as a monthly form: no exception, no lost row, each fault at its cell."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cmn_core.intake.cells.grid import Sheet
from cmn_core.reference.monthly_rules import ORGANISATION_RULES
from tests.intake.monthly_sheets import (
    CENTRE,
    FIRST,
    MONTHLY,
    PROGRAMME,
    SCHOOL,
    TITLE,
    at,
    captions,
    faults,
    organisations_sheet,
    programmes_sheet,
    read_month,
    read_sheets,
)
from tests.intake.test_read_grid_properties import AREAS, BAD_COUNTS, CELLS, LOOSE, POSITIONS

ROWS = st.lists(st.lists(CELLS, max_size=14), max_size=8)
COUNTS = MONTHLY.organisations.fields("count")
NUMBERS = st.integers(0, 60)


def _drawn_sheet(layout_name: str, rows: list[list[Any]], merged: list[Any], unvalued: frozenset[Any]) -> Sheet:
    layout = MONTHLY.organisations if layout_name == "organisations" else MONTHLY.programmes
    return Sheet(layout.sheet, [[TITLE], captions(layout), *rows], merged=tuple(merged), unvalued_formulas=unvalued)


SHEETS = st.builds(
    _drawn_sheet, st.sampled_from(["organisations", "programmes"]), ROWS, st.lists(AREAS, max_size=3),
    st.frozensets(POSITIONS, max_size=2),
)  # fmt: skip


@LOOSE
@given(st.lists(SHEETS, min_size=1, max_size=3))
def test_anything_under_the_captions_is_read_without_an_exception(drawn: list[Sheet]) -> None:
    reading = read_sheets(*drawn)
    assert reading.layout == "monthly" or reading.problems
    for row in reading.organisations:
        assert all((getattr(row, name) or 0) >= 0 for name in COUNTS)
    assert {(problem.sheet or "") for problem in reading.problems} <= {"", *(sheet.name or "" for sheet in drawn)}


@LOOSE
@given(st.sampled_from(COUNTS), BAD_COUNTS)
def test_a_bad_count_is_one_error_at_its_cell_and_breaks_no_other(field: str, bad: Any) -> None:
    reading = read_month([{**SCHOOL, field: bad}, CENTRE])
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert [(problem.sheet, problem.cell) for problem in errors] == [("Организации", at(field))]
    assert [row.row for row in reading.organisations] == [FIRST, FIRST + 1]


@LOOSE
@given(st.fixed_dictionaries(dict.fromkeys(COUNTS, NUMBERS)))
def test_numbers_of_a_row_disagree_exactly_where_a_rule_says_so(counts: dict[str, int]) -> None:
    # Programmes large enough that only the row's own rules can be broken.
    programme = {**PROGRAMME, "mentors": 60, "mentees": 60, "mentees_10_19": 60}
    reading = read_month([{**SCHOOL, **counts}], [programme])
    broken = []
    for rule in ORGANISATION_RULES:
        others = [counts[name] for name in rule.others]
        fits = counts[rule.field] <= sum(others) if rule.relation == "at_most" else counts[rule.field] >= max(others)
        broken += [] if fits else [at(rule.field)]
    told = [cell for _, cell, code in faults(reading) if code == "cross_check"]
    assert sorted(told, key=str) == sorted(broken)


@LOOSE
@given(st.permutations(range(14)), st.permutations(range(9)))
def test_the_order_of_columns_tells_nothing_while_parts_follow_their_whole(
    organisations: list[int], programmes: list[int]
) -> None:
    """«из них …» is told by what stands left of it, so here each caption says all."""
    whole = captions(MONTHLY.organisations)
    whole[3], whole[8], whole[11], whole[13] = (
        "Обучающихся 15–19", "Наставников 15–19", "Удовлетворены, наставляемые", "Удовлетворены, наставники",
    )  # fmt: skip
    parts = captions(MONTHLY.programmes)
    parts[6] = "Наставляемых 10–19"
    rows = [list(SCHOOL.values()), list(PROGRAMME.values())]
    reading = read_sheets(
        organisations_sheet([[rows[0][place] for place in organisations]],
                            heading=[[], [whole[place] for place in organisations]]),
        programmes_sheet([[rows[1][place] for place in programmes]],
                         heading=[[], [parts[place] for place in programmes]]),
    )  # fmt: skip
    expected = read_month()
    counts = [[getattr(row, name) for name in COUNTS] for row in (*reading.organisations, *expected.organisations)]
    assert counts[0] == counts[1]
    programme, other = reading.programmes[0], expected.programmes[0]
    assert (programme.mentees, programme.mentees_10_19, programme.partner, programme.start_date) == (
        other.mentees, other.mentees_10_19, other.partner, other.start_date,
    )  # fmt: skip
