"""The main job, with nothing replaced: vote, quit, come back, and the vote is there."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

QUESTION = "Wedding film or divorce drama?"


def test_a_vote_is_there_when_one_comes_back(config: Path) -> None:
    command = [HEARTS, "--screen", "theories"]
    with Terminal(command, environ_for(config)) as terminal:
        terminal.wait_for(QUESTION)
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        terminal.press("j\r")
        terminal.wait_for("you: Divorce drama 70%")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert b"\x1b[?1049l" in terminal.sent
    with Terminal(command, environ_for(config)) as terminal:
        terminal.wait_for("you: Divorce drama 70%")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("screen", ["news", "cast", "tracks", "countdown", "theories"])
@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24), (40, 12), (20, 5)])
def test_every_screen_opens_and_quits_at_every_size(
    config: Path, screen: str, columns: int, rows: int
) -> None:
    with Terminal([HEARTS, "--screen", screen], environ_for(config), columns, rows) as terminal:
        terminal.wait_for("quit" if columns > 20 else "Too small")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_resizing_from_end_to_end_keeps_the_place(config: Path) -> None:
    with Terminal([HEARTS, "--screen", "cast"], environ_for(config)) as terminal:
        terminal.wait_for("Cassie Salazar")
        terminal.press("jj")
        terminal.wait_for("Marine")
        for columns, rows in ((40, 12), (20, 5), (300, 90), (31, 9), (80, 24)):
            terminal.resize(columns, rows)
            terminal.wait_for("Too small" if columns == 20 else "Frankie")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"HEARTS_CONFIG_DIR": "/dev/null/nowhere"},
        {"HEARTS_CONFIG_DIR": "relative"},
        {"HEARTS_CONFIG_DIR": "", "HOME": "/dev/null"},
    ],
)
def test_where_nothing_can_be_kept_the_board_is_view_only(
    config: Path, environment: dict[str, str]
) -> None:
    environ = {**environ_for(config), **environment}
    with Terminal([HEARTS, "--screen", "theories"], environ) as terminal:
        terminal.wait_for("View only. Nothing can be kept")
        terminal.press("\r\r")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert "Traceback" not in terminal.sent.decode(errors="replace")


def test_a_missing_home_is_no_reason_to_fall(config: Path) -> None:
    environ = environ_for(config)
    del environ["HOME"], environ["HEARTS_CONFIG_DIR"]
    environ["XDG_CONFIG_HOME"] = str(config)
    with Terminal([HEARTS], environ) as terminal:
        terminal.wait_for("News")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    "now", ["1970-01-01T00:00:00Z", "2026-07-29T07:00:00Z", "2999-12-31T23:59:59Z"]
)
@pytest.mark.parametrize("screen", ["countdown", "news"])
def test_a_wrong_clock_is_no_reason_to_fall(config: Path, now: str, screen: str) -> None:
    environ = environ_for(config, HEARTS_NOW=now)
    with Terminal([HEARTS, "--screen", screen], environ) as terminal:
        terminal.wait_for("quit")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run hearts without a terminal."""
    return subprocess.run(
        [HEARTS, *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        env={"PATH": "/usr/bin:/bin", **environment},
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "hearts: no terminal here; over SSH, ask for one with ssh -t.\n"),
        (("--xyzzy",), "hearts: No such option '--xyzzy'.\n"),
        (
            ("--screen", "sequel"),
            (
                "hearts: Invalid value for '--screen': 'sequel' is not one of "
                "'news', 'cast', 'tracks', 'countdown', 'theories', 'film'.\n"
            ),
        ),
        (("extra",), "hearts: No such command 'extra'.\n"),
    ],
)
def test_what_can_t_be_done_is_one_line_and_exit_2(arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", told)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_need_no_terminal(option: str) -> None:
    result = run(option)
    assert result.returncode == 0
    assert "hearts" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("now", ["tomorrow", "2026-07-28T12:00:00", "9999-12-31T00:00:00Z"])
def test_a_clock_that_can_t_be_set_is_one_line_and_exit_2(config: Path, now: str) -> None:
    with Terminal([HEARTS], environ_for(config, HEARTS_NOW=now)) as terminal:
        assert terminal.wait_for_exit() == 2
    assert f"hearts: HEARTS_NOW is '{now}'" in terminal.text.replace("\n", "")


def test_the_package_runs_as_a_module() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "hearts_tui", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.startswith("hearts, version ")
