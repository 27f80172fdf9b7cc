"""What practices come to, in Russian sentences: the finding of each view, what is measured, what has to be known."""

from collections.abc import Collection, Sequence

from cmn_core.analysis.like_municipalities import describe_like_rule
from cmn_core.analysis.practice_filter import PracticeTotals
from cmn_core.analysis.practice_use import DistrictUse, RegionUse, list_models
from cmn_core.analysis.white_spots import DistrictSpots, WhiteSpot
from cmn_core.reference import Reference
from cmn_core.store.way_words import COUNTED_LABELS
from cmn_core.wording import (
    MUNICIPALITIES,
    NBSP,
    capital,
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
        return f"Таких практик {place} нет"
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
    every = sum(1 for each in told if all(each.form(code).programmes for code in using))
    fewest = min(using.values())
    rare = " и ".join(f"«{reference.forms.label(code)}»" for code, count in using.items() if count == fewest)
    of_all = f"{every} из {genitive_count_of(len(told), *MUNICIPALITIES)}"
    return f"Все {len(using)} {plural(len(using), *_FORMS)} есть в {of_all}; реже всего {rare} — в {fewest}"


def models_finding(use: RegionUse, reference: Reference) -> str:
    """Say how many of the typical role models the municipalities use, and which the fewest use."""
    telling, models = use.telling_models, list_models(reference.forms)
    if not telling:
        return "Ролевые модели сообщает только ежемесячный отчёт: данных нет"
    counts = [sum(1 for key in models if each.model(key).programmes) for each in telling]
    using = {key: sum(1 for each in telling if each.model(key).programmes) for key in models}
    (form, label), fewest = min(using.items(), key=lambda item: item[1])
    return (
        f"Муниципалитет использует от {min(counts)} до {max(counts)} из {len(models)} типовых ролевых моделей; реже "
        f"всего «{label}» ({reference.forms.label(form)}) — в {fewest}"
    )


def spots_finding(spots: Sequence[DistrictSpots], reference: Reference) -> str:
    """Say in how many municipalities something typical is not used."""
    if not spots:
        return f"О практиках {reference.region.facts.short_genitive} нет данных"
    lacking = sum(1 for each in spots if each.forms)
    if not lacking:
        return "Подходящие формы есть во всех муниципалитетах; белые пятна — только в ролевых моделях"
    of_all = f"{lacking} из {genitive_count_of(len(spots), *MUNICIPALITIES)}"
    return f"Хотя бы одну подходящую форму не использует никто в {of_all}"


def tell_nowhere(use: RegionUse, reference: Reference) -> str:
    """Name the forms and role models that nobody in the region uses; empty where each is used."""
    told = use.told
    forms = [form.code for form in reference.forms.federal if not any(each.form(form.code).programmes for each in told)]
    models = [
        key
        for key in list_models(reference.forms)
        if use.telling_models and key[0] not in forms and not any(each.model(key).programmes for each in told)
    ]
    names = [f"«{reference.forms.label(code)}»" for code in forms]
    names += [f"«{label}» ({reference.forms.label(code)})" for code, label in models]
    return f"Не использует никто во всём регионе: {', '.join(names)}." if told and names else ""


def district_spots_finding(spots: DistrictSpots, reference: Reference) -> str:
    """Say what a municipality lacks."""
    place = reference.region.district(spots.use.district or "").genitive
    told = []
    if spots.forms:
        told.append(count_of(len(spots.forms), "форму", "формы", "форм"))
    if spots.models:
        told.append(count_of(len(spots.models), "ролевую модель", "ролевые модели", "ролевых моделей"))
    if told:
        return f"В организациях {place} никто не использует {' и '.join(told)} из типовых"
    if not spots.use.knows_models:
        return f"Все подходящие формы {place} используются; о ролевых моделях отчёт не сообщает"
    return f"В организациях {place} используются все подходящие формы и их типовые модели"


def tell_like(spots: DistrictSpots, reference: Reference) -> tuple[str, ...]:
    """Say with whom the municipality is compared, and by which rule."""
    rule = capital(describe_like_rule(reference))
    if spots.size is None:
        return "Похожие по размеру не найдены: число детей 10–19 лет неизвестно.", f"{rule}."
    own = f"{format_count(spots.size.children)}{NBSP}детей ({spots.size.source})"
    if not spots.like:
        return f"Похожих по размеру муниципалитетов нет: здесь {own}.", f"{rule}."
    named = [f"{like.name} ({format_count(like.size.children)})" for like in spots.like]
    return f"Здесь {own}; похожие по размеру: {', '.join(named)}.", f"{rule}."


def tell_spot(spot: WhiteSpot, reference: Reference) -> str:
    """Name a form, or a role model of a form."""
    label = reference.forms.label(spot.form)
    return label if spot.role_model is None else f"{label}: {spot.role_model}"


def tell_like_uses(spot: WhiteSpot) -> str:
    """Say who of like size uses it, with programmes and mentees; a dash where nobody does."""
    told = [
        f"{each.municipality.name} — {count_of(each.use.programmes, *PROGRAMMES)}, "
        f"{count_of(each.use.mentees, 'наставляемый', 'наставляемых', 'наставляемых')}"
        for each in spot.like
    ]
    return "; ".join(told) or "никто из похожих"


def tell_unsuitable(spots: DistrictSpots, reference: Reference) -> str:
    """Say which forms suit no organisation of the municipality; empty where all do."""
    if not spots.unsuitable:
        return ""
    federal = {form.code: form for form in reference.forms.federal}
    told = [
        f"«{federal[code].label}» (для {', '.join(reference.kinds.kind_label(kind) for kind in federal[code].suits)})"
        for code in spots.unsuitable
    ]
    return f"Не считаются белыми пятнами: {', '.join(told)} — таких организаций в отчётах муниципалитета нет."


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
    return sum(1 for each in told if each.form(code).programmes)
