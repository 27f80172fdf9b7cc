"""A page of a heading and a sentence, for what has no page of its own: an unknown address, a refusal, a failure."""

from html import escape

from starlette.responses import HTMLResponse


def word_page(heading: str, words: str, status: int) -> HTMLResponse:
    """Return the page; no cache keeps it. It looks like the sign-in and reads as well without its looks."""
    return HTMLResponse(
        '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(heading)}</title><link rel="stylesheet" href="/sign-in/form.css"></head>'
        f"<body><main><h1>{escape(heading)}</h1><p>{escape(words)}</p>"
        '<p><a href="/">Открыть начальную страницу</a></p></main></body></html>',
        status_code=status,
        headers={"Cache-Control": "no-store"},
    )
