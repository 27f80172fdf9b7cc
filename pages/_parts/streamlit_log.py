"""Streamlit's loggers: each writes by itself, so a setting of the process alone does not reach them."""

from streamlit import logger as streamlit_logger

from cmn_core.logs.setup import hand_over


def hand_streamlit_over() -> None:
    """Make the loggers that Streamlit has, and those that it makes later, speak through the application's log."""
    streamlit_logger.setup_formatter = hand_over
    streamlit_logger.update_formatter()
