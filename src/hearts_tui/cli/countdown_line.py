"""Print the countdown in one line, once or until it is over."""

import time
from datetime import timedelta

from hearts_tui.cli.output import Form, Output
from hearts_tui.cli.session import Session
from hearts_tui.domain.settings import Motion
from hearts_tui.printing.countdown_line import LONG, formatted, is_over, short_line
from hearts_tui.printing.view import View
from hearts_tui.unsafe_characters import printable

_ANEW = "\r\x1b[K"
"""Goes back to the first column and erases the line."""

_CALM_SECONDS = 60
"""How long a line stays where nothing should move by itself."""


def print_line(session: Session, output: Output, template: str | None, *, short: bool) -> int:
    """Print the countdown in one line, or nothing where no date lies ahead."""
    line = _line(session.view, template, short=short or template is None)
    return session.finish(output.write_text(f"{line}\n") if line else 0)


def watch_line(session: Session, output: Output, template: str | None, *, short: bool) -> int:
    """Print the countdown again and again until it is over.

    A terminal gets it in one line, which changes; anything else a line for each change.
    """
    view, started = session.view, time.time()
    first, shown, code = view.now, "", 0
    rewrites = output.has_styles and output.form is Form.AUTO
    step = _CALM_SECONDS if view.settings.motion is Motion.LESS else 1
    while not code:
        view.now = first + timedelta(seconds=time.time() - started)
        over = is_over(view)
        line = short_line(view) if over else _line(view, template, short=short)
        if line != shown:
            shown = line
            code = output.write_text(f"{_ANEW}{line}" if rewrites else f"{line}\n")
        if over:
            break
        time.sleep(step - view.now.timestamp() % step)
    if rewrites and not code:
        code = output.write_text("\n")
    return session.finish(code)


def _line(view: View, template: str | None, *, short: bool) -> str:
    if short:
        return printable(short_line(view))
    return printable(formatted(template or LONG, view))
