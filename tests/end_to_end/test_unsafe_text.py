"""No character that hides or turns round text gets to the terminal, from wherever it comes."""

import re
from pathlib import Path

import pytest

from hearts_tui.unsafe_characters import is_unsafe
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

HOSTILE = "a\u202eb\u2066c\u200bd\u200de\ufefff\u00adg\u061ch\U000e0041i\ufe0fj\u2028k\u0085l"
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z=>78]|\[?[0-?]*\Z)"
)
_CURSOR_MOVES = "\b\r\n"


def unsafe_in(sent: bytes | bytearray) -> list[str]:
    """Return the unsafe characters among those that were sent to be shown."""
    text = _SEQUENCE.sub("", sent.decode(errors="ignore"))
    return sorted({ascii(char) for char in text if is_unsafe(char) and char not in _CURSOR_MOVES})


@pytest.mark.parametrize(
    ("opening", "opened", "more"),
    [
        ("/", "type to filter", {}),
        ("/", "type to filter", {"HEARTS_WIRE": "plain"}),
        ("\x10", "Find anything", {}),
        ("5a", "What will happen?", {}),
        ("5\r\rn", "Add a note", {}),
    ],
    ids=["filter", "plain filter", "palette", "theory", "note"],
)
def test_what_is_typed_or_pasted(
    config: Path, opening: str, opened: str, more: dict[str, str]
) -> None:
    with Terminal([HEARTS], environ_for(config, **more)) as terminal:
        terminal.wait_for("q quit")
        terminal.press(opening)
        terminal.wait_for(opened)
        terminal.press(HOSTILE)
        terminal.wait_for("abcd")
        terminal.press(f"\x1b[H\x1b[200~pasted{HOSTILE}\x1b[201~")
        terminal.wait_for("pastedabcd")
    assert unsafe_in(terminal.sent) == []


def test_what_a_file_names(config: Path) -> None:
    config.mkdir()
    name = HOSTILE.translate({0x85: None, 0x2028: None})
    (config / "settings.toml").write_text(f'[keys]\n"{name}" = 5\n', encoding="utf-8")
    with Terminal([HEARTS], environ_for(config), columns=160) as terminal:
        terminal.wait_for("keys.a\\u202eb")
    assert unsafe_in(terminal.sent) == []


@pytest.mark.parametrize(
    ("argument", "variables"),
    [
        (f"--screen={HOSTILE}", {}),
        (f"--{HOSTILE}", {}),
        (HOSTILE, {}),
        ("--screen=\x1b[2J", {}),
        ("--version", {"HEARTS_CONFIG_DIR": HOSTILE}),
        (None, {"HEARTS_WIRE": HOSTILE}),
        (None, {"HEARTS_NOW": HOSTILE}),
        (None, {"TEXTUAL_FPS": HOSTILE}),
    ],
)
def test_what_a_command_line_and_variables_say(
    config: Path, argument: str | None, variables: dict[str, str]
) -> None:
    command = [HEARTS, *([argument] if argument else [])]
    with Terminal(command, {**environ_for(config), **variables}, columns=160) as terminal:
        assert terminal.wait_for_exit() in (0, 2)
    assert terminal.sent
    assert unsafe_in(terminal.sent) == []
