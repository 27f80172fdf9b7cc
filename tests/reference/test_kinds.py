"""The words of a cell that name the kind of an organisation."""

import pytest

from cmn_core.reference import shipped_reference


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ООО", "school"), ("СОШ", "school"), ("с.о.ш.", "school"), ("общеобразовательная", "school"),
        ("Общеобр.", "school"), ("общее образование", "school"), ("школа", "school"), ("НОШ", "school"),
        ("ОДО", "supplementary"), ("доп. образование", "supplementary"), ("Доп.обр.", "supplementary"),
        ("доп", "supplementary"), ("Д/О", "supplementary"), ("УДОД", "supplementary"), ("ДДТ", "supplementary"),
        ("дополнительное образование", "supplementary"),
        ("СПО", "vocational"), ("проф. образование", "vocational"), ("НПО", "vocational"), ("техникум", "vocational"),
        ("", None), ("-", None), ("да", None), ("детский сад", None), ("школа и техникум", None),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_its_label_stem_or_abbreviation(written: str, code: str | None) -> None:
    assert shipped_reference().kinds.recognise(written) == code
