"""The commands that print: real processes, real files, real pipes."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hearts_tui.cli.commands import COMMANDS, LazyGroup
from hearts_tui.cli.options import hearts
from tests.cli.running import HEARTS, environ, run
from tests.end_to_end.terminal import Terminal, environ_for

NOUNS = tuple(name for name, where in COMMANDS.items() if re.search("noun|reading", where))
CONTROL = re.compile(r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def example(name: str) -> list[str]:
    command = LazyGroup().get_command(click.Context(hearts), name)
    assert command is not None
    assert command.epilog is not None
    return shlex.split(command.epilog.partition("Example: hearts ")[2])


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_prints_clean_text(config: Path, noun: str, form: list[str]) -> None:
    done = run(config, *example(noun), *form)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n")
    assert CONTROL.findall(done.stdout) == []
    assert not config.exists()


@pytest.mark.parametrize("noun", NOUNS)
def test_json_has_the_shape_that_is_documented(config: Path, noun: str) -> None:
    needs_more = noun in ("show", "search")
    for arguments in [example(noun)] if needs_more else [[noun], example(noun)]:
        shape = json.loads(run(config, *arguments, "--json").stdout)
        assert shape["version"] == 1
        assert list(shape) == [
            *("version", "kind", "title", "address", "status", "hidden", "text", "fields"),
            *("sections", "sources"),
        ]
        for section in shape["sections"]:
            assert list(section) == ["heading", "status", "hidden", "paragraphs", "items"]


@pytest.mark.parametrize("noun", NOUNS)
def test_no_noun_imports_textual(config: Path, noun: str) -> None:
    code = (
        "import sys; sys.argv = ['hearts', *sys.argv[1:]]\n"
        "from hearts_tui.cli.options import parse_and_run\n"
        "code = parse_and_run()\n"
        "print([m for m in sys.modules if m.partition('.')[0] == 'textual'], file=sys.stderr)\n"
        "sys.exit(code)"
    )
    for form in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *example(noun), *form],
            env=environ(config),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "[]\n")


def test_an_unknown_id_is_told_with_the_nearest(config: Path) -> None:
    done = run(config, "news", "film-for-years")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("hearts: There's no news item 'film-for-years'. Did you mean")
    assert "film-four-years" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_id_may_be_a_whole_address(config: Path) -> None:
    assert run(config, "news", "news/film-four-years").stdout.startswith("Four years of Purple")


def test_what_gives_too_much_away_is_covered_until_it_is_asked_for(config: Path) -> None:
    pages = json.loads(run(config, "news", "--json").stdout)["sections"]
    hidden = next(item for page in pages for item in page["items"] if item["hidden"] == "film")
    assert hidden["fields"]["summary"] is None
    covered = run(config, "news", hidden["address"])
    assert "░░░ hidden film plot · --reveal shows it" in covered.stdout
    shown = run(config, "news", hidden["address"], "--reveal")
    assert "░" not in shown.stdout
    assert len(shown.stdout) > len(covered.stdout)
    config.mkdir()
    (config / "settings.toml").write_text('format = 1\nseen_film = "yes"\n')
    assert run(config, "news", hidden["address"]).stdout == shown.stdout


def test_a_hidden_title_has_no_id_either(config: Path) -> None:
    config.mkdir()
    listed = json.loads(run(config, "news", "--json").stdout)
    of_sequel = [
        item
        for section in listed["sections"]
        for item in section["items"]
        if item["hidden"] == "sequel"
    ]
    (config / "settings.toml").write_text('format = 1\nsequel_rumors = "hide"\n')
    told = run(config, "news", "--json").stdout
    assert of_sequel
    for item in of_sequel:
        assert item["address"] not in told
        assert item["title"] not in told
    assert "░░░ hidden sequel rumor" in told


def shell(config: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command, HEARTS],
        env=environ(config),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pipe_that_closes_early_is_silent(config: Path) -> None:
    done = shell(config, '"$0" news | head -1; echo "${PIPESTATUS[0]}"')
    assert done.stdout in ("News\n141\n", "News\n0\n")
    assert done.stderr == ""
    done = shell(config, '"$0" news --json | : ; exit "${PIPESTATUS[0]}"')
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize(
    "arguments", ["news", "news --json", "--help", "--version", "countdown --short"]
)
def test_a_full_disk_is_told_in_a_line(config: Path, arguments: str) -> None:
    done = shell(config, f'"$0" {arguments} >/dev/full')
    told = "hearts: standard output takes no more (No space left on device).\n"
    assert (done.returncode, done.stderr) == (1, told)


def test_a_closed_standard_output_is_told_in_a_line(config: Path) -> None:
    done = shell(config, '"$0" news >&-')
    assert (done.returncode, done.stderr) == (1, "hearts: standard output is closed.\n")


def test_a_locale_without_unicode_gets_ascii(config: Path) -> None:
    for form in ([], ["--json"]):
        done = run(config, "news", *form, LANG="C")
        assert done.stdout.isascii()
        assert "Galitzine" in done.stdout
    assert "v confirmed" in run(config, "news", LANG="C").stdout


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_terminal_gets_styles_and_lines_that_fit(config: Path, columns: int) -> None:
    command = [HEARTS, "news", "film-four-years"]
    with Terminal(command, environ_for(config), columns=columns, rows=60) as terminal:
        assert terminal.wait_for_exit() == 0
    sent = terminal.sent.decode()
    assert "\x1b[1" in sent
    assert re.sub(r"\x1b\[[\d;]*m", "", sent).count("\x1b") == 0
    lines = re.sub(r"\x1b\[[\d;]*m", "", sent).split("\r\n")
    assert max(map(len, lines)) <= min(columns, 88)
    assert len(lines) > 10


def test_without_colors_a_terminal_gets_none(config: Path) -> None:
    command = [HEARTS, "news", "film-four-years"]
    with Terminal(command, environ_for(config, NO_COLOR="1")) as terminal:
        assert terminal.wait_for_exit() == 0
    codes = {code for found in re.findall(rb"\x1b\[([\d;]*)m", terminal.sent) for code in [found]}
    assert codes <= {b"0", b"1", b"2", b"3", b"4", b"1;4"}


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {}])
def test_plain_text_has_no_control_sequence_on_a_terminal(
    config: Path, more: dict[str, str]
) -> None:
    plain = [] if more else ["--plain"]
    command = [HEARTS, "news", "film-four-years", *plain]
    with Terminal(command, environ_for(config, **more), columns=60) as terminal:
        assert terminal.wait_for_exit() == 0
    assert b"\x1b" not in terminal.sent
    assert max(map(len, terminal.sent.decode().split("\r\n"))) <= 60


def test_a_file_that_can_t_be_used_is_told_and_the_rest_is_printed(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('format = 1\nmotion = "wild"\n')
    done = run(config, "news")
    assert done.returncode == 1
    assert "motion is 'wild'" in done.stderr
    assert done.stdout.startswith("News\n")


def test_every_command_is_listed_with_its_help(config: Path) -> None:
    told = run(config, "--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name}  +\S", told, re.MULTILINE), name
    assert os.fspath(config) not in told


def test_an_address_that_is_none_is_told(config: Path) -> None:
    for wrong in ("../../etc/passwd", "cast", "luke", "x/luke"):
        done = run(config, "show", wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"hearts: {wrong!r} is no address; one looks like 'cast/luke'.\n"
    done = run(config, "show", "cast/lukas")
    assert done.stderr.startswith("hearts: There's no person 'lukas'. Did you mean luke")


def test_a_damaged_ballot_is_told_and_the_rest_is_printed(config: Path) -> None:
    config.mkdir()
    (config / "ballot.toml").write_text("format = 1\n[votes.t01\n")
    done = run(config, "theories")
    assert done.returncode == 1
    assert done.stderr.startswith("hearts: ballot.toml can't be read")
    assert [file.name for file in config.iterdir()] == ["ballot.toml"]
    assert "Wedding film or divorce drama?" in done.stdout


VOTED = """
format = 1
revision = 2
[votes.t01]
option = "wedding"
confidence = 80
note = "\\u001b[31mcake\\u202e first"
revision = 1
[verdicts.t01]
outcome = "wedding"
revision = 2
"""


def test_the_ballot_is_printed_without_what_commands_a_terminal(config: Path) -> None:
    config.mkdir()
    (config / "ballot.toml").write_text(VOTED)
    for form in ([], ["--json"]):
        done = run(config, "ballot", *form)
        assert (done.returncode, done.stderr) == (0, "")
        assert "cake first" in done.stdout
        assert "\\u001b" not in done.stdout
        assert CONTROL.findall(done.stdout) == []
    assert "you: Wedding film 80% right" in run(config, "ballot").stdout
    shape = json.loads(run(config, "ballot", "--json").stdout)
    assert shape["fields"]["voted"] == 1
    assert shape["fields"]["score"] == pytest.approx(0.06)


def test_a_search_without_a_match_says_so(config: Path) -> None:
    done = run(config, "search", "qqqzzz", "xx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No matches found." in done.stdout


def titles(config: Path, *arguments: str) -> list[str]:
    noun, *others = arguments
    done = run(config, noun, "--json", *others)
    assert (done.returncode, done.stderr) == (0, "")
    sections = json.loads(done.stdout)["sections"]
    return [item["title"] for section in sections for item in section["items"]]


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (["status:rumor"], ["--status", "rumor"]),
        (["status:rumor,mixed"], ["--status", "rumor", "--status", "mixed"]),
        (["topic:music", "since:2022-08"], ["--topic", "music", "--since", "2022-08"]),
        (["unread", "since:2026"], ["--unread", "--since", "2026"]),
        (["status:confirmed", "-netflix", "film"], ["--status", "confirmed", "film", "-netflix"]),
        (["-holiday", "-plain"], ["-plain", "--", "-holiday"]),
    ],
)
def test_words_and_options_say_the_same(config: Path, words: list[str], options: list[str]) -> None:
    found = titles(config, "news", *words)
    assert 0 < len(found) < len(titles(config, "news"))
    assert found == titles(config, "news", *options)


@pytest.mark.parametrize("noun", ["cast", "tracks", "countdown", "theories", "film", "search"])
def test_every_list_takes_words(config: Path, noun: str) -> None:
    assert titles(config, noun, "the", "unread")
    assert titles(config, noun, "the", "-the") == []
    assert run(config, noun, "the", "-the").stdout.endswith(("matches.\n", "matches found.\n"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["news", "since:2026-13"], "since:2026-13? A day is 2026-01-31, a month 2026-01,"),
        (["news", "--since", "soon"], "since:soon? A day is 2026-01-31, a month 2026-01,"),
        (["film", "status:foo"], "status:foo? There's confirmed, rumor, mixed, debunked, theory."),
        (["news", "--status", "foo"], "Invalid value for '--status': 'foo' is not one of"),
        (["search"], "What are you looking for? hearts search wedding, for one."),
    ],
)
def test_a_bad_condition_is_told(config: Path, arguments: list[str], told: str) -> None:
    done = run(config, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"hearts: {told}")
    assert done.stderr.count("\n") == 1
