"""Which practices are there, who uses which forms and role models, and what does nobody use?"""

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports
from pages._parts.page_choices import read_choices
from pages._parts.practices_controls import VIEW
from pages._parts.practices_views import show_view
from pages._parts.scope import current_scope

data = current_data()
scope = current_scope()
stop_without_reports(data, "Практики")
(view,) = read_choices(VIEW)
show_view(view, data, scope)
