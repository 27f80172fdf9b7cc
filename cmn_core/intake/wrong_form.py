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
        return _monthly_problem(best, candidates, reference)
    return _problem("likely", best, reference, missing=_listed(best.heading.missing))


def _find_candidates(sheets: Iterable[Sheet], layouts: Sequence[Layout]) -> Iterator[_Candidate]:
    for sheet in sheets:
        for layout in layouts:
            heading = find_heading(sheet, layout)
            if heading:
                yield _Candidate(sheet, heading, layout)


def _monthly_problem(best: _Candidate, candidates: Sequence[_Candidate], reference: Reference) -> Problem:
    """Tell which of the two tables lacks, and what: the one that has a whole heading is not complained of."""
    monthly = reference.layouts.monthly
    if best.heading.missing:
        return _problem("part", best, reference, missing=_listed(best.heading.missing))
    other_layout = monthly.programmes if best.layout is monthly.organisations else monthly.organisations
    others = [item for item in candidates if item.layout is other_layout and item.sheet is not best.sheet]
    other = max(others, key=lambda item: item.likeness, default=None)
    if other is None:
        return _problem("half", best, reference, missing=other_layout.sheet)
    return _problem("part", other, reference, missing=_listed(other.heading.missing))


def _problem(variant: str, candidate: _Candidate, reference: Reference, *, missing: str) -> Problem:
    return make_problem(
        reference.problem_texts,
        "wrong_form",
        variant=variant,
        sheet=candidate.sheet.name,
        cell=cell_address(candidate.heading.top, candidate.heading.first_column),
        layout=candidate.layout.label,
        table=candidate.layout.sheet,
        missing=missing,
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
        missing=_listed(column.short for column in layout.columns),
    )


def _listed(captions: Iterable[str]) -> str:
    return ", ".join(f"«{caption}»" for caption in captions)
