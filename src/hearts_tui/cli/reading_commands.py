"""The commands that print something else than the items of one section."""

from typing import Any

import click

from hearts_tui.cli.filters import WORDS_HELP, QueryCommand, asked, filter_options
from hearts_tui.cli.noun_commands import complete_address, form_options, output_for, session_here
from hearts_tui.cli.printing import print_address, print_document


@click.command(epilog="Example: hearts ballot --json")
@form_options
def ballot(form: str | None) -> int:
    """Print your votes, your verdicts and your score."""
    from hearts_tui.printing.ballot import ballot_document

    session = session_here()
    return print_document(session, output_for(form), ballot_document(session.view))


@click.command(epilog="Example: hearts show tracks/come-back-home")
@click.argument("address", shell_complete=complete_address)
@click.option("--reveal", is_flag=True, help="Show what is hidden there.")
@form_options
def show(address: str, form: str | None, *, reveal: bool) -> int:
    """Print what lives at an ADDRESS, such as cast/luke."""
    return print_address(session_here(), output_for(form), address, reveals=reveal)


@click.command(
    cls=QueryCommand,
    help=f"Print what has all of the WORDS, best match first.\n\n{WORDS_HELP}",
    epilog="Example: hearts search whisky a go go",
)
@click.argument("words", nargs=-1)
@filter_options
@form_options
def search(words: tuple[str, ...], form: str | None, **conditions: Any) -> int:
    """Print what holds some words."""
    from hearts_tui.printing.search import found_by

    what = asked(words, **conditions)
    if not (query := what.query):
        raise click.UsageError("What are you looking for? hearts search wedding, for one.")
    session = session_here()
    found = found_by(session.view, query, " ".join([*what.words, *what.conditions]))
    return print_document(session, output_for(form), found)


@click.command(epilog="Example: hearts today")
@form_options
def today(form: str | None) -> int:
    """Print the front page: the countdown, what's new, and one to read."""
    from hearts_tui.printing.today import front_page

    session = session_here()
    return print_document(session, output_for(form), front_page(session.view))


@click.command("how-we-know", epilog="Example: hearts how-we-know")
@form_options
def how_we_know(form: str | None) -> int:
    """Print what the fan press says of a sequel, beside what is so."""
    from hearts_tui.printing.how_we_know import how_we_know as document

    session = session_here()
    return print_document(session, output_for(form), document(session.view))
