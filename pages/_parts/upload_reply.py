"""A reply to the sender, ready to be copied into a letter."""

from collections.abc import Sequence

import streamlit as st

from cmn_core.intake.reading import Reading
from cmn_core.intake.reply_letter import AnsweredFile, write_reply
from cmn_core.reference import Reference
from cmn_core.store.report_keys import ReportKey
from cmn_core.wording import format_period
from pages._parts.database import CurrentData
from pages._parts.upload_state import UploadState


def show_reply(reading: Reading, state: UploadState, data: CurrentData) -> None:
    """Offer the reply about one file."""
    with st.expander("Ответ отправителю: скопировать в письмо", key=state.key("reply"), type="compact"):
        show_letter([answer_file(reading, state.key_chosen, data.reference)], data.reference)


def show_letter(files: Sequence[AnsweredFile], reference: Reference) -> None:
    """Show a letter with a button that copies it."""
    st.code(write_reply(files, reference.region.facts.centre), language=None, wrap_lines=True)


def answer_file(
    reading: Reading, key: ReportKey | None, reference: Reference, *, is_saved: bool = False
) -> AnsweredFile:
    """Put a file into the words of a letter."""
    parts = [reference.layouts.label(reading.layout)] if reading.layout else []
    if key is not None:
        sender = reference.region.district(key.sender).short if key.sender else reference.region.facts.name
        parts += [sender, format_period(key.period)]
    return AnsweredFile(reading.file, ", ".join(parts), reading.problems, is_saved)
