"""The blocks of a small programme, and of one with everything that people may type."""

from cmn_core.programme.blocks import (
    ApprovalBlock,
    Block,
    ContentsBlock,
    FormRow,
    GridTable,
    Heading,
    Listing,
    Paragraph,
    RoleModelTable,
    TitleBlock,
)

HOSTILE = (
    '<b>&amp;</b> {{ 7 * 7 }} {% for x in blocks %} {_{ x }_} {# #} =СУММ(A1:A9) «О\'Нил» "ё" 😀 \ufffe' + "Ы" * 300
)
"""Markup, the template's own language, docxtpl's escapes, a formula, quotes, emoji, no sign of XML, and length."""
SEEN_HOSTILE = HOSTILE.replace("\ufffe", "")
SENTENCE = "Наставник и наставляемый встречаются раз в неделю и обсуждают, что удалось, а что отложили на потом. "
TITLE = TitleBlock("Программа наставничества", "МБОУ «Первая СОШ»", "на 2020/2021 учебный год", ("Авторы: А. А. Ким",),
                   "Омская область, 2020")  # fmt: skip
APPROVAL = ApprovalBlock(("СОГЛАСОВАНО", "Педагогический совет"), ("УТВЕРЖДАЮ", "Директор", "____ / Б. Б. Цой"))
MODELS = RoleModelTable(
    "Ролевые модели в рамках форм наставничества, реализуемые в МБОУ «Первая СОШ»",
    ("Форма наставничества", "Вариации ролевых моделей"),
    (
        FormRow("Ученик – ученик", ("«лидер – последователь» – поддержка;", "«равный – равному».")),
        FormRow("работодатель – команда", ()),
    ),
)
STAGES = GridTable(
    "Этапы реализации",
    ("Этап", "Сроки", "Действия"),
    (("1. Подготовка", "май", "издать приказ\nназначить куратора"), ("2. Отбор", "", SENTENCE * 12)),
    (20, 16, 64),
)
SMALL: tuple[Block, ...] = (
    APPROVAL,
    TITLE,
    ContentsBlock("Содержание"),
    Heading(1, "Пояснительная записка"),
    Paragraph("Первая строка.\nВторая строка."),
    Heading(1, "Основания"),
    Listing(("закон;", "приказ."), is_numbered=True),
    Paragraph("Далее."),
    Listing(("письмо.",), is_numbered=True),
    Heading(1, "Формы"),
    Listing(("первая задача;", "вторая задача.")),
    MODELS,
    Heading(2, "Этапы"),
    STAGES,
)


def many_models(count: int) -> RoleModelTable:
    """A table of so many role models in five forms."""
    models = [f"«наставник № {number} – последователь № {number}» – {SENTENCE * 2}" for number in range(count)]
    rows = (FormRow(f"Форма № {place}", tuple(models[place::5])) for place in range(5))
    return RoleModelTable(MODELS.caption, MODELS.heading, tuple(rows))


def hostile_blocks() -> tuple[Block, ...]:
    """Hostile words wherever a person may write."""
    return (
        ApprovalBlock((HOSTILE,), (HOSTILE,)),
        TitleBlock(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE),
        ContentsBlock("Содержание"),
        Heading(1, HOSTILE),
        Paragraph(HOSTILE),
        Heading(2, HOSTILE),
        Listing((HOSTILE,)),
        RoleModelTable(HOSTILE, (HOSTILE, HOSTILE), (FormRow(HOSTILE, (HOSTILE,)),)),
        GridTable(HOSTILE, (HOSTILE, HOSTILE), ((HOSTILE, HOSTILE),), (1, 1)),
    )
