"""Who am I here, what may I do, and where else am I signed in?"""

import streamlit as st

from cmn_core.access import ROLE_LABELS
from cmn_core.documents.people_table import describe_districts
from cmn_core.store.sign_ins import list_sign_ins
from pages._parts.account_sign_ins import show_sign_ins
from pages._parts.author import now
from pages._parts.data_state import data_state, show_word
from pages._parts.data_style import show_data_style
from pages._parts.database import current_data
from pages._parts.finding import show_fact
from pages._parts.person import current_actor

CODE = "account"

show_data_style()
data, state, actor = current_data(), data_state(), current_actor()
person = actor.person
st.title("Моя учётная запись", anchor=False)
if person.number is None:
    st.info(
        "Приложение открыто без входа, на самом компьютере с данными. Учётные записи добавляет команда `cmn user add`."
    )
    st.stop()
show_word(state, CODE)
show_fact(
    person.name,
    f"Логин {person.login}, роль «{ROLE_LABELS[person.role]}», "
    f"муниципалитеты: {describe_districts(person, data.reference.region)}.",
)
# The password goes by a form of the server, never through a widget.
st.html('<p class="cmn-line"><a href="/password">Сменить пароль</a></p>')
show_sign_ins(list_sign_ins(data.database, person.number, now=now()), actor, data, state, CODE)
