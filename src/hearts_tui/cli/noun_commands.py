"""The commands that print what the screens show."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from hearts_tui.cli.filters import WORDS_HELP, Asked, QueryCommand, asked, filter_options
from hearts_tui.cli.output import Form, Output
from hearts_tui.domain.address import Section

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from hearts_tui.cli.session import Session


def form_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how something is written; the function gets ``form``."""
    plain = click.option(
        "--plain",
        "form",
        flag_value=Form.PLAIN.value,
        help="Text without colors or any other control sequence.",
    )
    json = click.option(
        "--json", "form", flag_value=Form.JSON.value, help="JSON, as docs/json.md describes it."
    )
    return plain(json(command))


def output_for(form: str | None) -> Output:
    """Return standard output in the form that an option asks for."""
    return Output.standard(Form(form or Form.AUTO), os.environ)


def session_here() -> "Session":
    """Put together what is printed from in this environment.

    Raises:
        click.UsageError: the environment holds a value that can't be used.

    """
    from hearts_tui.cli.assets import content_folder
    from hearts_tui.cli.session import open_session

    try:
        return open_session(os.environ, content_folder())
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def section_command(section: Section, about: str, example: str) -> click.Command:
    """Make the command that prints the items of a section, or one of them."""

    @click.command(
        section.value,
        cls=QueryCommand,
        help=f"{about}\n\n{WORDS_HELP}",
        epilog=f"Example: {example}",
    )
    @click.argument(
        "words", metavar="[ID | WORDS...]", nargs=-1, shell_complete=partial(complete_id, section)
    )
    @filter_options
    @click.option("--reveal", is_flag=True, help="With an ID: show what is hidden there.")
    @form_options
    def command(
        words: tuple[str, ...], form: str | None, *, reveal: bool, **conditions: Any
    ) -> int:
        what, output = asked(words, **conditions), output_for(form)
        return print_section(session_here(), output, section, what, reveals=reveal)

    return command


def print_section(
    session: "Session", output: Output, section: Section, what: Asked, *, reveals: bool
) -> int:
    """Print the list of a section, or the page of an item."""
    from hearts_tui.cli.printing import print_item, print_list

    if what.item is not None:
        return print_item(session, output, section, what.item, reveals=reveals)
    return print_list(session, output, section, what.query)


def complete_id(
    section: Section, ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Return the ids of a section that begin with what was typed, each with its title."""
    from click.shell_completion import CompletionItem

    from hearts_tui.cli.printing import open_ids

    del ctx, param
    ids = open_ids(session_here().view, section)
    return [
        CompletionItem(item_id, help=title)
        for item_id, title in ids.items()
        if item_id.startswith(incomplete)
    ]


def complete_address(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Return the addresses that begin with what was typed, each with its title."""
    from click.shell_completion import CompletionItem

    typed, slash, item_id = incomplete.partition("/")
    return [
        CompletionItem(f"{section}/{item.value}", help=item.help)
        for section in Section
        if (section == typed if slash else section.startswith(typed))
        for item in complete_id(section, ctx, param, item_id)
    ]


_COMMANDS = {
    "news": (Section.NEWS, "Print the news, newest first, or one story.", "news film-four-years"),
    "cast": (Section.CAST, "Print who's who, or everything about one person.", "cast cassie"),
    "tracks": (Section.TRACKS, "Print the songs, or the page of one.", "tracks come-back-home"),
    "theories": (
        Section.THEORIES,
        "Print the questions with your votes, or one of them.",
        "theories t01",
    ),
    "film": (Section.FILM, "Print the pages about the film, or one of them.", "film"),
}
"""The section of a command, what it is about, and an example, by its name."""


def __getattr__(name: str) -> click.Command:
    """Make a command when it is asked for; the others need not wait for it."""
    if name not in _COMMANDS:
        raise AttributeError(name)
    section, about, example = _COMMANDS[name]
    return section_command(section, about, f"hearts {example}")
