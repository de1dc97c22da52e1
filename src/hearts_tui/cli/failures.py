"""How a command says that it could not do what it was asked for."""

import click

UNCHANGED = "Nothing was changed; start hearts to sort it out."
"""What to add where a file of the user's can't be used as it is."""


class NotDoneError(click.ClickException):
    """The request was right, and could not be done: the message is a sentence or two on why.

    What makes no sense in the first place is a ``click.UsageError``, with exit code 2.
    """

    exit_code = 1
