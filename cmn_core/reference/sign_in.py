"""Rules of passwords, sign-ins and wrong tries, and the words that are no password by themselves."""

from datetime import timedelta
from functools import cache

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml

_FOLDER = DATA_FOLDER / "reference"


class SignInRules(Entry):
    """Bounds of signing in; units stand in the file beside the numbers."""

    password_least: int = Field(ge=8)
    password_most: int = Field(ge=64)
    password_spare: int = Field(ge=1)
    argon2_passes: int = Field(ge=1)
    argon2_memory_kib: int = Field(ge=8)
    hashing_at_once: int = Field(ge=1)
    idle_minutes: int = Field(gt=0)
    term_minutes: int = Field(gt=0)
    sign_ins_most: int = Field(gt=0)
    seen_seconds: int = Field(ge=0)
    sign_in_kept_days: int = Field(gt=0)
    invitation_hours: int = Field(gt=0)
    tries_minutes: int = Field(gt=0)
    account_tries: int = Field(gt=0)
    address_tries: int = Field(gt=0)
    first_wait_minutes: int = Field(gt=0)
    longest_wait_minutes: int = Field(gt=0)
    clock_slack_minutes: int = Field(ge=0)

    @property
    def idle(self) -> timedelta:
        """Time without a deed that ends a sign-in."""
        return timedelta(minutes=self.idle_minutes)

    @property
    def term(self) -> timedelta:
        """Longest life of a sign-in."""
        return timedelta(minutes=self.term_minutes)

    @property
    def invitation(self) -> timedelta:
        """Life of an invitation."""
        return timedelta(hours=self.invitation_hours)

    @property
    def tries(self) -> timedelta:
        """Time for which a wrong try counts."""
        return timedelta(minutes=self.tries_minutes)

    @property
    def clock_slack(self) -> timedelta:
        """Difference of clocks that is borne."""
        return timedelta(minutes=self.clock_slack_minutes)


@cache
def read_sign_in_rules() -> SignInRules:
    """Read the shipped rules once."""
    path = _FOLDER / "sign_in.toml"
    return parse_table(path, SignInRules, read_toml(path))


@cache
def read_common_passwords() -> tuple[str, ...]:
    """Read the passwords that everybody tries first, the longest first; a line that begins with # is a remark."""
    lines = (_FOLDER / "common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return tuple(sorted({line for line in lines if line and not line.startswith("#")}, key=len, reverse=True))
