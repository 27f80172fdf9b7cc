"""One enterprise under several spellings is one partner."""

import pytest

from cmn_core.intake.partner_names import partner_key


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (("ООО «Агро»", "Агро", "агро, ООО", "Общество с ограниченной ответственностью «Агро»"), "агро"),
        (("АО «Омск-Нефть»", "ОАО Омск–Нефть", "ПАО \"Омск Нефть\""), "омск нефть"),
        (("ИП Семёнов А.А.", "Семенов А. А."), "семенов а а"),
        (("Ипподром «Заря»",), "ипподром заря"),
        (("ООО",), "ооо"),
        (("", "—", None, "  ", "нет", "Не привлекались.", "отсутствует"), None),
        (("ООО «Нет проблем»",), "нет проблем"),
    ],
)  # fmt: skip
def test_spellings_of_one_enterprise_share_a_key(spellings: tuple[str | None, ...], key: str | None) -> None:
    assert {partner_key(spelling) for spelling in spellings} == {key}
