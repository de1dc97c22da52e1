"""The commands on the pages that have no test of their own work as the pages tell them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.guide import block, blocks
from tests.end_to_end.terminal import HEARTS, PATIENCE, environ_for

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ACCESSIBILITY, FEW_BYTES, JSON = (
    DOCS / f"{name}.md" for name in ("accessibility", "few-bytes", "json")
)
TRIED_HERE = {
    ACCESSIBILITY: ["hearts --linear\n", "printf"],
    FEW_BYTES: ["bytes_against_curses"],
    JSON: ["jq"],
}
TRIED_ELSEWHERE = {"first-evening", "install", "keys", "ssh", "together"}
PYTHON = ".venv/bin/python"


def run(commands: str, config: Path, patience: float = PATIENCE) -> str:
    """Run a block in a shell in this clone, with nothing to read; return what it prints."""
    path = os.pathsep.join([str(Path(HEARTS).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-ec", commands],
        cwd=ROOT,
        env={**environ_for(config), "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=patience,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def of(page: Path, text: str) -> str:
    """Return the block of commands on a page that contains a text."""
    return block("sh", text, page)


def test_every_block_of_every_page_is_tried() -> None:
    with_blocks = {
        page for page in DOCS.glob("*.md") if any(kind == "sh" for kind, _ in blocks(page))
    }
    own = {DOCS / f"{name}.md" for name in TRIED_ELSEWHERE}
    assert with_blocks - own == {*TRIED_HERE}
    for page, texts in TRIED_HERE.items():
        commands = [text for kind, text in blocks(page) if kind == "sh"]
        assert len(commands) == len(texts)
        assert all(any(text in each for each in commands) for text in texts)


def test_linear_mode_begins(config: Path) -> None:
    (command,) = [text for kind, text in blocks(ACCESSIBILITY) if text == "hearts --linear\n"]
    assert run(command, config).startswith("linear: Linear mode is on: --linear.")


def test_linear_mode_reads_from_a_pipe_and_votes(config: Path) -> None:
    assert "\nsaved: Wedding film, 70% sure.\n" in run(of(ACCESSIBILITY, "printf"), config)


def test_jq_reads_the_json(config: Path) -> None:
    titles = run(of(JSON, "jq"), config).splitlines()
    assert "So, is the sequel real?" in titles
    assert "November 11 is Veterans Day" not in titles


@pytest.mark.slow
def test_the_bytes_can_be_seen_for_oneself(config: Path) -> None:
    command = of(FEW_BYTES, "bytes_against_curses").replace(PYTHON, sys.executable)
    assert sys.executable in command
    told = run(command, config, 8 * PATIENCE)
    assert "\nratio in the sum: " in told
    assert "\ncountdown: " in told
