"""Refuse a whole file: the problem's code, what is at fault, and the reason in the reader's words."""

from pathlib import PurePath

from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.reference.budgets import Budgets
from cmn_core.reference.refusal_texts import read_refusal_texts
from cmn_core.wording import format_count, format_size


def not_a_spreadsheet(found: str, file_name: str) -> UnreadableFile:
    """Say what the bytes are, and that the name promises otherwise."""
    texts = read_refusal_texts()
    reason = texts.not_a_spreadsheet[found]
    suffix = PurePath(file_name).suffix.lower()
    if suffix in texts.workbook_suffixes:
        reason = texts.named_otherwise.format(reason=reason, suffix=suffix)
    return UnreadableFile("not_a_spreadsheet", found=found, reason=reason)


def password_protected() -> UnreadableFile:
    """Say that the workbook is encrypted."""
    return UnreadableFile("password_protected")


def corrupt_file(fault: str, **details: str) -> UnreadableFile:
    """Say in what way a workbook is broken."""
    reason = read_refusal_texts().corrupt_file[fault].format(**details)
    return UnreadableFile("corrupt_file", fault=fault, reason=reason)


def too_large(budget: str, budgets: Budgets, found: str = "") -> UnreadableFile:
    """Say which budget a file goes beyond."""
    limit = {
        "file": format_size(budgets.file_mb * 1_000_000),
        "unpacked": format_size(budgets.unpacked_mb * 1_000_000),
        "parts": format_count(budgets.zip_parts),
        "rows": format_count(budgets.data_rows),
        "cells": format_count(budgets.cells),
        "time": f"{budgets.seconds:g}".replace(".", ","),
        "memory": format_size(budgets.memory_mb * 1_000_000),
    }[budget]
    reason = read_refusal_texts().too_large[budget].format(limit=limit, found=found)
    return UnreadableFile("too_large", budget=budget, limit=limit, reason=reason)
