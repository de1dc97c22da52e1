"""What docs/keys.md says of keys is so."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearts_tui.widgets.key_places import GROUPS
from tests.docs.walk import KEYS, walk
from tests.end_to_end.guide import block, blocks
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
OF_NO_SCREEN = {"ctrl+q", "ctrl+b", "ctrl+a", "ctrl+i", "ctrl+m", "ctrl+[", "z", "N", "w", ":q"}
"""Those that the page tells of though hearts doesn't list them: of others, or of a reader's own."""


def section(heading: str) -> str:
    """Return the text below a heading."""
    return PAGE.read_text().partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def keys_told_of() -> set[str]:
    """Return what stands in boxes and is written as a key is."""
    told = set(re.findall(r"`([^`\s]+)`", PAGE.read_text()))
    return {key for key in told if len(key) == 1 or key.startswith("ctrl+") or key in KEYS}


def keys_of_hearts() -> Iterator[str]:
    for group in GROUPS:
        for binding in group.bindings:
            yield from (binding.key_display or "").split(", ")


@pytest.fixture
def seen(config: Path) -> Path:
    """The settings of somebody who has seen the film."""
    config.mkdir(parents=True, exist_ok=True)
    file = config / "settings.toml"
    file.write_text('seen_film = "yes"\n')
    return file


def test_every_block_is_tried() -> None:
    assert [kind for kind, _ in blocks(PAGE)] == ["text", "text", "toml", "sh"]


def test_each_key_is_one_that_hearts_lists() -> None:
    assert sorted(keys_told_of() - {*keys_of_hearts()} - OF_NO_SCREEN) == []


def test_a_key_is_given_as_the_page_tells_it(config: Path, seen: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        giving = section("A key of your own").partition("Is the key taken")[0]
        walk(terminal, giving)
        terminal.press("z")
        terminal.wait_for("We don't know yet.")
        assert "z next unread" in terminal.screen.display[-1]
    assert 'next_unread = "z"' in seen.read_text()


def test_the_file_takes_the_lines_of_the_page(config: Path, seen: Path) -> None:
    seen.write_text(seen.read_text() + block("toml", guide=PAGE))
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        for key, found in (("z", "film"), ("n", "Veterans"), ("\x1b[17~", "100 pages")):
            terminal.press(key)
            terminal.wait_for(found)
        terminal.press("\x11")
        assert terminal.wait_for_exit() == 0
    assert ".toml, line" not in terminal.text


def test_a_vi_user_gets_out(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press(":q")
        assert terminal.wait_for_exit() == 0


def test_the_command_tells_where_the_file_is(config: Path) -> None:
    path = os.pathsep.join([str(Path(HEARTS).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-ec", block("sh", guide=PAGE)],
        env={**environ_for(config), "PATH": path},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert "/settings.toml (your settings" in done.stdout
