"""Who may enter: people, their municipalities, their sign-ins, the links that invite them, and wrong tries."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from cmn_core.store.tables.stored import Stored


class PersonRow(Stored, table=True):
    """A person's account; never deleted, so that the record keeps its names."""

    __tablename__ = "person"

    id: int | None = Field(default=None, primary_key=True)
    login: str
    login_key: str = Field(unique=True)
    """The login in small letters: «Ivanova» and «ivanova» are one person."""
    name: str
    role: str
    password_hash: str | None = None
    """None: invited, no password chosen yet."""
    is_active: bool = True
    is_demonstration: bool = False
    """Shown with its password on the sign-in page; enters from this computer alone."""
    created_at: datetime
    password_at: datetime | None = None


class PersonDistrict(Stored, table=True):
    """A municipality of a district's person."""

    __tablename__ = "person_district"
    __table_args__ = (Index("uq_person_district_person_id_district_id", "person_id", "district_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    district_id: int = Field(foreign_key="district.id")


class SignIn(Stored, table=True):
    """One entry of a person on one device; the cookie's token is kept as its digest only."""

    __tablename__ = "sign_in"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    token_digest: str = Field(unique=True)
    started_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None
    ended_as: str | None = None
    """«signed_out», «removed», «password», «idle», «term», «clock», «surplus»."""
    address: str
    device: str
    """The browser and system in short words."""


class Invitation(Stored, table=True):
    """A link by which a person chooses a password; it serves once and ends by itself."""

    __tablename__ = "invitation"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    token_digest: str = Field(unique=True)
    made_by: str
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None
    withdrawn_at: datetime | None = None


class WrongTry(Stored, table=True):
    """A wrong password; neither the login nor the address can be read back from it."""

    __tablename__ = "wrong_try"
    __table_args__ = (Index("ix_wrong_try_subject_at", "subject", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    """A keyed digest of «account …» or «address …»."""
    at: datetime


class Secret(Stored, table=True):
    """The key that signs cookies, made once a database; not part of a backup."""

    __tablename__ = "secret"

    id: int | None = Field(default=None, primary_key=True)
    value: str
