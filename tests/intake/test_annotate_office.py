"""Annotated copies open in LibreOffice, which finds nothing to mend: cells, notes and problems are as they were."""

import pytest

from tests.documents.office import convert, needs_office
from tests.intake.annotate_files import make_csv, make_ods, make_xls, make_xlsm, make_xlsx
from tests.intake.annotated import annotate, opened, places
from tests.intake.test_annotate_formulas import with_formulas

KINDS = {
    "formulas.xlsx": with_formulas,
    "plain.xlsx": make_xlsx,
    "macros.xlsm": make_xlsm,
    "old.xls": make_xls,
    "open.ods": make_ods,
    "text.csv": make_csv,
}


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("name", KINDS)
def test_copy_saved_by_libreoffice_has_the_same_faults_and_notes(name, tmp_path):
    copy = annotate(KINDS[name](), name)
    saved = convert(copy, "copy.xlsx", "xlsx", tmp_path)
    # LibreOffice computes a formula that had no stored value: that fault alone is gone.
    kept = [place for place in places(copy, "copy.xlsx") if place[0] != "formula_no_cached_value"]
    assert places(saved, "copy.xlsx") == kept
    notes = [
        {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
        for sheet in (opened(content).worksheets[1] for content in (copy, saved))
    ]
    assert notes[0] == notes[1] != set()
