"""Completion in real shells, each in a pseudo-terminal with its own notes followed."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import environ, run
from tests.end_to_end.terminal import Terminal

READY = "ready>"


def script_for(config: Path, shell: str) -> str:
    done = run(config, "completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def set_up_bash(config: Path) -> list[str]:
    notes = script_for(config, "bash")
    (line,) = [line for line in notes.splitlines() if line.startswith("#     ")]
    put(config.parent / ".bashrc", f"PS1='{READY} '\n{line.removeprefix('#')}\n")
    return ["/bin/bash", "-i"]


def set_up_zsh(config: Path) -> list[str]:
    home, notes = config.parent, script_for(config, "zsh")
    (line,) = [line for line in notes.splitlines() if line.startswith("#     ")]
    put(home / ".local/share/zsh/site-functions/_hearts", notes)
    put(
        home / ".zshrc",
        f"PS1='{READY} '\n{line.removeprefix('#')}\nautoload -U compinit && compinit -u\n",
    )
    return ["/bin/zsh", "-i"]


def set_up_fish(config: Path) -> list[str]:
    home = config.parent
    put(home / ".config/fish/completions/hearts.fish", script_for(config, "fish"))
    put(
        home / ".config/fish/config.fish",
        f"function fish_prompt; echo '{READY} '; end\nset -g fish_greeting\n"
        "set -g fish_autosuggestion_enabled 0\n",
    )
    return ["/usr/bin/fish", "-i"]


SHELLS = {"bash": set_up_bash, "zsh": set_up_zsh, "fish": set_up_fish}


@contextmanager
def shell(name: str, config: Path) -> Iterator[Terminal]:
    """Open a shell that completes as its notes say."""
    argv = SHELLS[name](config)
    with Terminal(argv, environ(config, TERM="xterm"), 100, 30) as terminal:
        terminal.wait_for(READY)
        yield terminal


@pytest.mark.parametrize("name", SHELLS)
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("hearts unvo", "hearts unvote"),
        ("hearts vote t21 conf", "hearts vote t21 confirmed"),
        ("hearts verdict t21 unde", "hearts verdict t21 undecided"),
        ("hearts mark rate tracks/sweet-c", "hearts mark rate tracks/sweet-caroline"),
        ("hearts news film-four", "hearts news film-four-years"),
        ("hearts show cast/lu", "hearts show cast/luke"),
        ("hearts countdown --to veter", "hearts countdown --to veterans-day"),
        ("hearts completion zs", "hearts completion zsh"),
        ("hearts vote t21 confirmed --conf", "hearts vote t21 confirmed --confidence"),
    ],
)
def test_a_shell_completes(config: Path, name: str, typed: str, completed: str) -> None:
    with shell(name, config) as terminal:
        terminal.press(f"{typed}\t")
        terminal.wait_for(completed)
    assert not config.exists()


def test_own_theories_complete_and_a_damaged_ballot_is_left_alone(config: Path) -> None:
    config.mkdir()
    ballot = config / "ballot.toml"
    ballot.write_text(
        'format = 1\nrevision = 1\n[theories.own-dog]\nquestion = "A dog?"\n'
        'options = [{id = "a", text = "Yes"}, {id = "b", text = "No"}]\n'
    )
    asked = {"_HEARTS_COMPLETE": "bash_complete", "COMP_CWORD": "2", "COMP_WORDS": "hearts vote "}
    ids = run(config, **asked).stdout.split()
    assert (ids[0], ids[-1]) == ("plain,t01", "plain,own-dog")
    ballot.write_text("[votes\n")
    done = run(config, **asked)
    assert (done.stdout.split(), done.stderr) == (ids[:-1], "")
    assert [*config.iterdir()] == [ballot]


def test_what_has_a_hidden_title_is_not_named(config: Path) -> None:
    asked = {
        "_HEARTS_COMPLETE": "bash_complete",
        "COMP_CWORD": "3",
        "COMP_WORDS": "hearts mark read news/teaser",
    }
    assert "plain,news/teaser-pregnancy" in run(config, **asked).stdout.split()
    config.mkdir()
    (config / "settings.toml").write_text('sequel_rumors = "hide"\n')
    told = run(config, **asked)
    assert "pregnancy" not in told.stdout
    missed = run(config, "mark", "read", "news/teaser-pregnanc")
    assert (missed.returncode, "pregnancy" in missed.stderr) == (2, False)


def test_an_unknown_shell_is_named(config: Path) -> None:
    done = run(config, "completion", "csh")
    assert done.returncode == 2
    assert "'csh' is not one of 'bash', 'zsh', 'fish'." in done.stderr


def test_paths_are_those_that_are_used(config: Path) -> None:
    before = run(config, "paths").stdout
    assert (
        "ballot: ~/config/ballot.toml (your votes, verdicts and theories, not there yet)\n"
        in before
    )
    assert not config.exists()
    run(config, "vote", "t01", "1")
    found = json.loads(run(config, "paths", "--json").stdout)["paths"]
    assert found["ballot"] == {"path": str(config / "ballot.toml"), "exists": True}
    assert found["marks"]["exists"] is False
    assert Path(found["content"]["path"], "news.toml").exists()


def test_paths_follow_the_platform(config: Path) -> None:
    bare = environ(config)
    del bare["HEARTS_CONFIG_DIR"]
    done = subprocess.run(["hearts", "paths"], env=bare, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("folder: ~/.config/hearts-tui (")
