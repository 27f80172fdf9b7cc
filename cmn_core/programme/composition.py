"""A programme as the blocks of a finished document, in order: what is not kept stands nowhere in it."""

import re
from collections.abc import Iterator
from itertools import groupby

from cmn_core.programme.blocks import ApprovalBlock, Block, ContentsBlock, Heading, Listing, Paragraph, TitleBlock
from cmn_core.programme.composed_tables import (
    compose_aims,
    compose_model,
    compose_plan,
    compose_risks,
    compose_role_models,
    compose_stages,
    punctuate,
)
from cmn_core.programme.opened_parts import current_legal_ground
from cmn_core.programme.opening import current_text
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.reference import Reference
from cmn_core.reference.programme import DocumentWords, Held
from cmn_core.wording import format_date

_ITEM = re.compile(r"[–—•-]\s+(?=\S)")


def compose_programme(programme: Programme, reference: Reference, state: OrganisationState) -> tuple[Block, ...]:
    """Compose the whole document: first page, contents, sections with their lists and tables."""
    words = reference.programme.words
    return (
        _compose_approval(programme, words),
        _compose_title(programme, words),
        ContentsBlock(words.contents),
        *_compose_sections(programme, state, reference),
    )


def compose_prose(text: str) -> Iterator[Block]:
    """Compose paragraphs; lines that begin with a dash make a list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for is_item, run in groupby(lines, key=lambda line: bool(_ITEM.match(line))):
        if is_item:
            yield Listing(tuple(_ITEM.sub("", line, count=1) for line in run))
        else:
            yield from map(Paragraph, run)


def _compose_sections(programme: Programme, state: OrganisationState, reference: Reference) -> list[Block]:
    """Compose the sections; one that a person emptied leaves no heading, unless others stand under it."""
    composed: list[Block] = []
    has_parts = False
    for section in reversed(reference.programme.sections):
        inside = [
            *compose_prose(current_text(section.code, programme, state, reference)),
            *(_compose_held(section.holds, programme, state, reference) if section.holds else ()),
        ]
        if inside or (section.level == 1 and has_parts):
            composed = [Heading(section.level, section.title), *inside, *composed]
        has_parts = section.level == 2 and (bool(inside) or has_parts)
    return composed


def _compose_held(held: Held, programme: Programme, state: OrganisationState, reference: Reference) -> Iterator[Block]:
    if held == "legal_ground":
        if acts := current_legal_ground(programme, state, reference):
            yield Listing(punctuate(acts), is_numbered=True)
        return
    if held == "forms":
        yield from _compose_forms(programme, reference)
        return
    tables = {
        "stages": lambda: compose_stages(programme, reference),
        "aims": lambda: compose_aims(programme, state, reference),
        "risks": lambda: compose_risks(programme, reference),
    }
    table = tables[held]()
    if table.rows:
        yield table


def _compose_forms(programme: Programme, reference: Reference) -> Iterator[Block]:
    words = reference.programme.words
    if not programme.forms:
        return
    yield compose_role_models(programme, reference)
    for form in programme.forms:
        if form.description or form.models:
            yield Heading(2, words.form_heading.format(form=form.label))
        yield from compose_prose(form.description)
        yield from (compose_model(model, reference) for model in form.models)
    if programme.models:
        yield Heading(2, words.plan_title)
        yield compose_plan(programme, reference)


def _compose_approval(programme: Programme, words: DocumentWords) -> ApprovalBlock:
    given = programme.approval
    agreed_on, ordered_on = (
        f"{format_date(day)} г." if day else words.blank_date for day in (given.agreed_on, given.order_date)
    )
    return ApprovalBlock(
        agreed=(
            words.agreed,
            given.agreed_by or words.blank,
            words.protocol.format(date=agreed_on, number=given.agreed_protocol or words.blank_number),
        ),
        approved=(
            words.approved,
            given.approved_post or words.blank,
            programme.organisation,
            words.signature.format(name=given.approved_name or words.blank),
            words.order.format(date=ordered_on, number=given.order_number or words.blank_number),
        ),
    )


def _compose_title(programme: Programme, words: DocumentWords) -> TitleBlock:
    authors = []
    if programme.authors:
        authors.append(words.authors.format(authors=", ".join(programme.authors)))
    if programme.curator:
        authors.append(words.curator.format(curator=programme.curator))
    return TitleBlock(
        title=programme.title,
        organisation=programme.organisation,
        school_year=words.school_year.format(school_year=programme.school_year_words),
        authors=tuple(authors),
        place_and_year=", ".join(filter(None, (programme.place, str(programme.school_year)))),
    )
