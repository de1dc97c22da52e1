"""A host that has Python and nothing else: a root folder of its own, without a network."""

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

SOMEBODY = 12345
"""The user id of somebody who has no account here."""

_NOT_NEEDED = shutil.ignore_patterns(
    "config-*", "dist-packages", "ensurepip", "idlelib", "lib2to3", "site-packages", "test", "tests"
)
_LIBRARY = re.compile(r"(?:=> |^\s+)(/\S+)", re.MULTILINE)


class BareHost:
    """A root folder with Python's own files, what they are linked to, and ``env``.

    ``/home``, ``/tmp``, ``/var/tmp`` and ``/dev/shm`` are there, and anybody can write to all but
    the first. There is no /proc, no device, no account by name and no package of Python's.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        python = Path(sys.executable).resolve()
        standard = Path(sysconfig.get_path("stdlib"))
        shutil.copytree(standard, self.at(standard), ignore=_NOT_NEEDED)
        env = Path(shutil.which("env") or "/usr/bin/env")
        for program in (python, env, *libraries([python, env, *standard.rglob("*.so")])):
            self.at(program).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(program, self.at(program))
        command = self.at(Path("/usr/bin/python3"))
        command.unlink(missing_ok=True)
        command.symlink_to(python)
        self.at(Path("/home")).mkdir()
        for name in ("/tmp", "/var/tmp", "/dev/shm"):
            self.at(Path(name)).mkdir(parents=True)
            self.at(Path(name)).chmod(0o1777)

    def at(self, path: Path) -> Path:
        """Return where a path of the host is on this machine."""
        return self.root / path.relative_to("/")

    def command(self, *argv: str, user: int = SOMEBODY, mounts: str = "") -> list[str]:
        """Return the command that runs a command there, as a user; the process stays the same.

        ``mounts`` are shell commands that mount something below ``$root`` first, for this process
        alone.
        """
        inside = f'{mounts or ":"} && cd / && exec chroot --userspec={user}:{user} "$root" "$@"'
        script = f'root="$1" && shift && {inside}'
        return [
            *("/usr/bin/unshare", "--net", "--mount", "sh", "-ec", script),
            *("sh", str(self.root), *argv),
        ]


def libraries(programs: list[Path]) -> set[Path]:
    """Return the shared libraries that some programs are linked to."""
    told = subprocess.run(
        ["ldd", *map(str, programs)], capture_output=True, text=True, check=True
    ).stdout
    return {Path(found) for found in _LIBRARY.findall(told) if not found.endswith(":")}
