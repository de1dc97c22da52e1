"""The options and the words that narrow down what a command prints."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click

from hearts_tui.domain.item import Status
from hearts_tui.domain.query import Query, is_condition, parse_words

_LEFT_OUT = r"-\w[^=]+"
"""A word after one minus sign, which is no option: those of one letter are ``-h`` alone."""

_STATUSES = [status.value for status in Status]

WORDS_HELP = (
    "Words narrow the list down, and so do unread, status:rumor, topic:music, since:2026-01, and "
    "-word for what shouldn't be there."
)


class QueryCommand(click.Command):
    """A command among whose arguments ``-word`` is a word to leave out, and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take such words out before the options are parsed; part of click's protocol."""
        end = args.index("--") if "--" in args else len(args)
        left_out = [arg for arg in args[:end] if re.fullmatch(_LEFT_OUT, arg)]
        others = [arg for arg in args[:end] if arg not in left_out]
        rest = super().parse_args(ctx, [*others, *args[end:]])
        ctx.params["words"] = (*ctx.params["words"], *left_out)
        return rest


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was asked for: words as they were typed, and conditions as options."""

    words: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def item(self) -> str | None:
        """The one word that may be the id of an item; None where a list is asked for."""
        if len(self.words) != 1 or self.conditions or is_condition(self.words[0]):
            return None
        return self.words[0]

    @property
    def query(self) -> Query:
        """All of it as a query.

        Raises:
            click.UsageError: something in it makes no sense; the message says what would.

        """
        query = parse_words([*self.words, *self.conditions])
        if query.problem:
            raise click.UsageError(query.problem)
        return query


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that are conditions; the function gets them for ``asked``."""
    options = (
        click.option(
            "--status",
            multiple=True,
            type=click.Choice(_STATUSES),
            help="Only what has this status.",
        ),
        click.option("--topic", multiple=True, metavar="WORD", help="Only what's about this."),
        click.option("--since", metavar="DATE", help="Only from 2026, 2026-01 or 2026-01-31 on."),
        click.option("--unread", is_flag=True, help="Only what you haven't read."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def asked(
    words: Sequence[str],
    status: Sequence[str] = (),
    topic: Sequence[str] = (),
    since: str | None = None,
    *,
    unread: bool = False,
) -> Asked:
    """Put words and the values of the options together."""
    conditions = [f"status:{','.join(status)}"] if status else []
    conditions += [f"topic:{','.join(topic)}"] if topic else []
    conditions += [f"since:{since}"] if since is not None else []
    conditions += ["unread"] if unread else []
    return Asked(tuple(words), tuple(conditions))
