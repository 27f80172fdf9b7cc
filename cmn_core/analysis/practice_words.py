"""What practices come to, in Russian sentences: the finding of each view, what is measured, what has to be known."""

from collections.abc import Collection

from cmn_core.analysis.practice_filter import PracticeTotals
from cmn_core.analysis.practice_use import DistrictUse, RegionUse, list_models
from cmn_core.reference import Reference
from cmn_core.store.way_words import COUNTED_LABELS
from cmn_core.wording import (
    MUNICIPALITIES,
    count_of,
    format_count,
    format_date,
    genitive_count_of,
    join_names,
    plural,
)

PROGRAMMES = ("программа", "программы", "программ")
ORGANISATIONS = ("организация", "организации", "организаций")
_PRACTICES = ("практика", "практики", "практик")
_FORMS = ("форма", "формы", "форм")
_IN_ORGANISATIONS = ("организации", "организациях", "организациях")
_FEW = 4


def list_finding(reported: PracticeTotals, planned: PracticeTotals, place: str) -> str:
    """Say how many programmes were found, in how many organisations; `place`: whose, in the genitive."""
    if not reported.programmes and not reported.organisations:
        if planned.programmes:
            return f"В работе {count_of(planned.programmes, *PROGRAMMES)} {place}; в отчётах таких практик нет"
        return f"В отчётах {place} таких практик нет"
    organisations = count_of(reported.organisations, *_IN_ORGANISATIONS)
    return f"В отчётах {place} {count_of(reported.programmes, *PROGRAMMES)} наставничества в {organisations}"


def tell_participations(reported: PracticeTotals) -> str:
    """Say how many take part by the reports: participations."""
    told = (
        f"Наставников {format_count(reported.mentors)}, наставляемых {format_count(reported.mentees)} "
        "(участий, чел.: кто в двух программах, посчитан дважды)"
    )
    if reported.partly:
        participations = count_of(reported.partly, "участие", "участия", "участий")
        told += f"; ещё {participations} наставляемых — одно число на несколько программ, не все они отобраны"
    return told


def tell_planned(planned: PracticeTotals) -> str:
    """Say what programmes in the making plan; empty where nothing is planned."""
    if not planned.programmes:
        return ""
    programmes = count_of(planned.programmes, "программе", "программах", "программах")
    return (
        f"Ещё не начато: в {programmes} в работе запланировано наставников {format_count(planned.mentors)} "
        f"(по одному на пару или группу), наставляемых {format_count(planned.mentees)}"
    )


def measured_subtitle(use: RegionUse, what: str, *, accepted_only: bool) -> str:
    """Say what is measured, at which date, and if by accepted reports."""
    parts = [what]
    if use.region.as_of:
        parts.append(f"на {format_date(use.region.as_of)}")
    if accepted_only:
        parts.append(COUNTED_LABELS[True])
    return "; ".join(parts)


def forms_finding(use: RegionUse, reference: Reference) -> str:
    """Say how many municipalities use every form and which form the fewest use."""
    told = use.told
    if not told:
        return f"О практиках {reference.region.facts.short_genitive} нет данных"
    using = {form.code: _count_using(told, form.code) for form in reference.forms.federal}
    every = sum(1 for each in told if all(each.form(code).is_used for code in using))
    fewest = min(using.values())
    rare = " и ".join(f"«{reference.forms.label(code)}»" for code, count in using.items() if count == fewest)
    of_all = f"{every} из {genitive_count_of(len(told), *MUNICIPALITIES)}"
    return f"Все {len(using)} {plural(len(using), *_FORMS)} есть в {of_all}; реже всего {rare} — в {fewest}"


def models_finding(use: RegionUse, reference: Reference) -> str:
    """Say how many of the typical role models the municipalities use, and which the fewest use."""
    telling, models = use.telling_models, list_models(reference.forms)
    if not telling:
        return "Ролевые модели сообщает только ежемесячный отчёт: данных нет"
    counts = [sum(1 for key in models if each.model(key).is_used) for each in telling]
    using = {key: sum(1 for each in telling if each.model(key).is_used) for key in models}
    (form, label), fewest = min(using.items(), key=lambda item: item[1])
    least, most = min(counts), max(counts)
    how_many = f"от {least} до {most}" if least < most else f"{most}"
    return (
        f"Муниципалитет использует {how_many} из {len(models)} типовых ролевых моделей; реже "
        f"всего «{label}» ({reference.forms.label(form)}) — в {fewest}"
    )


def tell_models_unknown(use: RegionUse) -> str:
    """Name the municipalities whose reports tell no role models; empty where there are none."""
    names = [each.name for each in use.told if not each.knows_models]
    if not names:
        return ""
    return f"Ролевые модели неизвестны, отчёт — форма расширения («?»): {join_names(names, _FEW)}."


def tell_unassigned(use: DistrictUse, *, models: bool) -> str:
    """Say which mentees stand outside of the table; empty where all stand in it."""
    people = use.unassigned_to_models if models else use.unassigned_to_forms
    if not people:
        return ""
    of_what = "разных ролевых моделей" if models else "разных форм"
    return (
        f"Ещё {count_of(people, 'участие', 'участия', 'участий')} наставляемых не отнесены: "
        f"одно число на несколько программ {of_what}."
    )


def tell_silent(use: RegionUse) -> str:
    """Name the municipalities without a report; empty where all have one."""
    names = [each.name for each in use.districts if each.as_of is None]
    return f"Отчёта нет: {join_names(names, _FEW)}." if names else ""


def shown_finding(marked: int) -> str:
    """Say how many practices are marked to be shown."""
    if not marked:
        return "К показу пока ничего не отмечено"
    return f"К показу {plural(marked, 'отмечена', 'отмечены', 'отмечено')} {count_of(marked, *_PRACTICES)}"


def _count_using(told: Collection[DistrictUse], code: str) -> int:
    return sum(1 for each in told if each.form(code).is_used)
