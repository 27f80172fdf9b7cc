"""How does one indicator stand in the municipalities, and how do all of them?"""

from pages._parts.database import current_data
from pages._parts.empty import stop_without_reports
from pages._parts.indicators_views import VIEW, show_view
from pages._parts.page_choices import read_choices
from pages._parts.scope import current_scope

data = current_data()
scope = current_scope()
stop_without_reports(data, "Показатели")
(view,) = read_choices(VIEW)
show_view(view, data, scope)
