"""What a scenario of widening comes to, in Russian sentences: the finding, each option, what is assumed."""

from collections.abc import Iterable

from cmn_core.analysis.commentary import describe_missing_whole
from cmn_core.analysis.figure_marks import describe_over_whole
from cmn_core.analysis.numerators import PARTNERS
from cmn_core.analysis.widening import OptionResult, ScenarioResult
from cmn_core.programme.scenario import Option
from cmn_core.reference import Indicator, Reference
from cmn_core.wording import count_of, format_pct, format_target, genitive_count_of

PAIRS = ("пара", "пары", "пар")
GROUPS = ("группа", "группы", "групп")
ENTERPRISES = ("новое предприятие", "новых предприятия", "новых предприятий")
TODAY, WITH_SCENARIO = "сейчас", "с вариантом"
NO_EFFECT = "не влияет"
EMPTY = "Впишите пары или группы, которые можно добавить: здесь будет видно, куда сдвинется показатель"


def scenario_finding(result: ScenarioResult, reference: Reference) -> str:
    """Say where the scenario brings the figure, and what is lacking still."""
    before, after = result.before, result.after
    indicator = reference.indicator(after.indicator)
    if indicator.is_survey:
        return reference.widening.terms.survey.rstrip(".")
    if all(option.option.is_empty for option in result.options):
        return EMPTY
    added = f"+{count_of(result.added, *indicator.people)}"
    if not result.added:
        return f"Показатель «{indicator.label}» эти пары и группы не меняют"
    if after.numerator is None:
        return f"{added}; по {indicator.topic} нет данных, прибавить не к чему"
    if after.value_pct is None:
        counted = count_of(after.numerator, *indicator.people)
        return f"С вариантом {counted} ({added}); доля не считается: {describe_missing_whole(indicator)}"
    shown = format_pct(after.value_pct, after.target_pct)
    over = f"; {describe_over_whole(after)}" if after.over_whole else ""
    if after.target_pct is None:
        return f"С вариантом {shown} ({added}); план {after.period.year} года не задан{over}"
    plan = f"при плане {format_target(after.target_pct)}"
    if before.reached:
        return f"План выполнен и без варианта; с ним {shown} {plan} ({added}){over}"
    if after.reached:
        return f"С вариантом план выполнен: {shown} {plan} ({added}){over}"
    lacking = genitive_count_of(after.gap_people or 0, *indicator.people)
    return f"С вариантом не хватает ещё {lacking}: {shown} {plan} ({added})"


def name_option(option: Option, reference: Reference) -> str:
    """Name an option: the form, and its role model where it has one."""
    label = reference.forms.label(option.form)
    label = label[:1].upper() + label[1:]
    return f"{label}: {option.role_model}" if option.role_model else label


def tell_units(option: Option, reference: Reference) -> str:
    """Write the pairs and groups of an option: «20 пар, 3 группы по 6, 2 новых предприятия»."""
    size = option.group_size or reference.widening.terms.group_size
    brings = option.new_enterprises and reference.widening.rule(option.form, option.role_model).enterprises
    parts = (
        count_of(option.pairs, *PAIRS) if option.pairs else "",
        f"{count_of(option.groups, *GROUPS)} по {size}" if option.groups else "",
        count_of(option.new_enterprises, *ENTERPRISES) if brings else "",
    )
    return ", ".join(part for part in parts if part)


def tell_sums(pairs: int, groups: int) -> str:
    """Write how many pairs and groups there are together."""
    parts = (count_of(pairs, *PAIRS) if pairs else "", count_of(groups, *GROUPS) if groups else "")
    return ", ".join(part for part in parts if part)


def tell_added(result: OptionResult, indicator: Indicator) -> str:
    """Write what an option adds: «+24», «не влияет»."""
    if result.added:
        return f"+{count_of(result.added, *indicator.people)}"
    return "" if result.moves else NO_EFFECT


def tell_closing(result: OptionResult) -> str:
    """Say how many more pairs or groups of one option alone would close what is lacking; empty where none would."""
    if not result.pairs_to_close or not result.groups_to_close:
        return ""
    return f"{count_of(result.pairs_to_close, *PAIRS)} или {count_of(result.groups_to_close, *GROUPS)}"


def find_oddities(result: ScenarioResult, reference: Reference) -> tuple[str, ...]:
    """Name what of the scenario cannot be as it is written."""
    return tuple(
        f"«{name_option(each.option, reference)}»: новых предприятий больше, чем наставников, "
        f"учтено {count_of(each.enterprises, *ENTERPRISES)}."
        for each in result.options
        if reference.widening.rule(each.option.form, each.option.role_model).enterprises
        and each.enterprises < each.option.new_enterprises
    )


def list_assumptions(options: Iterable[Option], indicator: Indicator, reference: Reference) -> tuple[str, ...]:
    """List the sentences that a scenario's figure rests on: what holds for all, then for the forms in it."""
    widening = reference.widening
    if indicator.is_survey:
        return (widening.terms.survey,)
    rules = dict.fromkeys(widening.rule(option.form, option.role_model) for option in options)
    of_forms = tuple(
        f"{name_option(Option(form=rule.form, role_model=rule.role_model), reference)}. {rule.assumes}"
        for rule in rules
    )
    counts_enterprises = indicator.counted == PARTNERS or any(option.new_enterprises for option in options)
    enterprises = (widening.terms.enterprises,) if counts_enterprises else ()
    return (*widening.terms.common, *enterprises, *of_forms)
