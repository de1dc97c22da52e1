"""Whatever goes wrong in a command is told in a sentence that says what it was about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def guarded(act: str, config: Path) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python as a command is run."""
    code = f"from hearts_tui.cli.guarded import guarded\nraise SystemExit(guarded(lambda: {act}))"
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "HOME": str(config), "XDG_STATE_HOME": str(config)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_failed_write_says_that_standard_output_is_full(config: Path) -> None:
    done = guarded("__import__('os').write(99, b'x')", config)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "hearts: standard output takes no more (Bad file descriptor).\n"


@pytest.mark.parametrize("act", ["open('/no/such/file')", "1 / 0"])
def test_what_nobody_foresaw_is_in_the_log(config: Path, act: str) -> None:
    done = guarded(act, config)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("hearts: sorry, something went wrong; the details are in ")
    assert done.stderr.count("\n") == 1
    (log,) = config.rglob("crash.log")
    assert "Error" in log.read_text()
