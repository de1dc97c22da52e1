"""Running commands of hearts as a shell does, each in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HEARTS = str(Path(sys.executable).with_name("hearts"))

Run = Callable[..., subprocess.CompletedProcess[str]]


def environ(config: Path, **more: str) -> dict[str, str]:
    """Return a bare environment for a command."""
    bare = {
        "PATH": f"{Path(HEARTS).parent}:{os.environ['PATH']}",
        "HOME": str(config.parent),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "HEARTS_CONFIG_DIR": str(config),
        "HEARTS_NOW": "2026-11-23T12:00:00Z",
    }
    return {**bare, **more}


def run(config: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run hearts with these arguments to its end."""
    return subprocess.run(
        [HEARTS, *arguments],
        env=environ(config, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
