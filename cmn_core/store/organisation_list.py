"""The list of organisations, a page of it at a time: cost follows what is shown, not how many there are."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlmodel import col

from cmn_core.intake.organisation_names import name_key
from cmn_core.reference.spelling import fold_text
from cmn_core.store.corrections import OrganisationFacts, facts_of
from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, OrganisationAlias


@dataclass(frozen=True, slots=True)
class ListedOrganisation:
    """A line of the list."""

    organisation_id: int
    facts: OrganisationFacts
    spellings: tuple[str, ...]
    """Other spellings as they were written."""


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Some of the organisations that were looked for, and how many there are."""

    found: tuple[ListedOrganisation, ...]
    total: int


def list_organisations(
    database: Database, district: str | None = None, words: str = "", *, page: int = 1, on_page: int | None = None
) -> OrganisationPage:
    """Return a page of a municipality's organisations, or of all, in whose name or spellings all the words stand."""
    with database.read() as session:
        actor_of(session).demand("see_organisations", district)
        conditions = _conditions(district, words)
        total = session.scalar(
            select(func.count(col(Organisation.id)))
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(*conditions)
        )
        chosen = (
            select(Organisation)
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(*conditions)
            .order_by(col(District.oktmo), col(Organisation.name), col(Organisation.id))
        )
        if on_page is not None:
            chosen = chosen.offset((page - 1) * on_page).limit(on_page)
        organisations = session.scalars(chosen).all()
        spellings: dict[int, list[str]] = {organisation.id or 0: [] for organisation in organisations}
        written = session.execute(
            select(col(OrganisationAlias.organisation_id), col(OrganisationAlias.name))
            .where(col(OrganisationAlias.organisation_id).in_(spellings) if on_page is not None else true())
            .order_by(col(OrganisationAlias.id))
        )
        for number, name in written:
            spellings.setdefault(number, []).append(name)
        oktmo = read_oktmo(session)
    found = tuple(
        ListedOrganisation(item.id or 0, facts_of(item, oktmo), tuple(spellings[item.id or 0]))
        for item in organisations
    )
    return OrganisationPage(found, total or 0)


def _conditions(district: str | None, words: str) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [col(Organisation.merged_into_id).is_(None)]
    if district is not None:
        conditions.append(col(District.oktmo) == district)
    tokens = fold_text(words).replace("%", " ").replace('"', " ").split()
    if tokens:
        # A whole name finds its organisation in whatever spelling; single words are looked for as they are.
        whole = _contains(name_key(words))
        each = [or_(_contains(token), col(Organisation.name).contains(token, autoescape=True)) for token in tokens]
        conditions.append(or_(whole, and_(*each)) if name_key(words) else and_(*each))
    return conditions


def _contains(part: str) -> ColumnElement[bool]:
    spelt = select(col(OrganisationAlias.organisation_id)).where(
        col(OrganisationAlias.key).contains(part, autoescape=True)
    )
    return or_(col(Organisation.key).contains(part, autoescape=True), col(Organisation.id).in_(spelt))
