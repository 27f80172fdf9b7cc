"""Keep the municipalities of the database those of the region's pack."""

from sqlalchemy import Engine, insert, update
from sqlmodel import Session, col, select

from cmn_core.reference import shipped_reference
from cmn_core.store.tables import DataRevision, District


def seed_districts(reading: Engine, writing: Engine) -> None:
    """Add municipalities of the pack that are missing and follow their names; none is removed."""
    wanted = {district.oktmo: district.name for district in shipped_reference().region.districts}
    with Session(reading) as session:
        known = _names(session)
    if _are_seeded(known, wanted):
        return
    with Session(writing) as session:
        known = _names(session)
        if _are_seeded(known, wanted):
            return
        for oktmo, name in wanted.items():
            if oktmo not in known:
                session.execute(insert(District).values(oktmo=oktmo, name=name))
            elif known[oktmo] != name:
                session.execute(update(District).where(col(District.oktmo) == oktmo).values(name=name))
        session.execute(update(DataRevision).values(revision=col(DataRevision.revision) + 1))
        session.commit()


def _are_seeded(known: dict[str, str], wanted: dict[str, str]) -> bool:
    return all(known.get(oktmo) == name for oktmo, name in wanted.items())


def _names(session: Session) -> dict[str, str]:
    return dict(session.exec(select(District.oktmo, District.name)).all())
