"""The real command, in a folder whose files are none."""

from pathlib import Path

import pytest

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for
from tests.special_files import MAKE

FILES = (
    "ballot.toml",
    "marks.toml",
    "settings.toml",
    ".ballot.toml.last-good",
    ".ballot.toml.lock",
    "portraits/luke.png",
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("kind", MAKE)
def test_hearts_starts_tells_and_quits(config: Path, kind: str) -> None:
    (config / "portraits").mkdir(parents=True)
    for name in FILES:
        MAKE[kind](config / name)
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("could not be read" if kind == "sparse terabyte" else "can't be read")
        terminal.press("2")
        terminal.wait_for("Luke")
        terminal.press("5")
        terminal.wait_for("all 21" if kind == "sparse terabyte" else "View only.")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
