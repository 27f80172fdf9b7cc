"""How the record names each deed and what it tells of it."""

from functools import cache

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml


class ActionWords(Entry):
    """A deed in words."""

    code: str
    label: str
    told: tuple[str, ...] = ()
    """Pieces of the details; each is shown where all that its braces name is known."""
    old_new: str = ""
    """The detail that holds what was changed, field by field."""
    is_setting: bool = False


class RecordWords(Entry):
    """All deeds, by their codes in the order in which they are offered."""

    settings: dict[str, str]
    """Settings that have no page of their own, by the first word of their names."""
    fields: dict[str, str]
    """What can change of an organisation or an account."""
    action: tuple[ActionWords, ...]

    def words(self, code: str) -> ActionWords:
        """Return a deed's words; a deed of a later version keeps its code."""
        return next((item for item in self.action if item.code == code), ActionWords(code=code, label=code))


@cache
def read_record_words() -> RecordWords:
    """Read the shipped words once."""
    path = DATA_FOLDER / "reference" / "record.toml"
    return parse_table(path, RecordWords, read_toml(path))
