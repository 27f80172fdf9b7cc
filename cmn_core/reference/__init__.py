"""The model, the region and the rules as typed values, read from `data/`."""

from cmn_core.reference.forms import FormReading, Forms, MentoringForm, RoleModel
from cmn_core.reference.indicators import Group, Indicator
from cmn_core.reference.layouts import Column, Layout, Layouts, MonthlyLayout
from cmn_core.reference.limits import Limits, LimitText
from cmn_core.reference.palette import Palette
from cmn_core.reference.problem_texts import ProblemText, Severity
from cmn_core.reference.region import District, Region
from cmn_core.reference.shipped import Reference, shipped_reference

__all__ = [
    "Column", "District", "FormReading", "Forms", "Group", "Indicator", "Layout", "Layouts", "LimitText", "Limits",
    "MentoringForm", "MonthlyLayout", "Palette", "ProblemText", "Reference", "Region", "RoleModel", "Severity",
    "shipped_reference",
]  # fmt: skip
