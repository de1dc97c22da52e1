"""What a command answers: a line or a few for people, or JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import click

from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.output import Form, Output
from hearts_tui.cli.stderr import tell
from hearts_tui.cli.workspace import Workspace
from hearts_tui.domain.storage import StorageError
from hearts_tui.unsafe_characters import printable

VERSION = 1
"""The version of the answers in JSON: another one where a key goes or comes to mean another."""

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Answer in JSON, as docs/json.md describes it."
)


def save(work: Workspace, action: Callable[[], str]) -> None:
    """Save something, and tell what else is to be told of it.

    Raises:
        NotDoneError: nothing was saved.

    """
    try:
        work.notices.append(action())
        work.wait_for_slip()
    except StorageError as error:
        raise NotDoneError(str(error)) from error


def answer_saved(
    work: Workspace, file: str, said: str, answer: Mapping[str, Any], *, as_json: bool
) -> int:
    """Print what is saved now and return the exit code; ``file`` is where, by its name.

    ``said`` is a sentence, which the place follows; ``answer`` is what JSON tells beside it.
    """
    for notice in dict.fromkeys(filter(None, work.notices)):
        tell(notice)
    path = work.folder / file
    if as_json:
        return write_json(work, {**answer, "file": str(path)})
    return write_lines(work, [f"{said} In {work.shown(path)}"])


def write_lines(work: Workspace, lines: list[str]) -> int:
    """Print lines and return the exit code."""
    text = "".join(f"{line}\n" for line in lines)
    return Output.standard(Form.PLAIN, work.environ).write_text(printable(text))


def write_json(work: Workspace, answer: Mapping[str, Any]) -> int:
    """Print an answer in JSON and return the exit code."""
    text = json.dumps({"version": VERSION, **answer}, indent=2)
    return Output.standard(Form.JSON, work.environ).write_text(f"{text}\n")
