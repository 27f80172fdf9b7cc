"""Which role models the programmes follow: how many programmes and mentees, by municipality."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cmn_core.reference import Forms
from cmn_core.store.facts import Practice

OWN_MODEL, NO_MODEL = "собственная модель", "модель не указана"


@dataclass(frozen=True, slots=True)
class RoleModelCount:
    """Programmes that follow a role model, and their mentees: participations of all ages."""

    programmes: int = 0
    mentees: int = 0

    def plus(self, practice: Practice) -> "RoleModelCount":
        """Add a programme."""
        return RoleModelCount(self.programmes + bool(practice.programme), self.mentees + (practice.mentees or 0))


@dataclass(frozen=True, slots=True)
class FollowedModel:
    """A role model of a form; one outside the reference is told as the organisation's own."""

    form: str
    label: str
    by_district: Mapping[str, RoleModelCount] = field(default_factory=dict)
    """ОКТМО → what it counts; only municipalities that have it."""

    @property
    def total(self) -> RoleModelCount:
        """What all municipalities count."""
        counts = self.by_district.values()
        return RoleModelCount(sum(each.programmes for each in counts), sum(each.mentees for each in counts))


def list_role_models(practices: Mapping[str, Iterable[Practice]], forms: Forms) -> tuple[FollowedModel, ...]:
    """List the role models that occur, in the order of the reference; `practices` of monthly reports by ОКТМО."""
    counts: defaultdict[tuple[str, str], dict[str, RoleModelCount]] = defaultdict(dict)
    for oktmo, listed in practices.items():
        for practice in listed:
            of_model = counts[practice.form_code, model_label(practice.form_code, practice.role_model, forms)]
            of_model[oktmo] = of_model.get(oktmo, RoleModelCount()).plus(practice)
    order = {key: place for place, key in enumerate(_order(forms))}
    return tuple(
        FollowedModel(form, label, by_district)
        for (form, label), by_district in sorted(counts.items(), key=lambda item: order[item[0]])
    )


def model_label(form_code: str, role_model: str | None, forms: Forms) -> str:
    """Return how a role model is counted: by its official label, as an own one, or as not named."""
    if not role_model:
        return NO_MODEL
    return role_model if role_model in official_models(form_code, forms) else OWN_MODEL


def official_models(form_code: str, forms: Forms) -> tuple[str, ...]:
    """Return the labels of a form's typical role models; a bucket of forms has none."""
    return tuple(model.label for form in forms.federal if form.code == form_code for model in form.role_models)


def _order(forms: Forms) -> Iterable[tuple[str, str]]:
    for code in forms.codes:
        for label in (*official_models(code, forms), OWN_MODEL, NO_MODEL):
            yield code, label
