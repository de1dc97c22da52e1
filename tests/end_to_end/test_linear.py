"""Linear mode as it is used: real processes, in pipes and in a pseudo-terminal of 80 columns."""

import fcntl
import os
import signal
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

LINEAR = [HEARTS, "--linear"]
ASKED = "Your choice:"


def environ(config: Path, **more: str) -> dict[str, str]:
    return environ_for(config, HEARTS_NOW="2026-11-23T12:00:00Z", TZ="UTC", **more)


def piped(
    config: Path, data: bytes | str, *arguments: str, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [HEARTS, *arguments],
        env=environ(config, **more),
        input=data.encode() if isinstance(data, str) else data,
        capture_output=True,
        check=False,
    )


def answer(terminal: Terminal, *answers: str) -> None:
    """Answer one question after another, and wait for the one that comes after them."""
    asked = max(1, terminal.sent.count(ASKED.encode()))
    terminal.wait_until(lambda _: terminal.sent.count(ASKED.encode()) >= asked)
    for number, line in enumerate(answers, asked + 1):
        terminal.press(f"{line}\n")
        terminal.wait_until(lambda _, all_=number: terminal.sent.count(ASKED.encode()) >= all_)


def voted(config: Path) -> str:
    return str(tomllib.loads((config / "ballot.toml").read_text())["votes"]["t01"]["option"])


def test_a_session_is_read_from_top_to_bottom_and_votes(config: Path) -> None:
    with Terminal(LINEAR, environ(config), columns=80, rows=200) as terminal:
        answer(terminal, "not yet", "5", "1", "wed", "sure 80")
        terminal.press("quit\n")
        assert terminal.wait_for_exit() == 0
    lines = terminal.sent.decode().split("\r\n")
    # Nothing but text and the ends of lines: no sequence, no cursor that moves.
    assert "".join(lines).isprintable()
    assert max(map(len, lines)) <= 80
    told = [line for line in lines if line.startswith(("linear:", "Your", "Chose:", "saved:"))]
    assert told == [
        "linear: Linear mode is on: --linear. 'help' says how it works.",
        "Your choice: not yet",
        "Chose: not yet",
        "saved: Seen the film, not yet.",
        "Your choice: 5",
        "Chose: Theories",
        "Your choice: 1",
        "Chose: Wedding film or divorce drama?",
        "Your choice: wed",
        "Chose: Wedding film",
        "saved: Wedding film, 70% sure.",
        "Your choice: sure 80",
        "Chose: sure",
        "saved: Wedding film, 80% sure.",
        "Your choice: quit",
        "Chose: Quit",
    ]
    assert lines[-2:] == ["quit: Everything is saved.", ""]
    assert voted(config) == "wedding"


def test_pipes_will_do_for_input_and_output(config: Path) -> None:
    done = piped(config, "5\n1\n1", "--linear")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert text.startswith("linear: Linear mode is on: --linear. ")
    assert f"\n{ASKED}\nChose: Wedding film\nsaved: Wedding film, 70% sure.\n" in text
    assert voted(config) == "wedding"


@pytest.mark.parametrize(
    ("arguments", "more", "by"),
    [
        (["--linear"], {"HEARTS_LINEAR": "0"}, "--linear"),
        ([], {"HEARTS_LINEAR": "1"}, "HEARTS_LINEAR"),
        (["--screen", "cast"], {"HEARTS_LINEAR": "on"}, "HEARTS_LINEAR"),
        ([], {"linear": "on"}, "the setting linear"),
    ],
)
def test_the_first_line_says_what_turned_it_on(
    config: Path, arguments: list[str], more: dict[str, str], by: str
) -> None:
    config.mkdir()
    if setting := more.pop("linear", ""):
        (config / "settings.toml").write_text(f'linear = "{setting}"\n')
    done = piped(config, "", *arguments, **more)
    assert done.stdout.decode().startswith(f"linear: Linear mode is on: {by}. ")
    assert ("\ncast: " in done.stdout.decode()) is ("cast" in arguments)


