"""Make the workbooks of tests/data and their manifests anew: `python -m tests.data.make_workbooks`.

Run by hand; what it makes is committed. The truths are worked from the specification: no reader is asked here.
"""

from collections.abc import Sequence
from pathlib import Path

from tests.data.workbook_maker.cases import (
    counts,
    dates,
    files,
    forms,
    formulas,
    headings,
    lines,
    monthly,
    odd,
    organisations,
    populations,
    scope_district,
    sheets,
    texts,
    totals,
)
from tests.data.workbook_maker.manifest import write_manifest
from tests.data.workbook_maker.truth import Case

HERE = Path(__file__).parent
LARGEST = 20_000
EXPANSION = (
    headings,
    dates,
    scope_district,
    lines,
    totals,
    counts,
    formulas,
    organisations,
    forms,
    sheets,
    files,
    texts,
    odd,
)


def make_folder(folder: Path, cases: Sequence[Case]) -> None:
    """Write a folder's workbooks and their manifest; a file that no case makes any more is removed."""
    folder.mkdir(exist_ok=True)
    names = [case.file for case in cases]
    if len(set(names)) != len(names):
        raise SystemExit(f"two cases of one name: {sorted(name for name in names if names.count(name) > 1)}")
    for old in folder.iterdir():
        old.unlink()
    for case in cases:
        if len(case.content) > LARGEST:
            raise SystemExit(f"{case.file} is over {LARGEST} bytes")
        (folder / case.file).write_bytes(case.content)
    write_manifest(folder / "manifest.json", cases)


if __name__ == "__main__":
    make_folder(HERE / "expansion", [case for module in EXPANSION for case in module.make_cases()])
    make_folder(HERE / "population", populations.make_cases())
    make_folder(HERE / "monthly", monthly.make_cases())
