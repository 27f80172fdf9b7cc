"""What the practices of reports come to by municipality, form and role model: pure counting over their rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from cmn_core.store.sums import UNNAMED, RowWithCounts, group_by_count, names_something


class RowOfPractice(RowWithCounts, Protocol):
    """A row with all that its sums are told apart by."""

    @property
    def report_id(self) -> int: ...
    @property
    def figures_id(self) -> int: ...
    @property
    def district(self) -> str: ...
    @property
    def subordination(self) -> str: ...
    @property
    def role_model(self) -> str | None: ...
    @property
    def mentors(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class PracticeSums:
    """Programmes of one role model of a form, and participations in them."""

    report_id: int
    district: str
    """ОКТМО."""
    subordination: str
    form_code: str | None
    """None: counts that stand for programmes of different forms."""
    role_model: str | None
    """As the report names it; None where it names none."""
    of_one_model: bool
    """False: counts that stand for programmes of different role models; no programme is counted here."""
    programmes: int
    mentors: int
    mentees: int


_Key = tuple[int, str, str, str | None, str | None, bool]


def sum_practices(rows: Iterable[RowOfPractice]) -> tuple[PracticeSums, ...]:
    """Sum rows that stand by organisation and in the order of the sheets; each count goes to what its rows share."""
    tallies: defaultdict[_Key, list[int]] = defaultdict(lambda: [0, 0, 0])
    for _, of_organisation in groupby(rows, key=lambda row: row.figures_id):
        listed = list(of_organisation)
        for row in listed:
            if row.programme:
                tallies[_key(row, row.form_code, row.role_model)][0] += 1
        for group in group_by_count(listed):
            tally = tallies[_shared_key(group)]
            tally[1] += group[0].mentors or 0
            tally[2] += group[0].mentees or 0
    ordered = sorted((item for item in tallies.items() if any(item[1])), key=lambda item: tuple(map(str, item[0])))
    return tuple(PracticeSums(*key, *tally) for key, tally in ordered)


def _shared_key(group: Sequence[RowOfPractice]) -> _Key:
    followed = {(row.form_code, row.role_model) for row in group if names_something(row)} or {(UNNAMED, None)}
    if len(followed) == 1:
        return _key(group[0], *followed.pop())
    forms = {form for form, _ in followed}
    return _key(group[0], forms.pop() if len(forms) == 1 else None, None, of_one_model=False)


def _key(row: RowOfPractice, form: str | None, role_model: str | None, *, of_one_model: bool = True) -> _Key:
    return row.report_id, row.district, row.subordination, form, role_model, of_one_model
