"""Network disks are found by the mount that holds the file."""

from pathlib import Path, PurePosixPath

import pytest
from sqlalchemy.engine import make_url

from cmn_core.store import location
from cmn_core.store.failures import StoreError
from cmn_core.store.location import file_of, find_network_mount, make_place, parse_address

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/отдел\\040кадров cifs rw 0 0
server:/export /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
user@host: /media/ssh fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/srv/cmn.sqlite3", None),
        ("/mnt/отдел кадров/cmn.sqlite3", "cifs"),
        ("/mnt/отдел", None),
        ("/home/user/cmn.sqlite3", "nfs4"),
        ("/home/local/cmn.sqlite3", None),
        ("/homework/cmn.sqlite3", None),
        ("/media/ssh/a/b/cmn.sqlite3", "fuse.sshfs"),
    ],
)
def test_the_innermost_mount_decides(file: str, kind: str | None) -> None:
    assert find_network_mount(PurePosixPath(file), MOUNTS) == kind  # type: ignore[arg-type]


def test_a_network_disk_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "network_kind", lambda _file: "cifs")
    with pytest.raises(StoreError, match=r"на сетевом диске \(cifs\)"):
        make_place(tmp_path / "new" / "cmn.sqlite3")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("sqlite:///file:shared?mode=memory&uri=true", None),
        ("sqlite:////srv/cmn.sqlite3", Path("/srv/cmn.sqlite3")),
        ("sqlite:///data/cmn.sqlite3", Path("data/cmn.sqlite3")),
        ("postgresql+psycopg://user@server/cmn", None),
    ],
)
def test_the_file_of_an_address(url: str, file: Path | None) -> None:
    assert file_of(make_url(url)) == file


def test_without_an_address_the_file_lies_in_the_projects_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CMN_DATABASE_URL", raising=False)
    file = file_of(parse_address(None))
    assert file is not None
    assert file.is_absolute()
    assert file.parts[-3:] == ("data", "local", "cmn.sqlite3")
