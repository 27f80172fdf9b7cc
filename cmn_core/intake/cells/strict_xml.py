"""Parse XML of strangers: one pass over chunks, no document types, no entities, no network."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from cmn_core.intake.cells.refusals import corrupt_file


@dataclass(slots=True)
class Element:
    """A start tag by its local names, and the text that directly follows it."""

    name: str
    attributes: dict[str, str]
    text: str = field(default="")


def make_parser(part: str, namespace_separator: str | None = None) -> expat.XMLParserType:
    """Make a parser that refuses declarations: no workbook needs them, bombs do."""
    parser = expat.ParserCreate(namespace_separator=namespace_separator)
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise corrupt_file("entities", part=part)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def feed_parser(parser: expat.XMLParserType, chunks: Iterable[bytes], part: str) -> None:
    """Run a parser to the end of a part."""
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that nobody knows
        raise corrupt_file("xml", part=part) from error


def read_elements(chunks: Iterable[bytes], part: str) -> list[Element]:
    """Read a small part whole, in document order, prefixes of names and attributes dropped."""
    parser = make_parser(part)
    elements: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        elements.append(Element(_local(name), {_local(key): value for key, value in attributes.items()}))

    def text(data: str) -> None:
        if elements:
            elements[-1].text += data

    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    feed_parser(parser, chunks, part)
    return elements


def _local(name: str) -> str:
    return name.rpartition(":")[2]
