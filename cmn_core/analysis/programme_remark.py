"""A remark on a programme: what is missing or odd, at which step it is mended, and how."""

from dataclasses import dataclass
from typing import Literal

from cmn_core.programme.programme import KeptForm, KeptModel

Step = Literal[1, 2, 3, 4, 5]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a person should look at before the programme is approved."""

    code: str
    severity: Literal["missing", "odd"]
    step: Step
    """Of the builder: organisation, forms, role models, the rest, preview."""
    where: str
    """The form, role model, section or field that it is about."""
    message: str
    """What is so, and what to do."""


def name_model(form: KeptForm, model: KeptModel) -> str:
    """Return how a remark names a role model: labels repeat between forms."""
    return f"«{form.label}»: «{model.label}»"
