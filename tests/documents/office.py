"""LibreOffice for tests: convert a file as a person's «Сохранить как» would."""

import shutil
import subprocess

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
CSV_FILTER = "csv:Text - txt - csv (StarCalc):59,34,76,1"
"""Semicolons, UTF-8, the first sheet."""


def convert(content, name, extension, folder):
    """Return the bytes of a file saved by LibreOffice in another format."""
    source = folder / name
    source.write_bytes(content)
    target = folder / "saved"
    wanted = CSV_FILTER if extension == "csv" else extension
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", wanted, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (target / f"{source.stem}.{extension}").read_bytes()
