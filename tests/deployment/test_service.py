"""The unit of docs/deployment.md as systemd reads it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cmn_core.http.settings import HttpSettings
from cmn_core.keeping.backup_settings import BackupSettings
from cmn_core.store.location import ADDRESS_VARIABLE
from tests.deployment.document import put, written_file, written_settings

ANALYZE = shutil.which("systemd-analyze")
UNIT = "/etc/systemd/system/cmn.service"
LARGEST_EXPOSURE = 2.0
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed (Debian: apt-get install systemd)")


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """Write the unit with a program and a folder that this computer has."""
    settings = tmp_path / "cmn.env"
    settings.write_text(written_file("/etc/cmn/cmn.env"), encoding="utf-8")
    changes = {
        "/opt/cmn/current/.venv/bin/cmn": str(Path(sys.executable).with_name("cmn")),
        "=/opt/cmn/current\n": f"={tmp_path}\n",
        "/etc/cmn/cmn.env": str(settings),
    }
    file = tmp_path / "cmn.service"
    file.write_text(put(written_file(UNIT), changes), encoding="utf-8")
    return file


@needs_systemd
@pytest.mark.slow
def test_systemd_finds_nothing_wrong_with_the_unit(unit: Path) -> None:
    done = subprocess.run(
        [ANALYZE, "verify", "--man=no", unit], capture_output=True, text=True, timeout=60, check=False
    )
    ours = [line for line in (done.stdout + done.stderr).splitlines() if unit.name in line]
    assert (ours, done.returncode) == ([], 0)


@needs_systemd
@pytest.mark.slow
def test_systemd_counts_the_service_as_well_shut(unit: Path) -> None:
    asked = [ANALYZE, "security", "--offline=yes", "--no-pager", unit]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert exposure is not None, done.stderr
    assert float(exposure[1]) <= LARGEST_EXPOSURE


def test_the_settings_are_those_that_the_application_reads() -> None:
    http = {f"CMN_{name}".upper() for name in HttpSettings.model_fields}
    backups = {f"CMN_BACKUP_{name}".upper() for name in BackupSettings.model_fields}
    known = http | backups | {ADDRESS_VARIABLE}
    assert set(written_settings()) <= known
    assert "cmn.example.ru" in written_settings()["CMN_HOSTS"]
