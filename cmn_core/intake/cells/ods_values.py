"""Turn one OpenDocument cell's attributes and paragraphs into a value."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cmn_core.intake.cells.grid import CellValue
from cmn_core.intake.cells.levelled_values import level_value
from cmn_core.intake.cells.ods_names import odf_name

_TYPE = odf_name("office", "value-type")
_CALC_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_VALUE = odf_name("office", "value")
_DATE = odf_name("office", "date-value")
_TIME = odf_name("office", "time-value")
_BOOLEAN = odf_name("office", "boolean-value")
_STRING = odf_name("office", "string-value")
_FORMULA = odf_name("table", "formula")
_FORMULA_PREFIX = re.compile(r"(?:\w+:)?=")
_WRITTEN_ERROR = re.compile(r"#[A-ZА-ЯЁ/0-9]+[!?]?|(?:Err|Ошибка|Ош):\d+")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?")
_DAY = timedelta(days=1)

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class OdsCell:
    """What a cell says."""

    value: CellValue
    formula: str | None = None
    is_error: bool = False
    is_unvalued: bool = False

    @property
    def is_filled(self) -> bool:
        """Tell whether there is anything to read."""
        return self.value is not None or self.is_unvalued


def read_cell(attributes: Attributes, text: str | None) -> OdsCell:
    """Read a cell; `text` is None when it has no paragraph at all."""
    stated = attributes.get(_FORMULA)
    formula = _FORMULA_PREFIX.sub("", stated, count=1) if stated is not None else None
    if _is_error(attributes, formula, text or ""):
        return OdsCell(text, formula, is_error=True)
    value = level_value(_typed_value(attributes, text))
    # A formula that gives the empty text is stored with an empty paragraph.
    return OdsCell(value, formula, is_unvalued=formula is not None and value is None and text is None)


def _is_error(attributes: Attributes, formula: str | None, text: str) -> bool:
    if attributes.get(_CALC_TYPE) == "error":
        return bool(text)
    return formula is not None and _WRITTEN_ERROR.fullmatch(text) is not None


def _typed_value(attributes: Attributes, text: str | None) -> CellValue:
    """Take the stored value by its type; one that cannot be parsed is shown as its text."""
    kind = attributes.get(_TYPE)
    with suppress(KeyError, ValueError, OverflowError):
        if kind in ("float", "percentage", "currency"):
            return float(attributes[_VALUE])
        if kind == "date":
            return _parse_date(attributes[_DATE])
        if kind == "time":
            return _parse_time(attributes[_TIME])
        if kind == "boolean":
            return attributes[_BOOLEAN] == "true"
    return text or attributes.get(_STRING)


def _parse_date(stated: str) -> date:
    return datetime.fromisoformat(stated) if "T" in stated else date.fromisoformat(stated)


def _parse_time(stated: str) -> CellValue:
    """Read «PT09H30M00S» as a time of day, a longer one as a duration."""
    found = _DURATION.fullmatch(stated)
    if not found:
        raise ValueError(stated)
    sign, *parts = found.groups()
    days, hours, minutes, seconds = (float(part or 0) for part in parts)
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if sign or length >= _DAY:
        return -length if sign else length
    return (datetime.min + length).time()
