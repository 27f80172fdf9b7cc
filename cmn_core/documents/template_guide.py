"""What a template says about filling it in: the sheet «Как заполнять»."""

from collections.abc import Sequence

from xlsxwriter import Workbook

from cmn_core.documents.xlsx_sheets import SheetFormats, prepare_page
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.intake.marks import GUIDE_SHEET
from cmn_core.reference import Reference

_WIDTH = 110


def expansion_guide(reference: Reference) -> tuple[str, ...]:
    """Return the rules of filling in the expansion form, a sentence or two each."""
    forms = ", ".join(form.label.lower() for form in reference.forms.federal)
    return (
        "Впишите числа в пустые ячейки рядом с организациями: сколько человек вовлечено с начала календарного года.",
        "Если никого нет, впишите 0. Пустая ячейка считается пропуском, и отчёт с ней не сохранится.",
        "Одна строка – одна программа. Вторая программа той же организации пишется строкой ниже: "
        "наименование организации и числа в ней не повторяйте, они относятся ко всей организации.",
        "Если организации нет в списке, впишите её в первую свободную строку.",
        "Если организация не участвует, впишите 0 во все три столбца, программу и форму не заполняйте.",
        f"Форма выбирается из списка: {forms}. Свою форму впишите в виде «кто – кому», например «студент – команда».",
        "Заголовок таблицы и даты в нём не меняйте: по ним система узнаёт форму и отчётный период.",
        "Сохраните файл в формате Excel (.xlsx) и загрузите его на странице «Загрузка отчёта».",
    )


def population_guide(reference: Reference) -> tuple[str, ...]:
    """Return the rules of filling in «Численность»."""
    groups = ", ".join(group.label for group in reference.groups)
    return (
        f"Впишите численность на выбранный год: {groups}.",
        "Чего не знаете, оставьте пустым: пустая ячейка ничего не меняет, 0 означает, что таких людей нет.",
        "В столбце «Источник» укажите, откуда число: например, «Росстат».",
        "Другой год впишите новой строкой с тем же муниципалитетом и ОКТМО.",
        "Сохраните файл в формате Excel (.xlsx) и загрузите его на странице «Загрузка отчёта».",
    )


def write_guide(workbook: Workbook, formats: SheetFormats, sentences: Sequence[str]) -> None:
    """Add the sheet with numbered sentences."""
    sheet = workbook.add_worksheet(GUIDE_SHEET)
    prepare_page(sheet)
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, _WIDTH)
    sheet.write_string(0, 0, GUIDE_SHEET, formats.look(bold=True, font_size=16))
    number, text = formats.look(align="right", indent=1), formats.look(text_wrap=True)
    for row, sentence in enumerate(sentences, start=2):
        sheet.set_row(row, lines_height(sentence, _WIDTH) + 3)
        sheet.write_number(row, 0, row - 1, number)
        sheet.write_string(row, 1, sentence, text)
