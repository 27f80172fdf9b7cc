"""What an organisation reports, added to a programme that is being written: nothing that stands there is changed."""

from cmn_core.programme.from_report import programme_from_report
from cmn_core.programme.opening import (
    change_form,
    change_model,
    keep_form,
    keep_model,
    keep_own_form,
    keep_own_model,
    offered_models,
)
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.reference import Reference
from cmn_core.reference.forms import read_words


def take_reported(programme: Programme, state: OrganisationState, reference: Reference) -> Programme:
    """Add the forms and role models of the last report that the programme does not have yet."""
    for form in programme_from_report(state, reference, programme.school_year).forms:
        same = next((kept for kept in programme.forms if _is_same(kept, form, reference)), None)
        if same is None:
            programme = _add_form(programme, form, reference)
            continue
        there = {read_words(words) for model in same.models for words in (model.label, model.typical)}
        for model in form.models:
            if read_words(model.label) not in there:
                programme = _add_model(programme, same.key, model, reference)
    return programme


def _is_same(kept: KeptForm, form: KeptForm, reference: Reference) -> bool:
    if reference.programme.find_form(form.key):
        return kept.key == form.key
    return read_words(kept.label) == read_words(form.label)


def _add_form(programme: Programme, form: KeptForm, reference: Reference) -> Programme:
    before = {kept.key for kept in programme.forms}
    if reference.programme.find_form(form.key):
        added = keep_form(programme, reference, form.key)
    else:
        added = keep_own_form(programme, form.label)
    (key,) = {kept.key for kept in added.forms} - before
    return change_form(added, key, description=form.description, models=form.models)


def _add_model(programme: Programme, form_key: str, model: KeptModel, reference: Reference) -> Programme:
    before = _model_keys(programme, form_key)
    if model.key in {offered.key for offered in offered_models(programme, reference, form_key)}:
        added = keep_model(programme, reference, form_key, model.label)
    else:
        added = keep_own_model(programme, reference, form_key, model.label)
    (key,) = _model_keys(added, form_key) - before
    return change_model(added, form_key, key, **{name: value for name, value in model if name != "key"})


def _model_keys(programme: Programme, form_key: str) -> set[str]:
    return {model.key for form, model in programme.models if form.key == form_key}
