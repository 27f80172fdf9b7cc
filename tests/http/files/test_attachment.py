"""The name of a file that is given away: whole in Russian, and nothing in it that could do harm."""

from email.message import Message
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmn_core.documents.file_names import clean_name
from cmn_core.http.files.attachment import ANY, attach, describe_attachment


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("Отчёт Тарский 2020-11.xlsx", "Отчёт Тарский 2020-11.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Отчёты\\ноябрь.xls", "ноябрь.xls"),
        ('отчёт"; filename="вирус.exe', "отчёт ; filename= вирус.exe"),
        ("отчёт.xlsx\r\nSet-Cookie: a=b", "отчёт.xlsxSet-Cookie a=b"),
        ("отчёт\u202excod.exe", "отчётxcod.exe"),
        ("  …  ", "…"),
        ("...", "файл"),
        ("", "файл"),
        ("/", "файл"),
        ("ы" * 300 + ".xlsx", "ы" * 145 + ".xlsx"),
    ],
)
def test_a_name_keeps_its_words_and_loses_its_tricks(written: str, saved: str) -> None:
    assert clean_name(written) == saved


@given(st.text())
def test_a_header_is_one_line_of_ascii_that_says_the_name_twice(name: str) -> None:
    header = describe_attachment(name)
    assert header.isascii()
    assert header.isprintable()
    message = Message()
    message["Content-Disposition"] = header
    assert message.get_content_disposition() == "attachment"
    assert unquote(header.partition("filename*=UTF-8''")[2]) == clean_name(name)
    assert header.count('"') == 2


def test_a_file_is_saved_and_kept_by_nobody() -> None:
    answer = attach("письмо.html", b"<script>", ANY)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.body == b"<script>"
