"""Practices of the demonstration that the centre has marked to be shown."""

from cmn_core.analysis.practice_names import practice_key
from cmn_core.demo.plan import DemoPlan
from cmn_core.reference import Reference
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.organisations import known_organisations
from cmn_core.store.shown_practices import list_shown_practices, mark_practice


def mark_shown(database: Database, plan: DemoPlan, reference: Reference, by: Author) -> None:
    """Mark the practices that are not marked yet."""
    numbers = {(each.district, each.name): each.organisation_id for each in known_organisations(database)}
    marked = {(each.organisation_id, each.name_key) for each in list_shown_practices(database)}
    for shown in plan.story.shown:
        # A smaller demonstration has not all of them.
        number = numbers.get((shown.oktmo, shown.organisation))
        key = practice_key(shown.title, reference.practices.folding)
        if number is not None and (number, key) not in marked:
            mark_practice(database, number, key, shown.title, shown.note, by)
