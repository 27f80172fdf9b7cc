"""In which words a file is refused as a whole."""

from functools import cache

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml


class RefusalTexts(Entry):
    """Reasons by problem code and kind of fault; names in braces are filled where the fault is found."""

    named_otherwise: str
    workbook_suffixes: tuple[str, ...]
    not_a_spreadsheet: dict[str, str]
    corrupt_file: dict[str, str]
    too_large: dict[str, str]


@cache
def read_refusal_texts() -> RefusalTexts:
    """Read the shipped reasons once."""
    path = DATA_FOLDER / "reference" / "refusals.toml"
    return parse_table(path, RefusalTexts, read_toml(path))
