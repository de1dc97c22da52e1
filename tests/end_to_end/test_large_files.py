"""The real command, with files that are as large as it reads them."""

from pathlib import Path

import pytest

from tests.end_to_end.large_files import WRITE
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for


@pytest.mark.parametrize("what", WRITE)
def test_hearts_starts_works_and_quits(config: Path, what: str) -> None:
    config.mkdir()
    WRITE[what](config)
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.press("5")
        terminal.wait_for("you voted on")
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        terminal.press("j\r")
        terminal.wait_for("was not saved" if what == "a ballot at the limit" else "70% saved")
        terminal.press("q")
        end = terminal.wait_for_end()
    assert end.code == 0
    assert end.seconds < 10
    assert not list(config.glob("*.damaged-*"))
