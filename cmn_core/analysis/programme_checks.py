"""What is missing in a programme or odd about it: said before it is approved, never a reason to refuse."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from cmn_core.analysis.programme_against_report import compare_with_report
from cmn_core.analysis.programme_remark import Remark, name_model
from cmn_core.analysis.programme_results import check_results
from cmn_core.programme.opened_parts import current_legal_ground, current_stages
from cmn_core.programme.opening import suits
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.reference import Reference
from cmn_core.reference.forms import read_words
from cmn_core.reference.programme import ModelParts
from cmn_core.reference.spelling import fold_text
from cmn_core.wording import count_of, decapitalise, format_date

_ACTS = ("документ", "документа", "документов")
_DESCRIBED = ("goal", "mentor", "mentee", "result")


def check_programme(programme: Programme, reference: Reference, state: OrganisationState) -> tuple[Remark, ...]:
    """Return everything that is missing or odd, in the order of the steps."""
    found = [
        *_check_organisation(programme, reference, state),
        *_check_approval(programme),
        *_check_forms(programme, reference),
        *_check_models(programme, reference),
        *compare_with_report(programme, reference, state),
        *check_results(programme, reference, state),
        *_check_rest(programme, reference, state),
    ]
    return tuple(sorted(found, key=lambda remark: remark.step))


def _check_organisation(programme: Programme, reference: Reference, state: OrganisationState) -> Iterator[Remark]:
    if state.closed is not None and state.closed < date(programme.school_year + 1, 7, 1):
        yield Remark(
            "organisation_closed", "odd", 1, "Организация",
            f"По реестру организация закрыта с {format_date(state.closed)}, а программа – на "
            f"{programme.school_year_words} учебный год. Скопируйте программу для преемника или смените учебный год.",
        )  # fmt: skip
    if fold_text(programme.organisation) != fold_text(state.name):
        yield Remark(
            "organisation_renamed", "odd", 1, "Организация",
            f"В реестре организация называется «{state.name}», в программе – «{programme.organisation}». "
            "Если её переименовали, исправьте название; если так записано нарочно, оставьте.",
        )  # fmt: skip
    if programme.kind != state.kind:
        was, now = (reference.kinds.kind_label(kind) for kind in (programme.kind, state.kind))
        yield Remark(
            "kind_changed", "odd", 1, "Вид организации",
            f"В реестре вид организации – {now}, в программе – {was}: от него зависят названия форм. Смените вид.",
        )  # fmt: skip


def _check_approval(programme: Programme) -> Iterator[Remark]:
    given = programme.approval
    parts = {
        "кем согласовано": given.agreed_by,
        "номер протокола": given.agreed_protocol,
        "дата протокола": given.agreed_on,
        "должность утверждающего": given.approved_post,
        "имя утверждающего": given.approved_name,
        "номер приказа": given.order_number,
        "дата приказа": given.order_date,
    }
    if empty := [name for name, value in parts.items() if not value]:
        yield Remark(
            "approval_incomplete", "missing", 1, "Утверждение",
            f"Не указано: {', '.join(empty)}. В документе останутся прочерки; впишите здесь или от руки.",
        )  # fmt: skip
    if not programme.curator:
        yield Remark("no_curator", "missing", 1, "Куратор", "Куратор программы не указан. Впишите фамилию и имя.")
    if not programme.authors:
        yield Remark("no_authors", "missing", 1, "Авторы", "Авторы программы не указаны. Впишите, кто её составил.")


def _check_forms(programme: Programme, reference: Reference) -> Iterator[Remark]:
    if not programme.forms:
        yield Remark("no_forms", "missing", 2, "Формы", "Не выбрана ни одна форма. Отметьте те, что подходят.")
    federal = {form.code: form for form in reference.forms.federal}
    for form in programme.forms:
        if form.code in federal and not suits(federal[form.code], programme.kind):
            yield Remark(
                "form_unsuitable", "odd", 2, f"«{form.label}»",
                f"Форма «{form.label}» обычно не подходит виду {reference.kinds.kind_label(programme.kind)}. "
                "Оставьте её, если вы действительно будете по ней работать.",
            )  # fmt: skip
        if not form.models:
            yield Remark(
                "form_without_model", "missing", 3, f"«{form.label}»",
                f"У формы «{form.label}» нет ни одной ролевой модели. Отметьте модель или уберите форму.",
            )  # fmt: skip
    for label in _repeated(form.label for form in programme.forms):
        yield Remark(
            "same_form", "odd", 2, f"«{label}»",
            f"Форма «{label}» стоит в программе дважды. Объедините их или назовите одну иначе.",
        )  # fmt: skip


def _check_models(programme: Programme, reference: Reference) -> Iterator[Remark]:
    for form in programme.forms:
        for label in _repeated(model.label for model in form.models):
            yield Remark(
                "same_model", "odd", 3, f"«{form.label}»: «{label}»",
                f"Ролевая модель «{label}» стоит в форме «{form.label}» дважды. Уберите одну или назовите иначе.",
            )  # fmt: skip
    for form, model in programme.models:
        yield from _check_model(form, model, reference.programme.model_parts)


def _check_model(form: KeptForm, model: KeptModel, parts: ModelParts) -> Iterator[Remark]:
    where = name_model(form, model)
    if not model.curator:
        yield Remark(
            "model_without_curator", "missing", 3, where, f"{where} – не указан куратор. Впишите, кто отвечает."
        )
    if not model.count:
        units = "пар" if model.unit == "pair" else "групп"
        yield Remark("no_count", "missing", 3, where, f"{where} – не указано, сколько {units}. Впишите число больше 0.")
    elif model.unit == "group" and not model.group_size:
        yield Remark(
            "no_group_size", "missing", 3, where,
            f"{where} – не указано, сколько наставляемых в группе: без этого число участников не сложится.",
        )  # fmt: skip
    if empty := [decapitalise(getattr(parts, field)) for field in _DESCRIBED if not getattr(model, field)]:
        yield Remark("model_incomplete", "missing", 3, where, f"{where} – не заполнено: {', '.join(empty)}. Впишите.")
    if not model.period:
        yield Remark("no_period", "missing", 3, where, f"{where} – не указан период. Впишите месяцы работы.")


def _check_rest(programme: Programme, reference: Reference, state: OrganisationState) -> Iterator[Remark]:
    for section in reference.programme.sections:
        if programme.texts.get(section.code) == "":
            yield Remark(
                "empty_section", "missing", 4, section.title,
                f"Текст раздела «{section.title}» удалён. Впишите свой или верните исходный.",
            )  # fmt: skip
    acts = current_legal_ground(programme, state, reference)
    legal = reference.programme.section("legal").title
    if not acts:
        yield Remark("no_legal_ground", "missing", 4, legal, "Нет ни одного документа. Впишите основания программы.")
    if blank := sum("___" in act for act in acts):
        yield Remark(
            "blank_acts", "missing", 4, legal,
            f"Без даты и номера – {count_of(blank, *_ACTS)}. Впишите реквизиты или удалите строку.",
        )  # fmt: skip
    yield from _check_stages(programme, reference)


def _check_stages(programme: Programme, reference: Reference) -> Iterator[Remark]:
    title = reference.programme.section("stages").title
    stages = current_stages(programme, reference)
    if not stages:
        yield Remark("no_stages", "missing", 4, title, "Нет ни одного этапа. Впишите этапы или верните исходные.")
    for stage in stages:
        if empty := [
            name for name, value in (("сроки", stage.months), ("ответственные", stage.responsible)) if not value
        ]:
            yield Remark(
                "stage_incomplete", "missing", 4, f"«{stage.title}»",
                f"Этап «{stage.title}» – не указано: {', '.join(empty)}. Впишите.",
            )  # fmt: skip


def _repeated(labels: Iterable[str]) -> list[str]:
    """Return the labels that stand twice, each once, as it is written first."""
    listed = list(labels)
    counts = Counter(map(read_words, listed))
    first = {read_words(label): label for label in reversed(listed)}
    return [label for words, label in first.items() if counts[words] > 1]
