"""A host as docs/together.md makes it for SSH keys: a real sshd and real keys."""

import getpass
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hearts_tui.store.signing import voter_of_key
from tests.end_to_end.guide import TOGETHER, block
from tests.end_to_end.ssh import Server
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

LINES = "sshd_config"
"""What is written behind the fence of the guide's lines for sshd."""


class KioskHost:
    """The account that all keys share, which is that of the tests, its board and its server."""

    def __init__(self, place: Path, helper: Path) -> None:
        self.board = place / "keys"
        self.board.mkdir()
        self.deny = place / "deny"
        self.deny.touch()
        self.log = place / "sessions.log"
        self.folder = place / "config"
        self._helper = helper
        self._place = place

    def server(self, options: str = "") -> Server:
        """Return a server with the guide's lines; ``options`` are more for authorized-keys."""
        lines = block(LINES, guide=TOGETHER)
        account = getpass.getuser()
        for name, own in {
            "/var/lib/hearts/keys": str(self.board),
            "/etc/ssh/hearts-deny": str(self.deny),
            "/usr/local/bin/hearts": str(self._helper),
            "User fans": f"User {account}",
            "User nobody": f"User {account}",
            "authorized-keys ": f"authorized-keys {options} ",
            # A block's variables take the place of all others, those of the test among them.
            "SetEnv ": f"SetEnv {self._environ} ",
        }.items():
            assert name in lines, name
            lines = lines.replace(name, own)
        return Server(self._place / "sshd", {}, drop_in=lines)

    @property
    def _environ(self) -> str:
        path = f"{Path(HEARTS).parent}:{os.environ['PATH']}"
        return f"PATH={path} LANG=C.UTF-8 HEARTS_CONFIG_DIR={self.folder}"

    def key(self, name: str) -> Path:
        """Make a key."""
        key = self._place / name
        quiet = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(key)]
        subprocess.run(quiet, check=True)
        return key

    def command(
        self,
        server: Server,
        key: Path,
        *remote: str,
        terminal: bool = True,
        options: Sequence[str] = (),
    ) -> list[str]:
        """Return the ssh command with which the owner of a key comes in."""
        identity = ["-o", f"IdentityFile={key}"]
        return server.command(*remote, terminal=terminal, options=[*identity, *options])

    def open(self, server: Server, key: Path) -> Terminal:
        """Come in with a key."""
        return Terminal(self.command(server, key), environ_for(self._place / "client"))

    def folder_of(self, key: Path) -> Path:
        """Return the private folder of a key."""
        return self.folder / "voters" / voter_of_key(key)

    def slip_of(self, key: Path) -> Path:
        """Return the slip of a key."""
        return self.board / f"{voter_of_key(key)}.json"


@contextmanager
def kiosk_host(place: Path) -> Iterator[KioskHost]:
    """Make the host, with a helper for sshd where nobody else can write, as sshd wants it."""
    with tempfile.TemporaryDirectory(prefix="hearts-", dir="/run") as name:
        helper = Path(name) / "hearts"
        helper.write_text(f'#!/bin/sh\nexec {HEARTS} "$@"\n')
        helper.chmod(0o755)
        yield KioskHost(place, helper)
