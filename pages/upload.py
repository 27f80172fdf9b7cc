"""Are the reports right, what do they change, and how are they saved?"""

import streamlit as st

from cmn_core.intake.read_report import Expectation
from cmn_core.store.submission import decide, find_open_points
from pages._parts.author import current_author
from pages._parts.database import current_data
from pages._parts.upload_desk import upload_desk
from pages._parts.upload_differences import show_differences
from pages._parts.upload_drafts import follow_address, keep_what_was_chosen, offer_draft_of_file
from pages._parts.upload_faults import show_faults
from pages._parts.upload_head import show_counted, show_head, show_verdict
from pages._parts.upload_html import show_upload_style
from pages._parts.upload_left_cells import hear_other_windows, keep_left_cells
from pages._parts.upload_names import ask_about_names
from pages._parts.upload_opening import show_opening
from pages._parts.upload_pile import show_pile
from pages._parts.upload_pile_drafts import follow_pile
from pages._parts.upload_population import show_population
from pages._parts.upload_reading import expect_key, guess_whose, read_dropped
from pages._parts.upload_recognised import choose_key, choose_sheets
from pages._parts.upload_report import compare_report, show_lock, show_other_claims, show_same_file
from pages._parts.upload_save import show_save_bar
from pages._parts.upload_start import show_start

show_upload_style()
data, desk = current_data(), upload_desk()
follow_pile(data, desk)
follow_address(data, desk)
state = desk.work
file = state.file
if desk.pile and not desk.opened:
    show_pile(desk.pile, data, desk)
    st.stop()
if file is None:
    show_start(data, desk)
    st.stop()
if desk.opening:
    show_opening(desk)
    st.stop()

keep_left_cells(state, data, desk)
hear_other_windows(state, data)
title = show_head(desk)
left_out = choose_sheets(read_dropped(file, state, data).reading, state)
stated = read_dropped(file, state, data, Expectation(left_out_sheets=left_out)).reading
key = choose_key(stated, data, state)
checked = read_dropped(file, state, data, expect_key(stated, key, guess_whose(stated, data, state), left_out))
reading = checked.reading
state.reading, state.key_chosen, state.left_out_sheets = reading, key, left_out
offer_draft_of_file(state, data, desk)
keep_what_was_chosen(key, state, desk, data)
if not reading.can_be_saved:
    show_verdict(title, file, reading, state, data.reference)
    show_faults(file, checked, state, data, desk)
elif reading.layout == "population":
    show_verdict(title, file, reading, state, data.reference)
    show_faults(file, checked, state, data, desk)
    show_population(reading, data, state)
elif key is None:
    show_verdict(title, file, reading, state, data.reference, ("Выберите муниципалитет и месяц.",))
    show_counted(reading, state, data.reference)
    show_faults(file, checked, state, data, desk)
else:
    counted = show_counted(reading, state, data.reference)
    show_other_claims(key, data, desk)
    is_in_force = show_same_file(reading, key, data, state)
    matched = compare_report(reading, key, data, state)
    show_lock(matched.in_force)
    answers = state.answers = ask_about_names(reading, key, matched.matches, data, state)
    if is_in_force and answers.change_nothing and not left_out:
        show_verdict(title, file, reading, state, data.reference, is_in_force=True)
        st.stop()
    open_points = find_open_points(matched.matches, key.sender, answers)
    compared = compare_report(reading, key, data, state, answers)
    # Until all names are answered, every number of theirs would look fallen or new.
    reading = reading if open_points else compared.add_problems(reading)
    show_faults(file, checked.having(reading), state, data, desk)
    show_differences(compared, key, open_points, state, data.reference)
    show_verdict(title, file, reading, state, data.reference, open_points, instead_of=compared.in_force)
    decisions = decide(reading, key, answers, compared.in_force, left_out_sheets=left_out, author=current_author())
    show_save_bar(reading, decisions, counted, open_points, compared.in_force, data.database, state)
