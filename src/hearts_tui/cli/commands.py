"""The commands of ``hearts``, each imported only when it is asked for."""

from collections.abc import Mapping
from importlib import import_module

import click

COMMANDS: Mapping[str, str] = {
    "news": "hearts_tui.cli.noun_commands:news",
    "cast": "hearts_tui.cli.noun_commands:cast",
    "tracks": "hearts_tui.cli.noun_commands:tracks",
    "countdown": "hearts_tui.cli.countdown:countdown",
    "theories": "hearts_tui.cli.noun_commands:theories",
    "film": "hearts_tui.cli.noun_commands:film",
    "ballot": "hearts_tui.cli.reading_commands:ballot",
    "show": "hearts_tui.cli.reading_commands:show",
    "search": "hearts_tui.cli.reading_commands:search",
    "today": "hearts_tui.cli.reading_commands:today",
    "how-we-know": "hearts_tui.cli.reading_commands:how_we_know",
    "vote": "hearts_tui.cli.voting:vote",
    "unvote": "hearts_tui.cli.voting:unvote",
    "verdict": "hearts_tui.cli.voting:verdict",
    "mark": "hearts_tui.cli.marking:mark",
    "calendar": "hearts_tui.cli.calendar:calendar",
    "doctor": "hearts_tui.cli.doctor:doctor",
    "board": "hearts_tui.cli.board_commands:board",
    "kiosk": "hearts_tui.cli.kiosk_commands:kiosk",
    "paths": "hearts_tui.cli.paths:paths",
    "completion": "hearts_tui.cli.completion:completion",
}
"""The module and the name of each command's function, as ``module:name``, by what one types."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, listed or completed.

    See "Lazily Loading Subcommands" in click's documentation.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name; None if there is no such command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]} is no command.")
        return command
