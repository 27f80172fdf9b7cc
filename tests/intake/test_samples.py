"""The customer's sample workbooks against their own manifest."""

from typing import Any

import pytest

from cmn_core.intake.read_report import read_report
from tests.customer_samples import NEEDS_SAMPLES, SAMPLE_FILES, SAMPLES

pytestmark = NEEDS_SAMPLES
ROW_FIELDS = {
    "sheet": "sheet",
    "row": "row",
    "org": "organisation",
    "involved": "involved_before",
    "mentors": "added_mentors",
    "mentees": "added_mentees",
    "programme": "programme",
    "form": "mentoring_form",
}
"""Their name → ours."""


@pytest.mark.parametrize("entry", SAMPLE_FILES, ids=lambda entry: entry["file"])
def test_sample_is_read_as_its_manifest_says(entry: dict[str, Any]) -> None:
    path = SAMPLES / entry["file"]
    reading = read_report(path.read_bytes(), path.name)
    rows = [{name: getattr(row, ours) for name, ours in ROW_FIELDS.items()} for row in reading.rows]
    assert rows == entry["rows"]
    problems = {(item.code, item.severity, item.sheet, item.cell) for item in reading.problems}
    required = {_as_problem(issue) for issue in entry["issues"] if not issue.get("optional")}
    allowed = {_as_problem(issue) for issue in entry["issues"]}
    assert required <= problems <= allowed
    assert len(reading.problems) == len(problems)


def _as_problem(issue: dict[str, Any]) -> tuple[str, str, str | None, str | None]:
    return (issue["code"], issue["severity"], issue["sheet"], issue["cell"])
