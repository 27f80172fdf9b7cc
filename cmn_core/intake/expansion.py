"""Read the expansion form of one sheet: rows with their counts, and everything that is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cmn_core.intake.cell_checks import (
    check_count,
    check_external_links,
    check_form,
    check_text,
    describe_hidden_rows,
)
from cmn_core.intake.cells.grid import Sheet, cell_address
from cmn_core.intake.counts import BLANK, CountReading, is_dash
from cmn_core.intake.expansion_lines import COUNT_FIELDS, Line, walk_lines
from cmn_core.intake.headings import Heading
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import ExpansionRow
from cmn_core.intake.sign_offs import find_person, names_people_column
from cmn_core.intake.table_cells import TableCells
from cmn_core.intake.totals import Counts, Sections, TotalLine, check_totals
from cmn_core.reference import FormReading, Reference
from cmn_core.reference.spelling import fold_text

TEXT_FIELDS = ("organisation", "programme", "mentoring_form")


@dataclass(slots=True)
class _Progress:
    """What the walk down a table remembers."""

    organisation: str | None = None
    """The organisation that a row without one continues; None after a section break."""
    programmes: set[str] = field(default_factory=set)
    rows: list[ExpansionRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: list[Counts] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """How many data rows stand above each caption and total."""
    totals: list[TotalLine] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    person_cell: str | None = None
    forms: dict[str | None, FormReading] = field(default_factory=dict)
    """Forms read so far: a column holds few of them many times."""


def parse_expansion_sheet(
    sheet: Sheet, heading: Heading, reference: Reference
) -> tuple[list[ExpansionRow], list[Problem]]:
    """Return the sheet's data rows and its problems; reading goes on past every bad row."""
    table = TableCells(sheet, heading)
    progress = _Progress()
    for line in walk_lines(table, reference.layouts.expansion):
        if line.kind == "data":
            _take_row(table, line.row, progress, reference)
        elif line.kind == "signature":
            progress.organisation = None
            progress.person_cell = progress.person_cell or find_person(sheet, line.row)
        else:
            _break_section(line, progress)
    problems = [
        *progress.problems,
        *check_totals(table, Sections(progress.counts, progress.breaks), progress.totals, reference),
        *check_external_links(table, reference),
        *_check_sheet(table, progress, reference),
    ]
    return progress.rows, problems


@dataclass(slots=True)
class _Cells:
    """What the cells of one data row say."""

    organisation: str | None
    programme: str | None
    form_text: str | None
    readings: dict[str, CountReading]
    inherited: tuple[str, ...]
    """Counts that stand in a merged cell above."""
    blank: tuple[str, ...]
    continues: bool
    """The row goes on with the organisation above, its counts left out or merged."""

    def count(self, name: str) -> int | None:
        """Return a count of this row; one that stands above is None here."""
        return None if name in self.inherited else self.readings[name].count


def _take_row(table: TableCells, row: int, progress: _Progress, reference: Reference) -> None:
    """Read one data row with its problems."""
    cells = _read_cells(table, row, progress)
    if cells.form_text not in progress.forms:
        progress.forms[cells.form_text] = reference.forms.recognise(cells.form_text)
    form = progress.forms[cells.form_text]
    progress.problems.extend(_check_row(table, row, cells, form, reference))
    _remember(cells.organisation, cells.programme, progress)
    counted = () if cells.continues else (name for name in COUNT_FIELDS if name not in cells.inherited)
    progress.counts.append({name: cells.readings[name].count for name in counted})
    if row in table.sheet.hidden_rows:
        progress.hidden.append(row)
    progress.rows.append(
        ExpansionRow(
            sheet=table.sheet.name,
            row=row,
            organisation=cells.organisation,
            involved_before=cells.count("involved_before"),
            added_mentors=cells.count("added_mentors"),
            added_mentees=cells.count("added_mentees"),
            programme=cells.programme,
            mentoring_form=cells.form_text,
            form_code=form.code,
            continued=cells.continues,
            organisation_cell=table.address(row, "organisation"),
        )
    )


def _read_cells(table: TableCells, row: int, progress: _Progress) -> _Cells:
    """Read the row's texts and counts, and whether it continues the row above."""
    organisation = _organisation_text(table, row)
    programme, form_text = _practice_texts(table, row)
    readings = {name: table.count(row, name) for name in COUNT_FIELDS}
    inherited = tuple(name for name in COUNT_FIELDS if _inherits_count(table, row, name, organisation))
    blank = tuple(name for name in COUNT_FIELDS if readings[name] == BLANK and name not in inherited)
    no_counts = len(blank) + len(inherited) == len(COUNT_FIELDS)
    continues = no_counts and _continues(organisation, programme, form_text, progress)
    if continues and organisation is None:
        organisation = progress.organisation
    return _Cells(organisation, programme, form_text, readings, inherited, blank, continues)


