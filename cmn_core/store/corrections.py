"""Put an organisation right; the sums of every report that names it are made anew in the same transaction."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlmodel import Session

from cmn_core.intake.organisation_names import name_key
from cmn_core.reference.spelling import collapse_spaces
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.districts import district_id, read_district_ids, read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.naming import forget_spelling, remember_spelling
from cmn_core.store.organisation_moves import read_standing, refuse_namesake, sum_anew
from cmn_core.store.sessions import actor_of
from cmn_core.store.spellings import forget_unused, take_spelling
from cmn_core.store.tables import Organisation

LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What is known of an organisation, all of which may be put right."""

    name: str
    district: str
    kind: str
    subordination: str
    opened: date | None = None
    closed: date | None = None


def correct_organisation(
    database: Database,
    organisation_id: int,
    *,
    district: str | None = None,
    kind: str | None = None,
    subordination: str | None = None,
    name: str | None = None,
    alias: str | None = None,
    author: str,
    now: datetime,
) -> int:
    """Change what is given and return how many reports were summed anew.

    A former name stays as a spelling. Raises StoreError where the municipality has another organisation of that name.
    """
    with database.write() as session:
        actor_of(session).demand("keep_register")
        organisation = read_standing(session, organisation_id)
        before = organisation.model_dump(mode="json")
        if district is not None:
            organisation.district_id = district_id(read_district_ids(session), district)
        organisation.kind = kind or organisation.kind
        organisation.subordination = subordination or organisation.subordination
        if name is not None:
            _rename(session, organisation, name)
        else:
            refuse_namesake(session, organisation)
        if alias is not None:
            take_spelling(session, organisation, alias)
        return _finish(session, organisation, before, Author(author, now), alias=alias)


def set_facts(
    database: Database,
    organisation_id: int,
    facts: OrganisationFacts,
    *,
    seen: OrganisationFacts,
    author: str,
    now: datetime,
) -> int:
    """Write all that is known of an organisation and return how many reports were summed anew.

    `seen`: what the person looked at; raises StoreError where another person changed it meanwhile, and for a name or
    dates that cannot be.
    """
    check_facts(facts)
    with database.write() as session:
        actor_of(session).demand("keep_register")
        organisation = read_standing(session, organisation_id)
        if facts_of(organisation, read_oktmo(session)) != seen:
            raise StoreError("Пока вы правили, организацию изменил другой человек. Посмотрите её и повторите.")
        before = organisation.model_dump(mode="json")
        organisation.district_id = district_id(read_district_ids(session), facts.district)
        organisation.kind, organisation.subordination = facts.kind, facts.subordination
        organisation.opened, organisation.closed = facts.opened, facts.closed
        _rename(session, organisation, facts.name)
        return _finish(session, organisation, before, Author(author, now))


def restore_facts(
    database: Database,
    organisation_id: int,
    facts: OrganisationFacts,
    *,
    seen: OrganisationFacts,
    author: str,
    now: datetime,
) -> None:
    """Take a correction back; the name that is taken back does not stay as a spelling unless a report wrote it."""
    set_facts(database, organisation_id, facts, seen=seen, author=author, now=now)
    with database.write() as session:
        actor_of(session).demand("keep_register")
        if not forget_unused(session, organisation_id, name_key(seen.name)):
            session.rollback()


def add_organisation(database: Database, facts: OrganisationFacts, *, author: str, now: datetime) -> int:
    """Add an organisation before any report names it; return its number."""
    check_facts(facts)
    with database.write() as session:
        actor_of(session).demand("keep_register")
        added = Organisation(
            district_id=district_id(read_district_ids(session), facts.district),
            **{name: value for name, value in asdict(facts).items() if name != "district"},
            key=name_key(facts.name),
        )
        refuse_namesake(session, added)
        session.add(added)
        session.flush()
        forget_spelling(session, added.district_id, added.key)
        write_audit(session, "organisations_added", Author(author, now), organisation_id=added.id, count=1)
        return added.id or 0


def check_facts(facts: OrganisationFacts) -> None:
    """Raise StoreError for a name that levels to nothing or is endless, and for a closing before the opening."""
    if not name_key(facts.name):
        raise StoreError("Введите название организации: в нём должны быть буквы.")
    if len(facts.name) > LONGEST_NAME:
        raise StoreError(f"Название длиннее {LONGEST_NAME} знаков. Сократите его.")
    if facts.opened and facts.closed and facts.closed < facts.opened:
        raise StoreError("Дата закрытия раньше даты открытия. Исправьте одну из них.")


def facts_of(organisation: Organisation, oktmo: dict[int, str]) -> OrganisationFacts:
    """Return what is known of an organisation."""
    return OrganisationFacts(
        organisation.name,
        oktmo[organisation.district_id],
        organisation.kind,
        organisation.subordination,
        organisation.opened,
        organisation.closed,
    )


def _rename(session: Session, organisation: Organisation, name: str) -> None:
    """Give a name; the former one stays as a spelling."""
    former = organisation.name
    organisation.name, organisation.key = collapse_spaces(name), name_key(name)
    refuse_namesake(session, organisation)
    session.flush()
    forget_spelling(session, organisation.district_id, organisation.key)
    if name_key(former) != organisation.key:
        remember_spelling(session, organisation.id or 0, organisation.district_id, former, name_key(former))


def _finish(
    session: Session, organisation: Organisation, before: dict[str, object], by: Author, alias: str | None = None
) -> int:
    session.flush()
    after = organisation.model_dump(mode="json")
    changed = {field: [before[field], after[field]] for field in after if before[field] != after[field]}
    reports = sum_anew(session, [organisation.id or 0])
    write_audit(
        session, "organisation_corrected", by, organisation_id=organisation.id,
        changed=changed, alias=alias, reports=reports,
    )  # fmt: skip
    return len(reports)
