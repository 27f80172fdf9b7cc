"""Choices of a page: read from the address by their codes, mended with a note."""

import pytest

from pages._parts.page_choices import PageChoice, parse_choice

ORDER = PageChoice("sort", "Порядок", {"name": "по названию", "total": "по числу"})


@pytest.mark.parametrize(("written", "code"), [(None, "name"), ("", "name"), ("name", "name"), ("total", "total")])
def test_a_code_is_taken_and_nothing_is_the_default(written, code):
    assert parse_choice(written, ORDER) == (code, "")


@pytest.mark.parametrize("written", ["Total", "по числу", "name total", "x" * 500])
def test_what_is_no_code_becomes_the_default_and_a_short_note(written):
    code, note = parse_choice(written, ORDER)
    assert code == "name"
    assert note.startswith(f"Порядок: «{written[:40]}")
    assert note.endswith("из ссылки не понято, показано: по названию.")
    assert len(note) < 120
