"""Whatever bytes a terminal sends, hearts lives on, stays small, and quits at the next q."""

from pathlib import Path

import pytest

from tests.end_to_end.junk import PLAIN, REMOTE, JunkTerminal, keys, noise
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

NOW = {"HEARTS_NOW": "2026-11-23T12:00:00Z"}
SIZE = 100_000
MOST_MEBIBYTES = 30
UNHURRIED = {"ESCDELAY": "10000"}
"""An escape is a key of its own only if nothing follows for long, as on a machine that is busy."""
SETTINGS = pytest.mark.parametrize("more", [{}, REMOTE, PLAIN], ids=["local", "remote", "plain"])


@SETTINGS
def test_what_is_no_key_changes_nothing(config: Path, more: dict[str, str]) -> None:
    with JunkTerminal([HEARTS], environ_for(config, **NOW, **UNHURRIED, **more)) as terminal:
        terminal.wait_for("all topics · 131")
        terminal.wait_until_idle()
        shown, memory = terminal.text, terminal.mebibytes
        for junk in noise(SIZE).values():
            terminal.pour(junk)
            # What is unfinished ends here: a string with any escape, a paste with its end.
            terminal.pour(b"\x1b[201~")
        terminal.wait_until_idle()
        assert terminal.text == shown
        assert terminal.press_until_exit("q", pause=10) == ["q"]
    assert terminal.exit_code == 0
    assert terminal.peak - memory < MOST_MEBIBYTES


@SETTINGS
def test_a_flood_of_keys_is_over_at_once(config: Path, more: dict[str, str]) -> None:
    with JunkTerminal([HEARTS], environ_for(config, **NOW, **more)) as terminal:
        terminal.wait_for("q quit")
        # The screens, which random keys open, are not what a flood costs.
        for screen in "234561":
            terminal.press(screen)
            terminal.wait_until_idle()
        memory = terminal.mebibytes
        for junk in keys(SIZE).values():
            terminal.pour(junk)
        # Random keys may have opened a line to type in: Esc leaves it.
        terminal.press_until_exit("q", "\x1b")
    assert terminal.exit_code == 0
    assert terminal.peak - memory < MOST_MEBIBYTES


@pytest.mark.parametrize("byte", [b"\xe9", b"\xff", b"\xc3", b"\x9b", b"\x80"])
def test_a_byte_that_is_no_character_is_dropped(config: Path, byte: bytes) -> None:
    with JunkTerminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("q quit")
        terminal.pour(b"/bri" + byte + b"dger")
        terminal.wait_for("bridger")
        terminal.pour(byte + b"\x1b")
        terminal.wait_until_gone("bridger")
        terminal.press_until_exit("q", "\x1b")
    assert terminal.exit_code == 0


@pytest.mark.parametrize(
    ("locale", "data", "shown"),
    [
        ("en_US.UTF-8", "/zoë".encode(), "zoë"),
        ("en_US.ISO-8859-1", b"/zo\xeb ", "zoe "),
        ("de_DE@euro", b"/zo\xeb\xa4", "zoeE"),
    ],
)
def test_characters_are_read_as_the_locale_says(
    config: Path, locale: str, data: bytes, shown: str
) -> None:
    with JunkTerminal([HEARTS], environ_for(config, LANG=locale)) as terminal:
        terminal.wait_for("q quit")
        terminal.pour(data)
        terminal.wait_for(shown)


@SETTINGS
@pytest.mark.parametrize("bracketed", [True, False])
def test_a_pasted_line_arrives_whole(
    config: Path, more: dict[str, str], *, bracketed: bool
) -> None:
    text = "beginning " + "and so on " * 50 + "end"
    pasted = f"\x1b[200~{text}\x1b[201~" if bracketed else text
    with JunkTerminal([HEARTS], environ_for(config, **more)) as terminal:
        terminal.wait_for("q quit")
        terminal.press("/")
        terminal.wait_for("type to filter")
        terminal.press(pasted)
        terminal.press("\x1b[H")
        terminal.wait_for("beginning and")
        terminal.press("\x1b[F")
        terminal.wait_for("so on end")


def test_the_keys_of_a_paste_that_never_ends_do_nothing(config: Path) -> None:
    with JunkTerminal([HEARTS], environ_for(config, **NOW)) as terminal:
        terminal.wait_for("all topics · 131")
        terminal.wait_until_idle()
        shown = terminal.text
        terminal.pour(b"\x1b[200~" + b"12345q" * 50_000)
        terminal.wait_until_idle()
        assert terminal.text == shown
        terminal.press_until_exit("q")
    assert terminal.exit_code == 0


def test_a_terminal_that_is_gone_ends_it(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("q quit")
        terminal.hang_up()
        assert terminal.wait_for_end().code == 129


@SETTINGS
def test_keys_that_arrive_together_act_one_after_another(
    config: Path, more: dict[str, str]
) -> None:
    with JunkTerminal([HEARTS], environ_for(config, **more)) as terminal:
        terminal.wait_for("q quit")
        terminal.press("5/wedding")
        terminal.wait_for("Wedding film or divorce drama?")
        terminal.press("\r\r\x1b[B\r")
        terminal.wait_for("you: Divorce drama")
        terminal.press("1234q")
        assert terminal.wait_for_exit() == 0
