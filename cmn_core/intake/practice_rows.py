"""A row that names a programme: its organisation, perhaps merged or continued, its form, its numbers of people."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cmn_core.intake.cell_checks import check_count, check_form, check_text
from cmn_core.intake.counts import BLANK, CountReading, is_dash
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.table_cells import TableCells
from cmn_core.intake.table_walk import TableWalk, has_broken_formula, missing_organisation, organisation_text
from cmn_core.reference import FormReading, Reference
from cmn_core.reference.spelling import fold_text


@dataclass(slots=True)
class PracticeWalk(TableWalk):
    """What a walk down a table of programmes remembers besides."""

    own_counts: bool = False
    """Each row has numbers of its own: left blank they are missing, not those of the row above."""
    programmes: set[str] = field(default_factory=set)
    """Of the organisation that may be continued."""
    forms: dict[str | None, FormReading] = field(default_factory=dict)
    """Forms read so far: a column holds few of them many times."""


@dataclass(slots=True)
class PracticeCells:
    """What the cells of one data row say."""

    organisation: str | None
    programme: str | None
    form_text: str | None
    form: FormReading
    readings: dict[str, CountReading]
    inherited: tuple[str, ...]
    """Counts that stand in a merged cell above."""
    blank: tuple[str, ...]
    owed: tuple[str, ...]
    """Blank counts that the row had to state."""
    continues: bool
    """The row goes on with the organisation above, its counts left out or merged."""

    def count(self, name: str) -> int | None:
        """Return a count of this row; one that stands above is None here."""
        return None if name in self.inherited else self.readings[name].count


def take_practice(table: TableCells, row: int, walk: PracticeWalk, reference: Reference) -> PracticeCells:
    """Read one data row, adding its problems and counts to the walk's."""
    cells = _read_cells(table, row, walk, reference)
    walk.problems.extend(_check_row(table, row, cells, reference))
    _remember(cells.organisation, cells.programme, walk)
    counted = () if cells.continues else (name for name in table.count_fields if name not in cells.inherited)
    walk.counts.append({name: cells.readings[name].count for name in counted})
    return cells


def _read_cells(table: TableCells, row: int, walk: PracticeWalk, reference: Reference) -> PracticeCells:
    """Read the row's texts and counts, and whether it continues the row above."""
    organisation = organisation_text(table, row)
    programme, form_text = _practice_texts(table, row)
    if form_text not in walk.forms:
        walk.forms[form_text] = reference.forms.recognise(form_text)
    readings = {name: table.count(row, name) for name in table.count_fields}
    inherited = tuple(name for name in table.count_fields if _inherits_count(table, row, name, organisation))
    blank = tuple(name for name in table.count_fields if readings[name] == BLANK and name not in inherited)
    no_counts = len(blank) + len(inherited) == len(table.count_fields)
    continues = no_counts and _continues(organisation, programme, form_text, walk)
    if continues and organisation is None:
        organisation = walk.organisation
    return PracticeCells(
        organisation=organisation,
        programme=programme,
        form_text=form_text,
        form=walk.forms[form_text],
        readings=readings,
        inherited=inherited,
        blank=blank,
        owed=blank if walk.own_counts or not continues else (),
        continues=continues,
    )


def _check_row(table: TableCells, row: int, cells: PracticeCells, reference: Reference) -> Iterator[Problem]:
    """Report what is wrong with the row, cell by cell."""
    if cells.organisation is None and not has_broken_formula(table, row, "organisation"):
        yield missing_organisation(table, row, reference)
    left_out = len(cells.blank) > len(cells.owed) or not table.own_text(row, "organisation")
    if cells.continues and left_out and not _all_merged(table, row, cells.inherited):
        yield _continued(table, row, cells.organisation, reference)
    for name in table.count_fields:
        if name in cells.inherited or (name in cells.blank and name not in cells.owed):
            continue
        reading = CountReading(None, "missing_count") if name in cells.owed else cells.readings[name]
        yield from check_count(table, row, name, reading, reference)
    for name in table.text_fields:
        yield from check_text(table, row, name, reference)
    if cells.form.kind != "known" and _speaks_of_people(cells) and table.merged_from(row, "mentoring_form") is None:
        yield from check_form(table, row, cells.form, reference)


def _speaks_of_people(cells: PracticeCells) -> bool:
    """Tell a row that owes a form: with a programme, or with people of an organisation; zeros alone owe none."""
    if cells.programme or cells.form_text:
        return True
    return cells.organisation is not None and any(reading.count for reading in cells.readings.values())


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


def _continues(organisation: str | None, programme: str | None, form_text: str | None, walk: PracticeWalk) -> bool:
    """Tell whether a row without counts goes on with the organisation above under another programme."""
    if organisation is None:
        return bool(programme or form_text) and walk.organisation is not None
    if walk.organisation is None or name_key(organisation) != name_key(walk.organisation):
        return False
    return bool(programme or form_text) and fold_text(programme or "") not in walk.programmes


def _all_merged(table: TableCells, row: int, inherited: tuple[str, ...]) -> bool:
    """Tell a row whose organisation and counts are all merged from above: nothing was left out."""
    return len(inherited) == len(table.count_fields) and table.merged_from(row, "organisation") is not None


def _remember(organisation: str | None, programme: str | None, walk: PracticeWalk) -> None:
    same = (
        organisation is not None
        and walk.organisation is not None
        and name_key(organisation) == name_key(walk.organisation)
    )
    if not same:
        walk.organisation = organisation
        walk.programmes = set()
    walk.programmes.add(fold_text(programme or ""))


def _continued(table: TableCells, row: int, organisation: str | None, reference: Reference) -> Problem:
    return make_problem(
        reference.problem_texts,
        "continued_row",
        sheet=table.sheet.name,
        cell=table.address(row, "organisation"),
        organisation=organisation or "",
    )
