"""Real accounts of the machine, and doing things as them; the tests run as root."""

import fcntl
import grp
import os
import pickle
import pwd
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")


@contextmanager
def accounts(*names: str) -> Iterator[list[pwd.struct_passwd]]:
    """Make accounts with these names at the end of their own, which share a group of that name."""
    suffix = f"-{os.getpid()}"
    group = f"hearts{suffix}"
    made = [f"{name}{suffix}" for name in names]
    # One process at a time may change the list of accounts.
    with (Path(tempfile.gettempdir()) / "hearts-accounts.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _run("groupadd", group)
        for name in made:
            _run("useradd", "--no-create-home", "--gid", group, name)
    try:
        yield [pwd.getpwnam(name) for name in made]
    finally:
        with (Path(tempfile.gettempdir()) / "hearts-accounts.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for name in made:
                _run("userdel", name)
            _run("groupdel", group)


def shared_folder(parent: Path, account: pwd.struct_passwd) -> Path:
    """Make a folder for the group of an account: sticky, and root's."""
    folder = parent / "board"
    folder.mkdir()
    os.chown(folder, 0, grp.getgrgid(account.pw_gid).gr_gid)
    folder.chmod(0o3770)
    return folder


def done_as(account: pwd.struct_passwd, action: Callable[[], Result]) -> Result:
    """Do something as an account, in a process of its own; return or raise what came of it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            os.setgroups([])
            os.setgid(account.pw_gid)
            os.setuid(account.pw_uid)
            answer = pickle.dumps(_outcome(action))
            os.write(writer, answer)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answers:
        result, error = pickle.load(answers)
    os.waitpid(child, 0)
    if error is not None:
        raise error
    return result


def _outcome(action: Callable[[], Result]) -> tuple[Result | None, Exception | None]:
    try:
        return action(), None
    except Exception as error:  # noqa: BLE001 - it is raised again in the process that asked
        return None, error


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
