"""The command ``countdown``: all dates, or the countdown in a line."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from hearts_tui.cli.filters import WORDS_HELP, Asked, QueryCommand, asked, filter_options
from hearts_tui.cli.noun_commands import (
    complete_id,
    form_options,
    output_for,
    print_section,
    session_here,
)
from hearts_tui.cli.output import Form
from hearts_tui.domain.address import Section

if TYPE_CHECKING:
    from hearts_tui.cli.session import Session

_complete = partial(complete_id, Section.COUNTDOWN)


@click.command(
    cls=QueryCommand,
    help=f"Print the countdown and all dates, or one date.\n\n{WORDS_HELP}",
    epilog="""\
    Example: hearts countdown --format "{days} days to {name}"

    A template names what it wants in braces: title, name, date, left ("in 245 days"), days, hours,
    minutes, seconds. {hours:02} has two digits at least.""",
)
@click.argument("words", metavar="[ID | WORDS...]", nargs=-1, shell_complete=_complete)
@click.option("--short", is_flag=True, help="One line, for a prompt or a status line.")
@click.option("--to", metavar="ID", shell_complete=_complete, help="Count down to this date.")
@click.option("--format", "template", metavar="TEMPLATE", help="One line, of your own making.")
@click.option("--until-zero", is_flag=True, help="Go on until it's over. Ctrl+C stops it.")
@filter_options
@click.option("--reveal", is_flag=True, help="With an ID: show what is hidden there.")
@form_options
def countdown(  # noqa: PLR0913 - click hands each option over as an argument
    words: tuple[str, ...],
    to: str | None,
    template: str | None,
    form: str | None,
    *,
    short: bool,
    until_zero: bool,
    reveal: bool,
    **conditions: Any,
) -> int:
    """Print the countdown, all dates or one of them."""
    in_a_line, what = short or until_zero or template is not None, asked(words, **conditions)
    if in_a_line and (what != Asked() or form == Form.JSON):
        raise click.UsageError("That's one line: it takes no ID and no --json. See --to.")
    if short and template is not None:
        raise click.UsageError("--short and --format are two ways to say it. Choose one.")
    if template is not None:
        _check(template)
    session, output = session_here(), output_for(form)
    if to is not None:
        _count_to(session, to)
    if not in_a_line:
        return print_section(session, output, Section.COUNTDOWN, what, reveals=reveal)
    from hearts_tui.cli.countdown_line import print_line, watch_line

    return (watch_line if until_zero else print_line)(session, output, template, short=short)


def _check(template: str) -> None:
    from hearts_tui.printing.countdown_line import check_template

    try:
        check_template(template)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _count_to(session: "Session", item_id: str) -> None:
    """Count down to another date than the user's settings say.

    Raises:
        click.UsageError: there is no such date, or no countdown to it.

    """
    from hearts_tui.cli.printing import find_item
    from hearts_tui.printing.countdown_line import why_not_counted

    view = session.view
    item = find_item(view, Section.COUNTDOWN, item_id)
    if reason := why_not_counted(item, view):
        raise click.UsageError(reason)
    view.settings = replace(view.settings, countdown=item.id)
