"""What a template says about filling it in: the sheet «Как заполнять»."""

from collections.abc import Sequence
from itertools import accumulate

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

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


def monthly_guide(reference: Reference) -> tuple[str, ...]:
    """Return the rules of filling in the monthly form."""
    layout, threshold = reference.layouts.monthly, reference.limits.satisfaction_threshold
    people, programmes = layout.organisations.sheet, layout.programmes.sheet
    return (
        f"Сначала лист «{people}»: строка – организация, каждый человек в ней один раз, счёт с 1 января до даты в "
        "заголовке. Организации и их контингент уже вписаны; контингент взят из прошлого отчёта, проверьте его.",
        f"Потом лист «{programmes}»: строка – программа. Программы прошлого отчёта уже вписаны без чисел: лишние "
        "строки удалите, новые допишите ниже. Человек в двух программах стоит в обеих.",
        "Голубые ячейки ещё ждут числа: если никого нет, впишите 0. Пустая ячейка – пропуск, отчёт с ней не "
        "сохранится. Жёлто-оранжевая ячейка не сходится с соседними: посмотрите на неё ещё раз.",
        f"«Удовлетворены» – поставившие {threshold} и больше по шкале от 1 до 10. Доля считается от опрошенных.",
        "Организация, форма и ролевая модель выбираются из списков; ролевая модель зависит от формы. Свою форму "
        "впишите в виде «кто – кому», например «студент – команда», свою ролевую модель – словами.",
        "Предприятие-партнёр – то, чьи работники стали наставниками в этой программе; одно и то же пишите одинаково.",
        "Заголовки закрыты от случайной правки без пароля: строки можно добавлять, удалять и сортировать. Из своей "
        "таблицы вставляйте «только значения», хоть ниже последней строки с рамкой: всё будет прочитано.",
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


def write_guide(
    workbook: Workbook, formats: SheetFormats, sentences: Sequence[str], columns: Sequence[float] = (_WIDTH,)
) -> tuple[Worksheet, int]:
    """Add the sheet with numbered sentences over the first of these columns; return it and the row under them."""
    sheet = workbook.add_worksheet(GUIDE_SHEET)
    prepare_page(sheet)
    sheet.set_column(0, 0, 4)
    for place, width in enumerate(columns, start=1):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, GUIDE_SHEET, formats.look(bold=True, font_size=16))
    number, text = formats.look(align="right", indent=1), formats.look(text_wrap=True)
    last = next(place for place, width in enumerate(accumulate(columns), start=1) if width >= _WIDTH)
    for row, sentence in enumerate(sentences, start=2):
        sheet.set_row(row, lines_height(sentence, sum(columns[:last])) + 3)
        sheet.write_number(row, 0, row - 1, number)
        if last > 1:
            sheet.merge_range(row, 1, row, last, None, text)
        sheet.write_string(row, 1, sentence, text)
    return sheet, 2 + len(sentences)