@pytest.mark.parametrize(
    ("arguments", "variable", "setting"),
    [
        (["--no-linear"], "1", "on"),
        ([], "0", "on"),
        ([], "", "off"),
        ([], "", "auto"),
    ],
)
def test_an_explicit_no_comes_before_what_would_turn_it_on(
    config: Path, arguments: list[str], variable: str, setting: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f'linear = "{setting}"\n')
    done = piped(config, "", *arguments, HEARTS_LINEAR=variable)
    assert done.returncode == 2
    assert done.stderr.startswith(b"hearts: no terminal here")
    assert done.stdout == b""


def test_a_dumb_terminal_turns_it_on_unless_somebody_said_no(config: Path) -> None:
    with Terminal([HEARTS], environ(config, TERM="dumb")) as terminal:
        terminal.wait_for("linear: Linear mode is on: TERM=dumb can't show full screens. ")
        terminal.press("\x04")
        assert terminal.wait_for_exit() == 0
    with Terminal([HEARTS, "--no-linear"], environ(config, TERM="dumb")) as terminal:
        assert terminal.wait_for_exit() == 2
    assert terminal.sent.startswith(b"hearts: this terminal (TERM=dumb) can't show full screens;")


def test_a_variable_that_makes_no_sense_is_told_of(config: Path) -> None:
    done = piped(config, "", HEARTS_LINEAR="maybe")
    assert done.returncode == 2
    assert done.stderr == b"hearts: HEARTS_LINEAR is 'maybe'; 1 turns linear mode on, and 0 off.\n"


