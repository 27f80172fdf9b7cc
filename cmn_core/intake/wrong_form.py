"""What a file without a whole form lacks, told of the form that it is likest to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cmn_core.intake.cells.grid import Sheet, cell_address
from cmn_core.intake.headings import Heading, find_candidate, find_heading
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.reference import Layout, Reference


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A heading in which captions of a layout were recognised."""

    sheet: Sheet
    heading: Heading
    layout: Layout

    @property
    def likeness(self) -> tuple[int, int]:
        """More captions found, then fewer that lack."""
        return len(self.heading.columns), -len(self.heading.missing)


def wrong_form(sheets: Sequence[Sheet], reference: Reference) -> Problem:
    """Name the captions that lack, at the best candidate for a heading."""
    layouts = reference.layouts
    candidates = list(
        _find_candidates(
            sheets,
            (layouts.expansion, layouts.monthly.organisations, layouts.monthly.programmes, layouts.population),
        )
    )
    best = max(candidates, key=lambda item: item.likeness, default=None)
    if best is None:
        return _nothing_found(sheets, reference)
    if best.layout.code == layouts.monthly.organisations.code:
        best, reason = _describe_monthly(best, candidates, reference)
    else:
        reason = f"похоже на «{best.layout.label}», но не найдены столбцы {_listed(best.heading.missing)}"
    cell = cell_address(best.heading.top, best.heading.first_column)
    return make_problem(reference.problem_texts, "wrong_form", sheet=best.sheet.name, cell=cell, reason=reason)


def _find_candidates(sheets: Iterable[Sheet], layouts: Sequence[Layout]) -> Iterator[_Candidate]:
    for sheet in sheets:
        for layout in layouts:
            heading = find_heading(sheet, layout)
            if heading:
                yield _Candidate(sheet, heading, layout)


def _describe_monthly(
    best: _Candidate, candidates: Sequence[_Candidate], reference: Reference
) -> tuple[_Candidate, str]:
    """Tell which of the two tables lacks, and what: the one that has a whole heading is not complained of."""
    monthly = reference.layouts.monthly
    other_layout = monthly.programmes if best.layout is monthly.organisations else monthly.organisations
    if best.heading.missing:
        return best, (
            f"в таблице «{best.layout.sheet}» ({monthly.label.lower()}) не найдены столбцы "
            f"{_listed(best.heading.missing)}"
        )
    others = [item for item in candidates if item.layout is other_layout and item.sheet is not best.sheet]
    other = max(others, key=lambda item: item.likeness, default=None)
    if other is None:
        return best, (
            f"есть таблица «{best.layout.sheet}», а таблицы «{other_layout.sheet}» нет: "
            f"{monthly.label.lower()} состоит из обеих"
        )
    return other, (
        f"в таблице «{other_layout.sheet}» ({monthly.label.lower()}) не найдены столбцы "
        f"{_listed(other.heading.missing)}"
    )


def _nothing_found(sheets: Sequence[Sheet], reference: Reference) -> Problem:
    """Point at the likeliest heading where too few captions are recognised."""
    layout = reference.layouts.expansion
    found = [(candidate, sheet) for sheet in sheets if (candidate := find_candidate(sheet, layout))]
    place = max(found, key=lambda item: item[0][0], default=None)
    return make_problem(
        reference.problem_texts,
        "wrong_form",
        sheet=place[1].name if place else None,
        cell=cell_address(place[0][1], place[0][2]) if place else None,
        reason=f"не найдены столбцы {_listed(column.short for column in layout.columns)}",
    )


def _listed(captions: Iterable[str]) -> str:
    return ", ".join(f"«{caption}»" for caption in captions)
