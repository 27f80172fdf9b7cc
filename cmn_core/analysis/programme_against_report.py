"""What an organisation reports and its programme lacks, and the other way round."""

from collections import defaultdict
from collections.abc import Iterator

from cmn_core.analysis.programme_remark import Remark, name_model
from cmn_core.programme.opening import OWN, form_name
from cmn_core.programme.organisation_state import OrganisationState, ReportedProgramme
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.reference import Reference
from cmn_core.reference.forms import read_words
from cmn_core.wording import format_date, join_names

_NAMED = 3
"""Programmes that a remark names."""


def compare_with_report(programme: Programme, reference: Reference, state: OrganisationState) -> Iterator[Remark]:
    """Compare forms and role models with the last report; without one there is nothing to compare."""
    if state.as_of is None:
        return
    as_of = format_date(state.as_of)
    of_form: defaultdict[str, list[ReportedProgramme]] = defaultdict(list)
    lacking: defaultdict[tuple[str, tuple[str, ...]], list[ReportedProgramme]] = defaultdict(list)
    for practice in state.practices:
        if practice.form_code == reference.forms.unnamed.code:
            continue
        if form := _find_kept(practice, programme):
            of_form[form.key].append(practice)
        else:
            lacking[practice.form_code, _own_words(practice)].append(practice)
    for practices in lacking.values():
        yield _lacking_form(practices, programme, reference, as_of)
    for form in programme.forms:
        if form.key in of_form:
            yield from _compare_models(form, of_form[form.key], reference, as_of)
        else:
            yield _unreported_form(form, as_of)


def _find_kept(practice: ReportedProgramme, programme: Programme) -> KeptForm | None:
    """Find the form that a reported programme follows; an own one by its words.

    A college reports «студент – студент», which is its name of a federal form here.
    """
    words = _own_words(practice)
    if not words:
        return next((form for form in programme.forms if form.code == practice.form_code), None)
    return next((form for form in programme.forms if read_words(form.label) == words), None)


def _own_words(practice: ReportedProgramme) -> tuple[str, ...]:
    return read_words(practice.form_words or "") if practice.form_code == OWN else ()


def _lacking_form(practices: list[ReportedProgramme], programme: Programme, reference: Reference, as_of: str) -> Remark:
    first = practices[0]
    federal = next((form for form in reference.forms.federal if form.code == first.form_code), None)
    label = form_name(federal, programme.kind) if federal else first.form_words or reference.forms.own.label
    programmes = dict.fromkeys(f"«{practice.programme}»" for practice in practices if practice.programme)
    names = join_names(list(programmes), _NAMED)
    told = f" ({names})" if names else ""
    return Remark(
        "reported_form_lacking", "odd", 2, f"«{label}»",
        f"В отчёте на {as_of} названа форма «{label}»{told}, а в программе её нет. "
        "Добавьте форму или, если работа по ней завершена, уберите её из следующего отчёта.",
    )  # fmt: skip


def _unreported_form(form: KeptForm, as_of: str) -> Remark:
    return Remark(
        "form_not_reported", "odd", 2, f"«{form.label}»",
        f"Формы «{form.label}» нет в отчёте организации на {as_of}. "
        "Если она начнётся в этом учебном году, всё верно; если уже работает, внесите её в следующий отчёт.",
    )  # fmt: skip


def _compare_models(
    form: KeptForm, practices: list[ReportedProgramme], reference: Reference, as_of: str
) -> Iterator[Remark]:
    told = {_official(form.code, words, reference): words for practice in practices if (words := practice.role_model)}
    kept = {_official(form.code, model.typical or model.label, reference): model for model in form.models}
    for key, words in told.items():
        if key not in kept:
            yield Remark(
                "reported_model_lacking", "odd", 3, f"«{form.label}»: «{words}»",
                f"В отчёте на {as_of} названа ролевая модель «{words}» формы «{form.label}», а в программе её нет. "
                "Добавьте модель или поправьте следующий отчёт.",
            )  # fmt: skip
    if told:
        yield from (_unreported_model(form, model, as_of) for key, model in kept.items() if key not in told)


def _unreported_model(form: KeptForm, model: KeptModel, as_of: str) -> Remark:
    return Remark(
        "model_not_reported", "odd", 3, name_model(form, model),
        f"Ролевой модели «{model.label}» формы «{form.label}» нет в отчёте организации на {as_of}. "
        "Если она начнётся в этом учебном году, всё верно; если уже работает, внесите её в следующий отчёт.",
    )  # fmt: skip


def _official(form_code: str, words: str, reference: Reference) -> tuple[str, ...]:
    """Return a role model's words by which spellings of one are the same."""
    known = reference.forms.find_role_model(form_code, words)
    return read_words(known.label if known else words)
