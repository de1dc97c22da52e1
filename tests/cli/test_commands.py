"""What holds for every command: an example that works, and nothing slow to import."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from hearts_tui.cli.commands import COMMANDS
from hearts_tui.cli.options import hearts
from tests.cli.running import environ, run

_EXAMPLE = re.compile(r"Example: hearts (.+)")

SHOWS_NO_TEXTUAL = """
import sys
from hearts_tui.cli.main import main
sys.argv = ["hearts", *sys.argv[1:]]
try:
    main()
finally:
    heavy = {"textual", "rich", "icalendar"} & {*sys.modules}
    print("loaded:", *heavy, file=sys.stderr)
"""


def all_commands() -> Iterator[tuple[str, click.Command]]:
    """Yield the commands and what is below them, by what one types."""
    ctx = click.Context(hearts)
    for name in COMMANDS:
        command = hearts.get_command(ctx, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {each}", below) for each, below in command.commands.items())


EXAMPLES = {
    name: found[1] if (found := _EXAMPLE.search(command.epilog or "")) else ""
    for name, command in all_commands()
}


TOLD = {"calendar": "hearts: left out, for want of a day: "}
"""What an example tells on standard error, where it does."""

BEFORE = {
    "board export": ["vote"],
    "board remove": ["board add"],
}
"""Whose examples some examples follow upon."""

BY_A_FRIEND = {"board add": ["vote", "board export"], "board remove": ["vote", "board export"]}
"""Which examples somebody else has followed before."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_has_an_example_that_works(
    config: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert EXAMPLES[name].startswith(name)
    for before in BY_A_FRIEND.get(name, []):
        run(tmp_path / "friend", *shlex.split(EXAMPLES[before]))
    for before in BEFORE.get(name, []):
        run(config, *shlex.split(EXAMPLES[before]))
    done = run(config, *shlex.split(EXAMPLES[name]))
    assert done.returncode == 0
    assert done.stderr.startswith(TOLD.get(name, ""))
    assert bool(done.stderr) is (name in TOLD)
    assert done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "vote",
        "unvote",
        "verdict",
        "mark read",
        "mark rate",
        "board list",
        "paths",
        "calendar",
        "doctor",
    ],
)
def test_none_waits_for_textual(config: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWS_NO_TEXTUAL, *shlex.split(EXAMPLES[name])],
        env=environ(config),
        capture_output=True,
        text=True,
        check=True,
    )
    needed = ["icalendar"] if name == "calendar" else []
    assert done.stderr.splitlines()[-1].split() == ["loaded:", *needed]


GROUPS = [name for name, command in all_commands() if isinstance(command, click.Group)]


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_alone_shows_its_help(config: Path, name: str) -> None:
    done = run(config, *name.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Usage: hearts {name} ")
    assert "Commands:\n" in done.stderr
