"""The application's entry: `uvicorn app:app`, `streamlit run app.py`, `cmn serve`; from any folder."""

import sys
from pathlib import Path

import streamlit as st
from streamlit import config

from cmn_core.http.settings import http_settings
from cmn_core.http.sign_ins import SignIns
from cmn_core.http.stack import build_middleware, build_routes
from cmn_core.http.warming import keep_warm
from cmn_core.intake.apart.workers import warm_workers
from cmn_core.logs.setup import configure_logging
from cmn_core.reference import shipped_reference

_FOLDER = Path(__file__).resolve().parent
# Pages import `pages._parts`, and uvicorn puts only the current folder on the path.
if str(_FOLDER) not in sys.path:
    sys.path.append(str(_FOLDER))
# Streamlit looks for .streamlit/config.toml in the current folder and beside the main script. Under uvicorn it would
# take pages/_shell.py for that script; `streamlit run` names this file by itself.
if config._main_script_path is None:
    config._main_script_path = str(_FOLDER / "app.py")

from pages._parts.failure import show_failure  # noqa: E402 - needs the path above
from pages._parts.icon import page_icon  # noqa: E402
from pages._parts.page_list import HOME, PAGES, landing_page  # noqa: E402
from pages._parts.streamlit_log import hand_streamlit_over  # noqa: E402

configure_logging(form=http_settings().log_format, level=http_settings().log_level)
hand_streamlit_over()
_TITLE = shipped_reference().region.facts.title
_SIGN_INS = SignIns()

app = st.App(
    _FOLDER / "pages" / "_shell.py",
    routes=build_routes(_SIGN_INS, title=_TITLE, icon=page_icon(), landing=landing_page),
    middleware=build_middleware(_SIGN_INS, title=_TITLE, home=HOME, pages=[entry.path for entry in PAGES]),
    lifespan=keep_warm(
        [
            "pandas",
            "pyarrow",
            "altair",
            "vl_convert",
            "sqlmodel",
            "pages._parts.database",
            "streamlit.elements.vega_charts",
        ],
        prepare=warm_workers,
    ),
    on_script_error=show_failure,
)
