"""Make the shipped template anew."""

from cmn_core.documents.programme.template import SHIPPED_TEMPLATE
from cmn_core.documents.programme.template_making.package import save_template

save_template(SHIPPED_TEMPLATE)