def _check_row(
    table: TableCells, row: int, cells: _Cells, form: FormReading, reference: Reference
) -> Iterator[Problem]:
    """Report what is wrong with the row, cell by cell."""
    if cells.organisation is None and not _is_broken_formula(table, row, "organisation"):
        yield _missing_org(table, row, reference)
    left_out = bool(cells.blank) or not table.own_text(row, "organisation")
    if cells.continues and left_out and not _all_merged(table, row, cells.inherited):
        yield _continued(table, row, cells.organisation, reference)
    for name in COUNT_FIELDS:
        if name in cells.inherited or (cells.continues and name in cells.blank):
            continue
        reading = CountReading(None, "missing_count") if name in cells.blank else cells.readings[name]
        yield from check_count(table, row, name, reading, reference)
    for name in TEXT_FIELDS:
        yield from check_text(table, row, name, reference)
    if form.kind != "known" and _speaks_of_people(cells) and table.merged_from(row, "mentoring_form") is None:
        yield from check_form(table, row, form, reference)


def _speaks_of_people(cells: _Cells) -> bool:
    """Tell a row that owes a form: with a programme, or with people of an organisation; zeros alone owe none."""
    if cells.programme or cells.form_text:
        return True
    return cells.organisation is not None and any(reading.count for reading in cells.readings.values())


def _organisation_text(table: TableCells, row: int) -> str | None:
    """Return the organisation; a dash or ditto marks in its place are none."""
    text = table.read_text(row, "organisation")
    return text if any(sign.isalnum() for sign in text) else None


def _practice_texts(table: TableCells, row: int) -> tuple[str | None, str | None]:
    """Return programme and form; a dash in place of a programme is no programme, and beside it no form."""
    programme, form_text = table.read_text(row, "programme"), table.read_text(row, "mentoring_form")
    if is_dash(programme):
        programme = ""
    if not programme and is_dash(form_text):
        form_text = ""
    return programme or None, form_text or None


def _inherits_count(table: TableCells, row: int, name: str, organisation: str | None) -> bool:
    """Tell whether the count stands in a merged cell above, of the same organisation."""
    above = table.merged_from(row, name)
    if above is None:
        return False
    owner = table.text(above, "organisation") or None
    return organisation is None or owner is None or name_key(owner) == name_key(organisation)


def _continues(organisation: str | None, programme: str | None, form_text: str | None, progress: _Progress) -> bool:
    """Tell whether a row without counts goes on with the organisation above under another programme."""
    if organisation is None:
        return bool(programme or form_text) and progress.organisation is not None
    if progress.organisation is None or name_key(organisation) != name_key(progress.organisation):
        return False
    return bool(programme or form_text) and fold_text(programme or "") not in progress.programmes


def _all_merged(table: TableCells, row: int, inherited: tuple[str, ...]) -> bool:
    """Tell a row whose organisation and counts are all merged from above: nothing was left out."""
    return len(inherited) == len(COUNT_FIELDS) and table.merged_from(row, "organisation") is not None


def _remember(organisation: str | None, programme: str | None, progress: _Progress) -> None:
    same = (
        organisation is not None
        and progress.organisation is not None
        and name_key(organisation) == name_key(progress.organisation)
    )
    if not same:
        progress.organisation = organisation
        progress.programmes = set()
    progress.programmes.add(fold_text(programme or ""))


def _break_section(line: Line, progress: _Progress) -> None:
    """Close a section at a caption or a total; a total is kept to be compared."""
    progress.organisation = None
    if line.kind in ("total", "head_total"):
        heads = line.kind == "head_total"
        progress.totals.append(TotalLine(line.row, line.label, len(progress.breaks), heads))
    progress.breaks.append(len(progress.counts))


def _is_broken_formula(table: TableCells, row: int, name: str) -> bool:
    place = table.position(row, name)
    return place in table.sheet.error_cells or place in table.sheet.unvalued_formulas


def _missing_org(table: TableCells, row: int, reference: Reference) -> Problem:
    cell = table.address(row, "organisation")
    return make_problem(reference.problem_texts, "missing_org", sheet=table.sheet.name, cell=cell)


def _continued(table: TableCells, row: int, organisation: str | None, reference: Reference) -> Problem:
    return make_problem(
        reference.problem_texts,
        "continued_row",
        sheet=table.sheet.name,
        cell=table.address(row, "organisation"),
        organisation=organisation or "",
    )


def _check_sheet(table: TableCells, progress: _Progress, reference: Reference) -> Iterator[Problem]:
    """Report hidden rows and people's data once for the sheet."""
    texts, sheet = reference.problem_texts, table.sheet.name
    if progress.hidden:
        yield describe_hidden_rows(table, progress.hidden, "organisation", reference)
    for named in (_people_column(table), progress.person_cell):
        if named:
            yield make_problem(texts, "personal_data", sheet=sheet, cell=named)


def _people_column(table: TableCells) -> str | None:
    """Find a column of people's names or telephones beside the form's own: it is not read."""
    for column, captions in table.heading.captions.items():
        if column not in table.columns.values() and names_people_column(captions[-1]):
            return cell_address(table.caption_row(column), column)
    return None
