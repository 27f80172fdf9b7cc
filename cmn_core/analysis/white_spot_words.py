"""What nobody in a municipality uses, in Russian sentences, and who of like size does."""

from collections.abc import Sequence

from cmn_core.analysis.like_municipalities import describe_like_rule
from cmn_core.analysis.practice_use import RegionUse, list_models
from cmn_core.analysis.practice_words import PROGRAMMES
from cmn_core.analysis.white_spots import DistrictSpots, WhiteSpot
from cmn_core.reference import Reference
from cmn_core.wording import MUNICIPALITIES, capital, count_of, format_count, genitive_count_of

_CHILDREN = ("ребёнок", "ребёнка", "детей")


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
    forms = [form.code for form in reference.forms.federal if not any(each.form(form.code).is_used for each in told)]
    models = [
        key
        for key in list_models(reference.forms)
        if use.telling_models and key[0] not in forms and not any(each.model(key).is_used for each in told)
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
    own = f"{count_of(spots.size.children, *_CHILDREN)} ({spots.size.source})"
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
