"""How full a month's report is: graded, and never above the organisations that were open then."""

from dataclasses import dataclass

from cmn_core.reference.collection import Grade


@dataclass(frozen=True, slots=True)
class Fullness:
    """A grade with what it rests on."""

    grade: Grade
    named: int
    """Open organisations that the report names, each once."""
    expected: int
    """Organisations that were open in the month."""

    @property
    def share_pct(self) -> int:
        """Whole per cent of the open organisations that are named, 0 to 100; only all of them are 100."""
        return self.named * 100 // self.expected if self.expected else (0 if self.grade == "absent" else 100)


def grade_report(named: int, expected: int, *, is_there: bool, is_empty: bool, is_copy: bool) -> Fullness:
    """Grade a report: absent, zeros only, copied from last month, part of the organisations, full.

    What is worse tells the grade; organisations over those that were open then do not lift it.
    """
    kept = max(0, min(named, expected)) if is_there else 0
    if not is_there:
        grade: Grade = "absent"
    elif is_empty:
        grade = "zeros"
    elif is_copy:
        grade = "copied"
    else:
        grade = "part" if kept < expected else "full"
    return Fullness(grade, kept, expected)
