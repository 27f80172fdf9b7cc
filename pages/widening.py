"""How many people are lacking to the plan, and with which pairs and groups could a municipality reach it?"""

from dataclasses import replace

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports
from pages._parts.page_choices import read_choices
from pages._parts.scope import current_scope
from pages._parts.widening_district import list_sections, show_district
from pages._parts.widening_region import show_region
from pages._parts.widening_style import show_widening_style

data = current_data()
# Численность knows no municipal and state organisations apart: the plan is the municipality's as a whole.
scope = replace(current_scope(), subordination=None)
stop_without_reports(data, "Варианты расширения")
show_widening_style()
if scope.district is None:
    show_region(data, scope)
else:
    sections = list_sections(data, scope.district)
    (section,) = read_choices(sections)
    show_district(data, scope, scope.district, sections, section)
