"""The Word template that a programme is printed by: found, rendered, and told in words where it is damaged."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile
from zlib import error as BadDeflate  # noqa: N812 - zlib names its exception like a module's variable

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError
from markupsafe import Markup, escape

from cmn_core.documents.programme.document_parts import drop_unwritable
from cmn_core.errors import CmnError
from cmn_core.reference.loading import DATA_FOLDER

SHIPPED_TEMPLATE = DATA_FOLDER / "templates" / "programme.docx"
OWN_TEMPLATE = DATA_FOLDER / "local" / "templates" / "programme.docx"
"""A copy that was given another look; it is used in place of the shipped one, and no upgrade touches it."""
_BROKEN = (
    OSError, BadZipFile, BadDeflate, EOFError, PackageNotFoundError, LxmlError, TemplateError, LookupError, ValueError,
    TypeError, AttributeError, ArithmeticError, RuntimeError,
)  # fmt: skip
"""What docxtpl raises for a file that is no document, lacks a part or says what its language does not know."""


class TemplateDamaged(CmnError):  # noqa: N818 - named by what happened
    """Tell that a template cannot be used, and what to do about it."""


def choose_template() -> Path:
    """Return the template in use."""
    return OWN_TEMPLATE if OWN_TEMPLATE.is_file() else SHIPPED_TEMPLATE


def render_template(path: Path, context: Mapping[str, Any]) -> Document:
    """Return the document that a template makes of values; raise TemplateDamaged naming the file."""
    try:
        template = DocxTemplate(BytesIO(path.read_bytes()))
        template.render(dict(context), _make_environment(), autoescape=True)
        document: Document = template.docx
    except _BROKEN as error:
        raise TemplateDamaged(_describe(path, error)) from error
    return document


def _make_environment() -> SandboxedEnvironment:
    # A template is a file from outside: it reads the values that it is given and reaches nothing else.
    return SandboxedEnvironment(undefined=StrictUndefined, finalize=_as_written)


def _as_written(value: object) -> Markup:
    """Return a value's text so that it comes out letter by letter.

    docxtpl turns «{_{» into «{{» after rendering: an underscore is written by its number.
    """
    return Markup(str(escape(drop_unwritable(str(value)))).replace("_", "&#95;"))


def _describe(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        what = f"Шаблона «{path}» нет."
    elif isinstance(error, UndefinedError):
        # jinja tells in English; what it quotes last is the word of the template.
        quoted = re.findall("'([^']*)'", error.message or "")
        what = f"Шаблон «{path}» испорчен: слово «{''.join(quoted[-1:])}» в его разметке ничего не значит."
    elif isinstance(error, TemplateError):
        what = f"Шаблон «{path}» испорчен: его разметка не понята."
    elif isinstance(error, OSError):
        what = f"Шаблон «{path}» не читается: он открыт в другой программе или к нему нет доступа."
    else:
        what = f"Шаблон «{path}» испорчен: это не документ Word (docx), либо в нём не хватает частей."
    if path == OWN_TEMPLATE:
        return f"{what} Исправьте его в Word или удалите: тогда программы печатаются по образцу."
    return f"{what} Восстановите файл из дистрибутива."
