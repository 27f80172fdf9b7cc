"""The shipped template of a programme, made from nothing.

`uv run python -m cmn_core.documents.programme.template_making` writes it. Whoever wants another look changes the file
in Word; this is for changes of what the document consists of.
"""
