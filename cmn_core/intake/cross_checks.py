"""Do the numbers of a monthly form agree: within a row, and between an organisation and its programmes?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.programme_owners import ProgrammeOwners, find_owners
from cmn_core.intake.reading import MonthlyOrganisation, MonthlyPart, MonthlyProgramme, SheetReading, find_cell
from cmn_core.reference import Reference
from cmn_core.reference.monthly_rules import ORGANISATION_RULES, PARTICIPATION_RULES, PROGRAMME_RULES, CountRule
from cmn_core.wording import format_count

Place = tuple[str | None, str | None]
"""Sheet and cell."""
MonthlyRow = MonthlyOrganisation | MonthlyProgramme
_RELATIONS = {"at_most": "больше", "at_least": "меньше"}


@dataclass(frozen=True, slots=True)
class MonthlyTables:
    """Both tables as read, and the cells whose own errors leave nothing to compare."""

    organisations: Sequence[MonthlyOrganisation]
    programmes: Sequence[MonthlyProgramme]
    sheets: Sequence[SheetReading]
    faulty: frozenset[Place]

    def cell(self, part: MonthlyPart, row: MonthlyRow, field: str) -> str | None:
        """Name the cell of a row's field."""
        return find_cell(self.sheets, part, row.sheet, row.row, field)


def check_agreement(tables: MonthlyTables, reference: Reference) -> Iterator[Problem]:
    """Yield every disagreement at its cell; a rule one of whose numbers is unreadable is passed over."""
    owners = find_owners(tables.organisations, tables.programmes, reference.limits.name_proposal_score)
    for organisation in tables.organisations:
        for rule in ORGANISATION_RULES:
            yield from _check_row(tables, "organisations", organisation, rule, reference)
        for rule in PARTICIPATION_RULES:
            yield from _check_participations(tables, organisation, owners, rule, reference)
    for programme in tables.programmes:
        for rule in PROGRAMME_RULES:
            yield from _check_row(tables, "programmes", programme, rule, reference)
    yield from _check_listed(tables, owners, reference)
    yield from _check_plausible(tables, reference)


def _check_row(
    tables: MonthlyTables, part: MonthlyPart, row: MonthlyRow, rule: CountRule, reference: Reference
) -> Iterator[Problem]:
    """Compare a number with others of its row."""
    stated = getattr(row, rule.field)
    others = {field: getattr(row, field) for field in rule.others}
    if stated is None or None in others.values():
        return
    if rule.relation == "at_least":
        greatest = max(others, key=lambda field: others[field])
        others = {greatest: others[greatest]}
    bound = sum(others.values())
    if stated > bound if rule.relation == "at_most" else stated < bound:
        layout = reference.layouts.table("monthly", part)
        named = " и ".join(f"«{layout.column(field).short}»" for field in others)
        named += " вместе" if len(others) > 1 else ""
        yield _disagreement(tables, part, row, rule, bound, named, reference)


def _check_participations(
    tables: MonthlyTables, row: MonthlyOrganisation, owners: ProgrammeOwners, rule: CountRule, reference: Reference
) -> Iterator[Problem]:
    """Compare an organisation's number with what its programmes come to."""
    stated = getattr(row, rule.field)
    if stated is None or row.organisation is None:
        return
    programmes = owners.rows.get(name_key(row.organisation), [])
    (field,) = rule.others
    if any(_is_unread(tables, programme, field) for programme in programmes):
        return
    bound = sum(getattr(programme, field) or 0 for programme in programmes)
    if stated > bound:
        layout = reference.layouts.monthly.programmes
        named = f"«{layout.column(field).short}» во всех программах организации"
        yield _disagreement(tables, "organisations", row, rule, bound, named, reference)


def _is_unread(tables: MonthlyTables, row: MonthlyProgramme, field: str) -> bool:
    """Tell a number with an error from one that stands in a merged cell above."""
    return getattr(row, field) is None and (row.sheet, tables.cell("programmes", row, field)) in tables.faulty


def _disagreement(
    tables: MonthlyTables,
    part: MonthlyPart,
    row: MonthlyRow,
    rule: CountRule,
    bound: int,
    others: str,
    reference: Reference,
) -> Problem:
    stated = format_count(getattr(row, rule.field))
    return make_problem(
        reference.problem_texts,
        "cross_check",
        sheet=row.sheet,
        cell=tables.cell(part, row, rule.field),
        value=stated,
        column=reference.layouts.table("monthly", part).column(rule.field).short,
        count=stated,
        relation=_RELATIONS[rule.relation],
        others=others,
        other_count=format_count(bound),
    )


def _check_listed(tables: MonthlyTables, owners: ProgrammeOwners, reference: Reference) -> Iterator[Problem]:
    """Report programmes of an organisation that has no row of its own; a merged name is told once."""
    told: set[Place] = set()
    for row in tables.programmes:
        place = (row.sheet, row.organisation_cell)
        if row.organisation is None or place in told or (key := name_key(row.organisation)) not in owners.unlisted:
            continue
        told.add(place)
        likest = owners.unlisted[key]
        yield make_problem(
            reference.problem_texts,
            "cross_check",
            variant="unlisted",
            sheet=row.sheet,
            cell=row.organisation_cell,
            value=row.organisation,
            proposal=f" Похожа на «{likest}»." if likest else "",
        )


def _check_plausible(tables: MonthlyTables, reference: Reference) -> Iterator[Problem]:
    """Doubt a number of children that is over all pupils of their organisation."""
    pupils: dict[str, int | None] = {}
    for organisation in tables.organisations:
        if organisation.organisation is not None:
            pupils.setdefault(name_key(organisation.organisation), organisation.pupils_10_19)
            yield from _doubt(tables, "organisations", organisation, "involved", organisation.pupils_10_19, reference)
    for programme in tables.programmes:
        if programme.organisation is not None:
            known = pupils.get(name_key(programme.organisation))
            yield from _doubt(tables, "programmes", programme, "mentees_10_19", known, reference)


def _doubt(
    tables: MonthlyTables, part: MonthlyPart, row: MonthlyRow, field: str, pupils: int | None, reference: Reference
) -> Iterator[Problem]:
    """A number over the general limit is doubted at its cell already."""
    stated = getattr(row, field)
    if stated is None or pupils is None or not pupils < stated <= reference.limits.implausible_count:
        return
    shown = format_count(stated)
    yield make_problem(
        reference.problem_texts,
        "implausible_count",
        variant="pupils",
        sheet=row.sheet,
        cell=tables.cell(part, row, field),
        value=shown,
        shown=shown,
        column=reference.layouts.table("monthly", part).column(field).short,
        limit=format_count(pupils),
    )
