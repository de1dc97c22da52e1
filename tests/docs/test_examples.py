"""The README and ``hearts --help`` show the same examples, and each works."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.end_to_end.guide import block

README = Path(__file__).parents[2] / "README.md"


def examples_of_readme() -> list[str]:
    """Return the README's block of commands."""
    return block("", "hearts today", README).splitlines()


def test_the_help_shows_those_of_the_readme(config: Path) -> None:
    told = run(config, "--help").stdout.partition("\n  Examples:\n")[2]
    assert [line.strip() for line in told.splitlines()] == examples_of_readme()


@pytest.mark.parametrize("example", examples_of_readme())
def test_each_works(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(example)
    assert program == "hearts"
    done = run(config, *arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_a_friend_adds_what_was_exported(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    exporting, adding = block("", "board export", README).splitlines()
    run(config, "vote", "t01", "wedding")
    done = run(config, *shlex.split(exporting)[1:])
    assert done.returncode == 0, done.stderr
    shutil.move("mia.json", "leo.json")
    done = run(tmp_path / "other", *shlex.split(adding)[1:])
    assert done.returncode == 0, done.stderr
    assert "Added mia, with 1 vote." in done.stdout
