"""The attachments of one week, made from what the demonstration knows: clean ones, and every kind of trouble."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts import OrganisationFacts
from cmn_core.store.reports import ReportKey, read_in_force, read_report_organisations
from tests.pages.report_files import make_report, school

NOVEMBER, DECEMBER = Period(2020, 11), Period(2020, 12)
DATES = {NOVEMBER: ("01.10.2020", "24.11.2020"), DECEMBER: ("01.12.2020", "01.01.2021")}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it hangs on a letter."""

    name: str
    content: bytes


def make_clean(database: Database, month: Period = DECEMBER) -> dict[str, bytes]:
    """Write a municipal expansion form of every municipality that sent one; ОКТМО → bytes."""
    found = {}
    for district in shipped_reference().region.districts:
        version = read_in_force(database, ReportKey(district.oktmo, "municipal", "expansion", NOVEMBER))
        if version is not None:
            organisations = read_report_organisations(database, version.report_id)
            found[district.oktmo] = make_report(write_rows(organisations), place=district.name, dates=DATES[month])
    return found


def write_rows(organisations: Sequence[OrganisationFacts], more: int = 1) -> list[Sequence]:
    """Write the organisations of a report with some people more."""
    return [
        school(item.name, item.people.involved_before + more, item.people.added_mentors, item.people.added_mentees)
        for item in organisations
    ]


def make_pile(address: str, size: int = 40) -> list[Attachment]:
    """Make so many attachments: copies, two versions, another month, a stranger, a faulty one, and clean ones."""
    database = open_database(address)
    clean = make_clean(database)
    codes = list(clean)
    first, second, third = (
        read_report_organisations(
            database,
            read_in_force(database, ReportKey(code, "municipal", "expansion", NOVEMBER)).report_id,
        )
        for code in codes[:3]
    )
    names = {district.oktmo: district.name for district in shipped_reference().region.districts}
    troubles = [
        Attachment("Отчёт.xlsx", clean[codes[0]]),
        Attachment("Отчёт новый.xlsx", make_report(write_rows(first, 2), place=names[codes[0]], dates=DATES[DECEMBER])),
        Attachment("копия (1).xlsx", clean[codes[1]]),
        Attachment("ноябрь.xlsx", make_report(write_rows(second, 1), place=names[codes[1]], dates=DATES[NOVEMBER])),
        Attachment("резюме.docx", b"not a workbook at all"),
        Attachment("пустой.xlsx", b""),
        Attachment("чужой шаблон.xlsx", make_report(write_rows(third), place=names[codes[3]], dates=DATES[DECEMBER])),
        Attachment(
            "с ошибкой.xlsx",
            make_report(
                [*write_rows(third)[:-1], school(third[-1].name, "много", 1, 2)],
                place=names[codes[2]],
                dates=DATES[DECEMBER],
            ),
        ),
    ]
    database.close()
    rest = [Attachment(f"{names[code]}.xlsx", clean[code]) for code in codes[1:]]
    return [*rest, *troubles][-size:] if len(rest) + len(troubles) > size else [*rest, *troubles]
