"""A real OpenSSH server on the loopback, with keys of its own, for one test after another."""

import getpass
import os
import shutil
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from tests.end_to_end.terminal import HEARTS, PATIENCE

_ON = "127.0.0.1"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_ON, 0))
        return int(probe.getsockname()[1])


class Server:
    """An sshd whose sessions get a bare environment; ``forced`` is its ForceCommand, if any."""

    def __init__(self, folder: Path, environ: Mapping[str, str], forced: str = "") -> None:
        sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
        assert sshd is not None, "openssh-server is missing; .ci/run installs it"
        self.port = _free_port()
        self._folder = folder
        folder.mkdir(mode=0o700)
        for name in ("host", "user"):
            key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(key, check=True)
        shutil.copy(folder / "user.pub", folder / "authorized")
        config = folder / "config"
        config.write_text(self._config(environ, forced))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        self._process = subprocess.Popen(
            [sshd, "-D", "-e", "-f", str(config)], stderr=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "Server":
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if line.startswith("Server listening"):
                return self
        raise AssertionError("sshd ended at once")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.communicate(timeout=PATIENCE)

    def command(self, *remote: str, terminal: bool = True) -> list[str]:
        """Return the ssh command that runs something on this server."""
        ssh = shutil.which("ssh")
        assert ssh is not None
        options = {
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null",
            "LogLevel": "ERROR",
        }
        return [
            ssh,
            *("-F", "none", "-i", str(self._folder / "user"), "-p", str(self.port)),
            *(part for name, value in options.items() for part in ("-o", f"{name}={value}")),
            "-tt" if terminal else "-T",
            f"{getpass.getuser()}@{_ON}",
            *remote,
        ]

    def _config(self, environ: Mapping[str, str], forced: str) -> str:
        path = f"{Path(HEARTS).parent}:{os.environ['PATH']}"
        given = " ".join(f"{name}={value}" for name, value in {"PATH": path, **environ}.items())
        lines = [
            f"Port {self.port}",
            f"ListenAddress {_ON}",
            f"HostKey {self._folder / 'host'}",
            f"AuthorizedKeysFile {self._folder / 'authorized'}",
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin yes",
            "PasswordAuthentication no",
            "AcceptEnv LANG LC_* COLORTERM PYTHON* TEXTUAL_*",
            f"SetEnv {given}",
        ]
        return "\n".join([*lines, *([f"ForceCommand {forced}"] if forced else [])]) + "\n"


def running(config: Path) -> list[int]:
    """List the processes of hearts that use a config folder, by process id."""
    mark = f"HEARTS_CONFIG_DIR={config}".encode()
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                environ = (process / "environ").read_bytes().split(b"\0")
                command = (process / "cmdline").read_bytes()
            except OSError:
                continue
            if mark in environ and b"hearts" in command and b"python" in command:
                found.append(int(process.name))
    return found
