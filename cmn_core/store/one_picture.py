"""A database held still: whatever reads it meanwhile, by however many functions, sees one moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from cmn_core.store.engine import Database


class OnePicture(Database):
    """The database as one session sees it."""

    def __init__(self, session: Session, like: Database | None = None) -> None:
        # Not the parent's: there are no connections of its own.
        self.session = session
        self.merged_references = {}
        if like is not None:
            self.url, self.actor, self.clock = like.url, like.actor, like.clock

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Hand out the session."""
        yield self.session

    @contextmanager
    def write(self, *, changes_figures: bool = True) -> Iterator[Session]:
        """Refuse: a picture does not change."""
        raise RuntimeError("a picture of the data is read only")
        yield


@contextmanager
def hold_picture(database: Database) -> Iterator[OnePicture]:
    """Open a picture of this moment; people go on working."""
    with database.read() as session:
        yield OnePicture(session, database)
