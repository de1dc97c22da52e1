"""A real OpenSSH server on the loopback, with keys of its own, for one test after another."""

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.end_to_end.terminal import HEARTS, PATIENCE

_ON = "127.0.0.1"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_ON, 0))
        return int(probe.getsockname()[1])


def sshd_path() -> str:
    """Return the path of the sshd."""
    sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert sshd is not None, "openssh-server is missing; .ci/run installs it"
    return sshd


class Server:
    """An sshd whose sessions get a bare environment.

    ``drop_in`` is a file that it reads first, as Debian's does with those in sshd_config.d;
    ``forced`` is its ForceCommand, if any.
    """

    def __init__(
        self, folder: Path, environ: Mapping[str, str], forced: str = "", drop_in: str = ""
    ) -> None:
        self.port = _free_port()
        self._folder = folder
        folder.mkdir(mode=0o700)
        for name in ("host", "user"):
            key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(key, check=True)
        shutil.copy(folder / "user.pub", self.keys)
        self.drop_in.write_text(drop_in)
        self.config.write_text(self._config(environ, forced))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        self._process = subprocess.Popen(
            [sshd_path(), "-D", "-e", "-f", str(self.config)], stderr=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "Server":
        self.wait_until_listening()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.communicate(timeout=PATIENCE)

    @property
    def config(self) -> Path:
        """The file that it is set up by."""
        return self._folder / "config"

    @property
    def drop_in(self) -> Path:
        """The file that is read before all else."""
        return self._folder / "hearts.conf"

    @property
    def keys(self) -> Path:
        """The file with the public keys of those who may come in."""
        return self._folder / "authorized"

    @property
    def pid(self) -> int:
        """The process id of the part that listens."""
        return self._process.pid

    def wait_until_listening(self) -> None:
        """Wait until it listens, for the first time or again."""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if line.startswith("Server listening"):
                return
        raise AssertionError("sshd ended")

    def command(
        self, *remote: str, terminal: bool = True, options: Sequence[str] = ()
    ) -> list[str]:
        """Return the ssh command that runs something on this server."""
        ssh = shutil.which("ssh")
        assert ssh is not None
        return [
            *(ssh, "-F", str(self.client_config()), *options),
            "-tt" if terminal else "-T",
            "host",
            *remote,
        ]

    def client_config(self) -> Path:
        """Write the client's settings, in which this server is called host; return the file."""
        options = {
            "HostName": _ON,
            "Port": str(self.port),
            "User": getpass.getuser(),
            "IdentityFile": str(self._folder / "user"),
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null",
            "LogLevel": "ERROR",
        }
        file, new = self._folder / "client", self._folder / "client.new"
        lines = [f"    {name} {value}" for name, value in options.items()]
        # A client that was started before may be reading the file just now.
        new.write_text("\n".join(["Host host", *lines]) + "\n")
        return new.replace(file)

    def _config(self, environ: Mapping[str, str], forced: str) -> str:
        path = f"{Path(HEARTS).parent}:{os.environ['PATH']}"
        given = " ".join(f"{name}={value}" for name, value in {"PATH": path, **environ}.items())
        lines = [
            f"Include {self.drop_in}",
            f"Port {self.port}",
            f"ListenAddress {_ON}",
            f"HostKey {self._folder / 'host'}",
            f"AuthorizedKeysFile {self.keys}",
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin yes",
            "PasswordAuthentication no",
            "Subsystem sftp internal-sftp",
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


def wait_until_gone(config: Path) -> None:
    """Wait until no hearts uses the folder any more."""
    end = time.monotonic() + PATIENCE
    while running(config):
        assert time.monotonic() < end, "hearts is still running"
        time.sleep(0.02)


def ended(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run an ssh that is to end by itself."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
