"""The reply to a sender: polite, short, every fault with its place and what to do."""

from cmn_core.intake.problems import Problem
from cmn_core.intake.reply_letter import MOST_LISTED, AnsweredFile, write_reply

CENTRE = "РНЦ «Вместе к успеху»"
ABOUT = "Ежемесячный отчёт, Тарский, ноябрь 2020"


def problem(severity: str, cell: str | None = "C7", sheet: str | None = "Организации") -> Problem:
    return Problem("any", severity, sheet, cell, "-5", "Число меньше нуля: «-5».", "Впишите 0 или больше.")


def letter(*problems: Problem, is_saved: bool = False) -> str:
    return write_reply([AnsweredFile("Тара.xlsx", ABOUT, problems, is_saved)], CENTRE).replace("\u00a0", " ")


def test_a_file_with_errors_is_asked_back_with_their_places() -> None:
    assert letter(problem("warning", None, None), problem("error"), problem("info")) == (
        "Здравствуйте!\n\n"
        "Файл «Тара.xlsx» (Ежемесячный отчёт, Тарский, ноябрь 2020) проверен. Принять его пока нельзя: в нём 1 ошибка, "
        "и ещё 1 замечание.\n"
        "1. Лист «Организации», ячейка C7: Число меньше нуля: «-5». Впишите 0 или больше.\n"
        "2. Число меньше нуля: «-5». Впишите 0 или больше.\n\n"
        "Исправьте, пожалуйста, указанные ячейки и пришлите файл снова. Если что-то неясно, ответьте на это письмо.\n\n"
        "С уважением,\nРНЦ «Вместе к успеху»"
    )


def test_a_clean_file_is_thanked_for() -> None:
    assert "принят без замечаний.\n\nСпасибо за работу!" in letter(is_saved=True)
    assert "проверен, замечаний нет." in letter(problem("info"))


def test_warnings_are_asked_to_be_looked_at() -> None:
    assert "проверен, ошибок нет. Проверьте, пожалуйста, 1 замечание:\n1. Лист" in letter(problem("warning"))
    assert ") принят. Проверьте, пожалуйста, 1 замечание:" in letter(problem("warning"), is_saved=True)


def test_a_long_list_is_cut_and_says_so() -> None:
    text = letter(*[problem("error")] * (MOST_LISTED + 3))
    assert f"\n{MOST_LISTED}. Лист" in text
    assert f"\n{MOST_LISTED + 1}. " not in text
    assert "И ещё 3 замечания: все они отмечены в приложенном файле с пометками." in text


def test_several_files_of_a_municipality_are_answered_in_one_letter() -> None:
    files = [
        AnsweredFile("а.xlsx", ABOUT, (), is_saved=True),
        AnsweredFile("б.doc", "", (problem("error", None, None),)),
    ]
    text = write_reply(files, CENTRE)
    assert text.count("Здравствуйте!") == text.count("С уважением") == 1
    assert "Файл «б.doc» проверен." in text
    assert "Спасибо" not in text