def test_it_does_without_textual(config: Path) -> None:
    code = (
        "import sys; from hearts_tui.cli.launch import run; run(linear=True);"
        "sys.exit(any(name.partition('.')[0] == 'textual' for name in sys.modules))"
    )
    python = str(Path(HEARTS).with_name("python"))
    answers = "5\n1\n1\nhome\nnews\n1\nback\nhome\nsettings\nscore\ngroup\nfind wedding\n"
    done = subprocess.run(
        [python, "-c", code],
        env=environ(config),
        input=answers,
        text=True,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Chose: Find" in done.stdout


@pytest.mark.parametrize("more", [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_a_terminal_of_ascii_gets_ascii(config: Path, more: dict[str, str]) -> None:
    done = piped(config, "news\n1\nback\ncast\n1\ntheories\n1\n2\n", "--linear", **more)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()
    assert b"saved: Divorce drama, 70% sure.\n" in done.stdout


@pytest.mark.parametrize("keys", ["\x03", "\x04"])
@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (["home"], ASKED),
        (["news"], ASKED),
        (["settings"], ASKED),
        ([], ASKED),
        (["sequel"], "or 'cancel':"),
        (["verdict"], "or 'cancel':"),
        (["note"], "an empty line deletes it:"),
        (["find"], "Words to look for everywhere:"),
    ],
)
def test_it_ends_with_everything_saved(
    config: Path, answers: list[str], question: str, keys: str
) -> None:
    with Terminal(LINEAR, environ(config), rows=200) as terminal:
        answer(terminal, "5", "1", "1")
        terminal.press("".join(f"{line}\n" for line in answers))
        terminal.wait_until(lambda text: text.rstrip().endswith(question))
        terminal.press(keys)
        assert terminal.wait_for_exit() == (130 if keys == "\x03" else 0)
    assert terminal.sent.decode().endswith("\r\nquit: Everything is saved.\r\n")
    assert voted(config) == "wedding"


def test_several_ends_at_once_are_one(config: Path) -> None:
    with Terminal(LINEAR, environ(config), rows=200) as terminal:
        answer(terminal, "5", "1", "1")
        # All of them wait for it, and are there before it has done anything about the first.
        terminal.send(signal.SIGSTOP)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            terminal.send(number)
        terminal.send(signal.SIGCONT)
        assert terminal.wait_for_exit() == 130
    assert terminal.sent.decode().endswith("\r\nquit: Everything is saved.\r\n")
    assert voted(config) == "wedding"


PAUSE = "or your choice:"


def wait_for_question(terminal: Terminal, *, after: int) -> None:
    """Wait until the last of what was sent after some bytes is a question."""
    ends = (ASKED.encode(), PAUSE.encode())
    terminal.wait_until(lambda _: bytes(terminal.sent[after:]).rstrip().endswith(ends))


def test_nothing_leaves_the_screen_before_it_was_read(config: Path) -> None:
    rows = 12
    with Terminal(LINEAR, environ(config), columns=40, rows=rows) as terminal:
        pauses, done = 0, 0
        for typed in ("", "", "not yet", "news", "", "", "stop", "1", "", "", "back", "quit"):
            wait_for_question(terminal, after=done)
            part = terminal.sent[done:].decode()
            pauses += part.endswith(f"{PAUSE} ")
            # The line that was typed in and all that came after it: a screen at most.
            assert part.count("\r\n") < rows
            done = len(terminal.sent)
            terminal.press(f"{typed}\n")
        assert terminal.wait_for_exit() == 0
    assert pauses > 6


def test_a_choice_at_a_pause_leaves_out_the_rest(config: Path) -> None:
    with Terminal(LINEAR, environ(config), columns=80, rows=24) as terminal:
        answer(terminal, "not yet")
        terminal.press("news\n")
        terminal.wait_for(PAUSE)
        terminal.press("2\n")
        terminal.wait_for("news: November 11 is Veterans Day")
        wait_for_question(terminal, after=0)
        terminal.press("quit\n")
        assert terminal.wait_for_exit() == 0
    told = terminal.sent.decode().replace("\r\n", "\n")
    assert "\n3: Four years of Purple Hearts" in told
    assert "\n131: " not in told
    assert f"{PAUSE} 2\nChose: November 11 is Veterans Day\nnews: November 11" in told


def test_there_is_no_pause_where_nobody_reads_from_a_screen(config: Path) -> None:
    with Terminal(LINEAR, environ(config, TERM="dumb"), columns=80, rows=24) as terminal:
        answer(terminal, "not yet", "news")
        terminal.press("quit\n")
        assert terminal.wait_for_exit() == 0
    assert b"\n131: " in terminal.sent
    assert PAUSE.encode() not in terminal.sent
    assert b"more:" not in piped(config, "news\n", "--linear").stdout


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_what_was_said_to_be_saved_is_saved_whatever_ends_it(
    config: Path, number: signal.Signals
) -> None:
    with Terminal(LINEAR, environ(config), rows=200) as terminal:
        answer(terminal, "5", "1")
        terminal.press("2\n")
        terminal.wait_for("saved: Divorce drama")
        terminal.send(number)
        terminal.wait_for_exit()
    assert voted(config) == "divorce"
    assert b"Traceback" not in terminal.sent


def test_a_full_disk_is_told_of_and_the_session_goes_on(config: Path) -> None:
    piped(config, "5\n1\n1\n", "--linear")
    before = (config / "ballot.toml").read_bytes()
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 0; exec "$0" --linear', HEARTS],
        env=environ(config),
        input="5\n1\n2\nstar\nsure 90\nabout\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.count("\nnot saved: ") == 2
    assert "saved: Divorce drama" not in done.stdout.replace("not saved:", "")
    assert "\nabout: About hearts\n" in done.stdout
    assert (config / "ballot.toml").read_bytes() == before


def test_output_that_takes_no_more_ends_it_in_one_line(config: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            LINEAR,
            env=environ(config),
            input=b"5\n",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"hearts: standard output takes no more (No space left on device).\n"


def test_a_closed_pipe_ends_it_silently(config: Path) -> None:
    command = 'printf "news\\nnews\\n" | "$0" --linear | head -1'
    done = subprocess.run(
        ["/bin/sh", "-c", command, HEARTS], env=environ(config), capture_output=True, check=False
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x1b[31mred\x1b]0;title\x07\n", b"unclear: '[31mred]0;title' is none of the choices"),
        (b"\xff\xfe\x80\n", b"is none of the choices"),
        (b"x" * (1 << 20) + b"\n", b"That's too long: a line has at most 2,000 characters.\n"),
        (b"x" * (1 << 20), b"That's too long: a line has at most 2,000 characters.\n"),
        (b"\0\0\r\n", b"\n1: News\n"),
        (b"5\r\n1\r\n1\r\n", b"saved: Wedding film, 70% sure.\n"),
        ("\u202eevil\u2066\n".encode(), b"unclear: 'evil' is none of the choices"),
        (b"5\n1\n1\nnote \x1b[2J\xff\nback\n", b"saved: Your note.\n"),
    ],
)
def test_whatever_comes_in_no_sequence_goes_out(config: Path, data: bytes, told: bytes) -> None:
    done = piped(config, data, "--linear")
    assert (done.returncode, done.stderr) == (0, b"")
    assert told in done.stdout
    assert done.stdout.decode().replace("\n", "").isprintable()
    assert len(done.stdout) < 20_000


def test_the_app_shows_the_vote_and_its_own_shows_here(config: Path) -> None:
    more = {"HEARTS_CONFIG_DIR": os.fspath(config)}
    with Terminal(LINEAR, environ(config), rows=200) as terminal:
        answer(terminal, "yes", "5", "1", "1")
        terminal.wait_for("saved: Wedding film, 70% sure.")
        with Terminal([HEARTS, "--screen", "theories"], environ(config, **more), 120, 40) as app:
            app.wait_until_drawn()
            app.wait_for("Wedding film 70%")
            for key in ("\r", "j", "\r"):
                app.press(key)
                app.wait_until_idle()
            app.wait_for("Divorce drama 70%")
            app.press("q")
            assert app.wait_for_exit() == 0
        terminal.press("menu\n")
        terminal.wait_for("2: Vote for: Divorce drama, your vote, 70% sure")
        terminal.press("quit\n")
        assert terminal.wait_for_exit() == 0


def test_a_kiosk_ends_after_a_while_without_a_line(config: Path) -> None:
    arguments = ["--linear", "--kiosk", "--idle-minutes", "0.001"]
    with Terminal([HEARTS, *arguments], environ(config)) as terminal:
        assert terminal.wait_for_exit() == 0
    assert b"quit: Nobody typed anything for a while, so hearts closed." in terminal.sent


def test_nobody_leaves_a_kiosk_behind(config: Path) -> None:
    with Terminal([*LINEAR, "--kiosk"], environ(config)) as terminal:
        answer(terminal)
        terminal.press("\x1a\x1cabout\n")
        terminal.wait_for("about: About hearts")
        terminal.press("\x04")
        assert terminal.wait_for_exit() == 0


def test_a_guest_votes_and_leaves_nothing(config: Path, tmp_path: Path) -> None:
    more = {"TMPDIR": os.fspath(tmp_path)}
    done = piped(config, "5\n1\n1\n", "--linear", "--kiosk", "--guest", **more)
    assert done.returncode == 0
    assert b"saved: Wedding film, 70% sure.\n" in done.stdout
    assert not config.exists()


def test_nothing_waits_for_a_pipe_that_others_made_non_blocking(config: Path) -> None:
    reads, writes = os.pipe()
    fcntl.fcntl(reads, fcntl.F_SETFL, os.O_NONBLOCK)
    with subprocess.Popen(
        LINEAR, env=environ(config), stdin=reads, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        while process.stdout.readline() != f"{ASKED}\n".encode():
            pass
        os.write(writes, b"about\n")
        os.close(writes)
        assert b"about: About hearts\n" in process.stdout.read()
    assert process.returncode == 0


def test_a_lost_terminal_ends_it(config: Path) -> None:
    with Terminal(LINEAR, environ(config), rows=200) as terminal:
        answer(terminal, "5", "1", "1")
        terminal.hang_up()
        # Nobody is left to be told anything, so that all that counts is that it does not go on.
        assert terminal.wait_for_end().code != 0
    assert voted(config) == "wedding"


def test_a_closed_input_is_its_end(config: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" --linear <&-', HEARTS],
        env=environ(config),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"\nquit: Everything is saved.\n")


@pytest.mark.parametrize("arguments", [["--linear"], []])
def test_a_crash_is_one_sentence_and_a_log(config: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from hearts_tui.linear.everywhere import Everywhere;"
        "Everywhere.list_of = Everywhere.open_item = lambda *_: 1 / 0;"
        "from hearts_tui.cli.main import main; main()"
    )
    python = str(Path(HEARTS).with_name("python"))
    done = subprocess.run(
        [python, "-c", code, *arguments],
        env=environ(config, HEARTS_LINEAR="1"),
        input="5\n1\n",
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("hearts: ")
    assert "Traceback" not in done.stdout + done.stderr
    [log] = config.parent.rglob("crash.log")
    assert "ZeroDivisionError" in log.read_text()
