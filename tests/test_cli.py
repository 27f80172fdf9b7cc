"""The command line as a process of its own."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.commands.answers import HEADING, ROWS


def test_a_process_of_its_own_speaks_utf8_and_checks_without_pages_or_database(
    tmp_path: Path,
) -> None:
    report = tmp_path / "отчёт.csv"
    report.write_text(HEADING + ROWS, encoding="utf-8")
    script = (
        "import sys\n"
        "from cmn_core.cli import app\n"
        "from cmn_core.commands.console import run\n"
        "code = run(app, sys.argv[1:])\n"
        "heavy = {'pandas', 'streamlit', 'sqlmodel', 'sqlalchemy', 'altair'} & set(sys.modules)\n"
        "sys.exit(code if not heavy else f'imported {heavy}')\n"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251", "CMN_DATABASE_URL": f"sqlite:///{tmp_path / 'no.db'}"}
    done = subprocess.run(
        [sys.executable, "-c", script, "check", str(report)], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Сохранить можно: замечаний нет." in done.stdout.decode("utf-8")
    assert not (tmp_path / "no.db").exists()


def test_a_file_that_takes_too_much_is_a_problem_of_the_file(tmp_path: Path) -> None:
    bomb = tmp_path / "отчёт.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", " " * 300_000_000)
    done = subprocess.run(
        [sys.executable, "-m", "cmn_core", "check", "отчёт.xlsx", "--json", "--annotated", "копия.xlsx"],
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    told = json.loads(done.stdout.decode("utf-8"))
    assert [problem["code"] for problem in told["problems"]] == ["too_large"]
    assert (tmp_path / "копия.xlsx").read_bytes()[:2] == b"PK"
