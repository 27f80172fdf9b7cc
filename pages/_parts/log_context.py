"""Which session and whose run a line of the log belongs to: numbers alone, never a name."""

from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages._parts.person import current_actor

# The whole would be enough to ask the server for somebody's session.
_SIGNS = 8


def whose_run() -> dict[str, object]:
    """Return the beginning of the session's id and the person's number, as far as they are known."""
    context = get_script_run_ctx()
    known: dict[str, object] = {"session": context.session_id[:_SIGNS]} if context else {}
    try:
        return {**known, "person": current_actor().person.number}
    except KeyError:
        # The failure came before it was known who acts.
        return known
