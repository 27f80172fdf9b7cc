"""Sentences with facts in braces: what is not known takes its whole sentence along, so that none is left with a gap."""

from collections.abc import Iterable, Mapping
from string import Formatter

from cmn_core.reference.programme import Sentence

Facts = Mapping[str, str | None]
"""By name; None: not known. An empty text only says that something is so, its sentence stands on that condition."""


def fill_line(template: str, facts: Facts) -> str | None:
    """Put facts into a line; None where one of them is not known."""
    named = [name for _, name, _, _ in Formatter().parse(template) if name]
    if any(facts[name] is None for name in named):
        return None
    filled = template.format_map(facts)
    # A name that ends with a stop of its own ends its sentence too: «Иванова А. П.»
    return filled.removesuffix(".") if filled.endswith("..") else filled


def fill_lines(templates: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Put facts into lines, leaving out those that cannot be said."""
    return tuple(line for template in templates if (line := fill_line(template, facts)))


def fill_paragraphs(paragraphs: Iterable[Iterable[Sentence]], facts: Facts) -> str:
    """Put facts into paragraphs, a line each; one of which nothing can be said is left out."""
    filled = (" ".join(_said(sentences, facts)) for sentences in paragraphs)
    return "\n".join(paragraph for paragraph in filled if paragraph)


def _said(sentences: Iterable[Sentence], facts: Facts) -> Iterable[str]:
    for sentence in sentences:
        ways = (sentence,) if isinstance(sentence, str) else sentence
        yield from fill_lines(ways, facts)[:1]
