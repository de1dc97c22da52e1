"""The countdown in a line: for prompts, and until it is over."""

import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import HEARTS, environ, run
from tests.end_to_end.terminal import Terminal, environ_for

LAST_SECONDS = "2027-07-28T23:59:58.500Z"


def test_the_short_form_is_one_line(config: Path) -> None:
    done = run(config, "countdown", "--short")
    assert (done.returncode, done.stdout) == (0, "film's 5th anniversary in 247 days\n")
    done = run(config, "countdown", "--to", "sofia-carson-birthday", "--short")
    assert done.stdout == "Carson's birthday in 137 days\n"
    done = run(config, "countdown", "--short", HEARTS_NOW="2027-07-29T12:00:00Z")
    assert done.stdout == "film's 5th anniversary is today\n"


def test_it_counts_to_what_the_settings_say(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(
        'format = 1\ncountdown = "own-party"\n[dates.party]\nname = "Party"\nday = 2033-01-01\n'
    )
    done = run(config, "countdown", "--format", "{title}: {days}, {left}")
    assert done.stdout == "Party: 2230, in 6 years\n"


def test_a_template_has_names_and_digits(config: Path) -> None:
    done = run(config, "countdown", "--format", "{{{days}}} {hours:02}:{minutes:02} to {date}")
    assert done.stdout == "{247} 12:00 to Jul 29, 2027\n"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{day}", "The template has {day}, which is no name. Names are title, name, date, left,"),
        ("{days.__class__}", "The template has {days.__class__}, which is no name."),
        ("{days:>999999}", "The template has {days:>999999}, which is no name."),
        ("{}", "The template has {}, which is no name."),
        ("{days", "The template has a single brace. For a brace, write two."),
        ("days}", "The template has a single brace. For a brace, write two."),
    ],
)
def test_a_bad_template_gets_a_sentence(config: Path, template: str, told: str) -> None:
    done = run(config, "countdown", "--format", template)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"hearts: {told}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "sequel-date"], "sequel-date is only a rumor, so there's no countdown to it."),
        (["--to", "film-release"], "film-release is behind us, so there's nothing left to count."),
        (["--to", "veterans"], "There's no date 'veterans'. Did you mean vet"),
        (["--short", "--json"], "That's one line: it takes no ID and no --json. See --to."),
        (["veterans-day", "--short"], "That's one line"),
        (["--short", "--format", "x"], "--short and --format are two ways to say it. Choose one."),
    ],
)
def test_what_can_t_be_counted_gets_a_sentence(
    config: Path, arguments: list[str], told: str
) -> None:
    done = run(config, "countdown", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"hearts: {told}")


def test_in_a_pipe_each_change_is_a_line_until_it_is_over(config: Path) -> None:
    done = run(config, "countdown", "--until-zero", HEARTS_NOW=LAST_SECONDS)
    assert (done.returncode, done.stderr) == (0, "")
    first, *_, last = done.stdout.splitlines()
    assert first == "Anniversary of the film, the 5th: 0 d 00:00:01"
    assert last == "film's 5th anniversary is today"


def test_in_a_pipe_the_short_form_changes_once(config: Path) -> None:
    done = run(config, "countdown", "--until-zero", "--short", HEARTS_NOW=LAST_SECONDS)
    assert done.stdout.splitlines() == [
        "film's 5th anniversary tomorrow",
        "film's 5th anniversary is today",
    ]


def test_a_terminal_keeps_to_one_line(config: Path) -> None:
    command = [HEARTS, "countdown", "--until-zero"]
    with Terminal(command, environ_for(config, HEARTS_NOW=LAST_SECONDS)) as terminal:
        assert terminal.wait_for_exit() == 0
    sent = terminal.sent.decode()
    assert sent.count("\n") == 1
    assert {*re.findall(r"\x1b[^a-zA-Z]*[a-zA-Z]", sent)} == {"\x1b[K"}
    assert sent.endswith("is today\r\n")


def test_who_stops_reading_or_waiting_ends_it(config: Path) -> None:
    waiting = [HEARTS, "countdown", "--until-zero"]
    process = subprocess.Popen(waiting, env=environ(config), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Anniversary of the film")
    process.stdout.close()
    assert process.wait(timeout=30) == 141
    process = subprocess.Popen(
        waiting, env=environ(config), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == -signal.SIGINT
    assert process.stderr is not None
    assert process.stderr.read() == ""
