"""The scenario that is being put together, and how the address carries it."""

from dataclasses import dataclass, replace

from cmn_core.programme.scenario import Option, Scenario
from cmn_core.reference import Reference
from cmn_core.store.scenarios import SavedScenario

BETWEEN, WITHIN = "~", "."


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands in the rows, and which saved scenario it began with."""

    options: tuple[Option, ...] = ()
    """A role model that was added has its row even while it is empty."""
    opened: int | None = None
    """The number of a saved scenario …"""
    seen: int = 0
    """… and the version of it that was opened."""

    @property
    def is_begun(self) -> bool:
        """Tell whether there is anything to lose."""
        return bool(self.options) or self.opened is not None

    def scenario(self, indicator: str, reference: Reference) -> Scenario:
        """Return the plan as it is saved: rows without anybody are left out."""
        return Scenario(indicator=indicator, options=Scenario(options=self.rows(reference)).filled)

    def rows(self, reference: Reference) -> tuple[Option, ...]:
        """Return an option a row, in the order of the reference: every form as such, then what was added of it."""
        codes = (*(form.code for form in reference.forms.federal), reference.forms.own.code)
        return tuple(
            each
            for code in codes
            for each in (self.option(code), *(self.option(code, label) for label in self._models(code, reference)))
        )

    def option(self, form: str, role_model: str = "") -> Option:
        """Return what stands in the row of a form or role model."""
        found = (each for each in self.options if (each.form, each.role_model) == (form, role_model))
        return next(found, Option(form=form, role_model=role_model))

    def having(self, option: Option) -> "Plan":
        """Return the plan with another option in its row; a form as such has its row without standing in the plan."""
        others = self.without(option.form, option.role_model).options
        return replace(self, options=others if option == Option(form=option.form) else (*others, option))

    def without(self, form: str, role_model: str) -> "Plan":
        """Return the plan without a row."""
        kept = tuple(each for each in self.options if (each.form, each.role_model) != (form, role_model))
        return replace(self, options=kept)

    def _models(self, form: str, reference: Reference) -> tuple[str, ...]:
        added = {each.role_model for each in self.options if each.form == form}
        return tuple(label for label in list_role_models(form, reference) if label in added)


def plan_of(saved: SavedScenario, reference: Reference) -> Plan:
    """Return a saved scenario as a plan; a role model that is no more joins its form as such."""
    plan = Plan(opened=saved.scenario_id, seen=saved.version)
    for option in saved.scenario.options:
        known = option.role_model in list_role_models(option.form, reference)
        label = option.role_model if known else ""
        before = plan.option(option.form, label)
        joined = {
            name: getattr(before, name) + getattr(option, name) for name in ("pairs", "groups", "new_enterprises")
        }
        plan = plan.having(option.model_copy(update={"role_model": label, **joined}))
    return plan


def list_role_models(form: str, reference: Reference) -> tuple[str, ...]:
    """Return the official labels of a form's role models; raise LookupError for a code that is no form."""
    labels = {each.code: tuple(model.label for model in each.role_models) for each in reference.forms.federal}
    return {reference.forms.own.code: (), **labels}[form]


def format_plan(oktmo: str, plan: Plan, reference: Reference) -> str:
    """Write a plan for the address; role models by their places in the reference."""
    head = [oktmo] if plan.opened is None else [oktmo, str(plan.opened), str(plan.seen)]
    rows = (
        (
            each.form, _place_of(each, reference), each.pairs, each.groups, each.group_size or 0, each.new_enterprises,
        )
        for each in plan.options
    )  # fmt: skip
    return BETWEEN.join(WITHIN.join(map(str, row)) for row in (head, *rows))


def parse_plan(written: str, reference: Reference) -> Plan | None:
    """Read a plan from the address; None where it is no plan."""
    head, *rows = (part.split(WITHIN) for part in written.split(BETWEEN))
    try:
        opened, seen = (int(head[1]), int(head[2])) if len(head) == 3 else (None, 0)
        options = tuple(_parse_option(row, reference) for row in rows)
    except (ValueError, LookupError):
        return None
    places = {(each.form, each.role_model) for each in options}
    return Plan(options, opened, seen) if len(places) == len(options) else None


def _parse_option(row: list[str], reference: Reference) -> Option:
    form, place, pairs, groups, size, enterprises = row
    return Option(
        form=form,
        role_model=dict(enumerate(("", *list_role_models(form, reference))))[int(place)],
        pairs=int(pairs),
        groups=int(groups),
        group_size=int(size) or None,
        new_enterprises=int(enterprises),
    )


def _place_of(option: Option, reference: Reference) -> int:
    return ("", *list_role_models(option.form, reference)).index(option.role_model)
