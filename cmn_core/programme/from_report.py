"""A programme made of what the organisation reports: its forms and role models, with pairs and groups by its counts."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from cmn_core.programme.opening import (
    change_form,
    change_model,
    form_name,
    keep_form,
    keep_model,
    keep_own_form,
    keep_own_model,
    offered_models,
    open_programme,
)
from cmn_core.programme.organisation_state import OrganisationState, ReportedProgramme
from cmn_core.programme.programme import Programme
from cmn_core.programme.words import LONGEST_LINE
from cmn_core.reference import Reference
from cmn_core.reference.forms import read_words
from cmn_core.wording import capital, join_names

_MOST_NAMES, _LONGEST_NAME = 20, 200
_GROUP_FROM = 3
"""Mentees to a mentor from which they are a group; fewer are pairs of one mentor with each."""


def programme_from_report(state: OrganisationState, reference: Reference, school_year: int) -> Programme:
    """Return a programme with the forms and role models of the organisation's last report.

    A programme whose form the report does not name is left out: the table of forms has no line for it.
    """
    programme = open_programme(state, reference, school_year)
    coded = [(_read_form(reported, state.kind, reference), reported) for reported in state.practices]
    order = [form.code for form in reference.forms.federal]
    named = [(code, reported) for code, reported in coded if code]
    ordered = sorted(named, key=lambda item: (order.index(item[0]) if item[0] in order else len(order), item[0]))
    for code, group in groupby(ordered, key=lambda item: item[0]):
        programme = _keep(programme, reference, code, [reported for _, reported in group])
    return programme


def _read_form(reported: ReportedProgramme, kind: str, reference: Reference) -> str:
    """Return the code of a federal or ready team form, else an own form's levelled words; nothing of an unnamed one.

    A college's «студент – студент» is how its kind calls a federal form.
    """
    if reported.form_code != reference.forms.own.code:
        return "" if reported.form_code == reference.forms.unnamed.code else reported.form_code
    words = read_words(reported.form_words or "")
    names = {form_name(form, kind): form.code for form in reference.forms.federal if kind in form.suits}
    names |= {team.label: team.code for team in reference.programme.teams}
    return next((code for name, code in names.items() if read_words(name) == words), " ".join(words))


def _keep(programme: Programme, reference: Reference, code: str, group: Sequence[ReportedProgramme]) -> Programme:
    before = {form.key for form in programme.forms}
    if reference.programme.find_form(code):
        programme = keep_form(programme, reference, code)
    else:
        programme = keep_own_form(programme, capital(group[0].form_words or code)[:LONGEST_LINE])
    (form_key,) = {form.key for form in programme.forms} - before
    programme = _describe_practices(programme, reference, form_key, group)
    told = sorted((reported for reported in group if reported.role_model), key=_model_words)
    # As they first stand in the report, not by the alphabet.
    models = [list(same) for _, same in groupby(told, key=_model_words)]
    for same in sorted(models, key=lambda each: group.index(each[0])):
        programme = _keep_role_model(programme, reference, form_key, same)
    return programme


def _model_words(reported: ReportedProgramme) -> tuple[str, ...]:
    return read_words(reported.role_model or "")


def _keep_role_model(
    programme: Programme, reference: Reference, form_key: str, same: Sequence[ReportedProgramme]
) -> Programme:
    words = same[0].role_model or ""
    typical = reference.forms.find_role_model(form_key, words)
    sought = read_words(typical.label if typical else words)
    offered = offered_models(programme, reference, form_key)
    label = next((model.label for model in offered if read_words(model.label) == sought), None)
    before = _model_keys(programme, form_key)
    if label is not None:
        programme = keep_model(programme, reference, form_key, label)
    else:
        programme = keep_own_model(programme, reference, form_key, words[:LONGEST_LINE])
    (model_key,) = _model_keys(programme, form_key) - before
    return change_model(programme, form_key, model_key, **_plan(same))


def _model_keys(programme: Programme, form_key: str) -> set[str]:
    return {model.key for form in programme.forms if form.key == form_key for model in form.models}


def _plan(same: Iterable[ReportedProgramme]) -> dict[str, object]:
    """Plan as many pairs or groups as are reported: no mentee is left out, a group may have a place more."""
    listed = list(same)
    mentors, mentees = (
        sum(count or 0 for count in counts)
        for counts in ((each.mentors for each in listed), (each.mentees for each in listed))
    )
    if not mentees:
        return {"count": None}
    if not mentors or mentees < mentors * _GROUP_FROM:
        return {"unit": "pair", "count": mentees}
    return {"unit": "group", "count": mentors, "group_size": -(-mentees // mentors)}


def _describe_practices(
    programme: Programme, reference: Reference, form_key: str, group: Iterable[ReportedProgramme]
) -> Programme:
    """Add the names of the reported programmes and partners to the form's description."""
    words, listed = reference.programme.words, list(group)
    lines = [next(form.description for form in programme.forms if form.key == form_key)]
    for sentence, names in (
        (words.reported_practices, [each.programme for each in listed]),
        (words.reported_partners, [each.partner for each in listed]),
    ):
        told = list(dict.fromkeys(_quote(name[:_LONGEST_NAME]) for name in names if name))
        if told:
            lines.append(sentence.format(names=join_names(told, most=_MOST_NAMES)))
    return change_form(programme, form_key, description="\n".join(filter(None, lines)))


def _quote(name: str) -> str:
    return name if any(sign in name for sign in '«»"') else f"«{name}»"
