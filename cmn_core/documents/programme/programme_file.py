"""A programme as a file: the document, or the workbook of its role models; composed, written, named."""

import re
from typing import Literal

from cmn_core.documents.file_names import clean_name
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.reference import District, Reference

FileKind = Literal["docx", "xlsx"]
_NOT_IN_NAMES = re.compile(r"[\\/:]")
_MOST_OF_ORGANISATION, _MOST_OF_DRAFT = 70, 40
"""A name of both stays under the 255 bytes that a file's name may have on Linux."""


def make_programme(
    programme: Programme,
    reference: Reference,
    state: OrganisationState,
    kind: FileKind = "docx",
    *,
    demonstration: bool = False,
) -> bytes:
    """Return the file; raise CmnError where the template is damaged or there is no table to write."""
    # What writes documents loads slowly: only those who ask for one wait.
    from cmn_core.documents.programme.role_models import write_role_models
    from cmn_core.documents.programme.writing import write_programme
    from cmn_core.programme.composition import compose_programme

    blocks = compose_programme(programme, reference, state)
    if kind == "xlsx":
        return write_role_models(blocks, reference.palette, demonstration=demonstration)
    return write_programme(blocks, demonstration=demonstration)


def name_programme(organisation: str, draft: str, kind: FileKind = "docx") -> str:
    """Name the file of a programme by its organisation and its own name."""
    longest = ((organisation, _MOST_OF_ORGANISATION), (draft, _MOST_OF_DRAFT))
    parts = (clean_name(_NOT_IN_NAMES.sub(" ", text))[:most].strip() for text, most in longest)
    return clean_name(f"{' — '.join(parts)}.{kind}")


def name_archive(district: District) -> str:
    """Name the archive with a municipality's programmes."""
    return clean_name(f"{district.short} — программы наставничества.zip")
