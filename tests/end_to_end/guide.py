"""The blocks of the guides in docs/, as a host copies them."""

import getpass
import grp
import os
import re
from pathlib import Path

from markdown_it import MarkdownIt

from tests.end_to_end.terminal import HEARTS

GUIDE = Path(__file__).parents[2] / "docs" / "ssh.md"
TOGETHER = GUIDE.with_name("together.md")
INSTALL = GUIDE.with_name("install.md")
SSHD, SLICE = "sshd_config", "ini"
"""What is written behind the fence of a block that is a file; of commands it is sh."""


def blocks(guide: Path = GUIDE) -> list[tuple[str, str]]:
    """List the guide's blocks: what is written behind the fence, and the text."""
    tokens = MarkdownIt().parse(guide.read_text())
    return [
        (token.info, token.content) for token in tokens if token.type in ("fence", "code_block")
    ]


def block(kind: str, containing: str = "", guide: Path = GUIDE) -> str:
    """Return the one block of a kind that contains a text."""
    (found,) = [text for info, text in blocks(guide) if info == kind and containing in text]
    return found


def sshd_lines(keys: Path, *, guest: bool) -> str:
    """Return the guide's lines for sshd, for the user who runs the tests.

    They get the part of the account guest, or else that of a fan. ``keys`` takes the place of the
    file with the guests' keys.
    """
    places = {
        "/usr/local/bin/hearts": HEARTS,
        "/etc/ssh/hearts-guests": str(keys),
        "Match Group hearts": f"Match Group {grp.getgrgid(os.getgid()).gr_name}",
    }
    if guest:
        places["Match User guest"] = f"Match User {getpass.getuser()}"
    lines = block(SSHD)
    for place, own in places.items():
        assert place in lines
        lines = lines.replace(place, own)
    return lines


def with_value(lines: str, option: str, value: str) -> str:
    """Return lines for sshd with another value of an option, such as a shorter time."""
    changed, count = re.subn(rf"(?m)^( *{option}) .*$", rf"\1 {value}", lines)
    assert count == 1, f"{option} is there {count} times"
    return changed
