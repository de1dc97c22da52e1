"""Unpack the packages in hearts.pyz, once for each user, and run hearts from there.

They can't be run where they are: style sheets and content are read as files, and Python keeps no
bytecode of what it imports from an archive, so that every start would be as slow as the first.
"""

import fcntl
import importlib
import os
import stat
import sys

from build_id import TREE

PACKAGES = "packages.zip"
NAME = "hearts-tui"
_FIRST_FREE = 3
"""The lowest number for a file that is none of the standard streams, even if those are closed."""


def run():
    """Unpack where it has not been done, and run hearts."""
    tree = find_tree()
    if tree is None:
        sys.stderr.write(
            "hearts: no folder to unpack into; set XDG_CACHE_HOME to one that you can write to.\n"
        )
        sys.exit(2)
    sys.path[0] = tree
    importlib.import_module("hearts_tui.__main__").main()


def find_tree():
    """Return the folder of the unpacked packages; None if it can't be made anywhere."""
    for base, name in places():
        try:
            if is_safe(base):
                return open_tree(os.path.join(base, name))
        except OSError:
            continue
    return None


def places():
    """List where to unpack: folders that may not be there yet, and the names of ours in them."""
    own = f"{NAME}-{os.geteuid()}"
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    temporary = [os.environ.get("TMPDIR", ""), "/tmp", "/var/tmp", "/dev/shm"]
    found = [(cache, NAME), (os.environ.get("XDG_RUNTIME_DIR", ""), NAME)]
    found += [(folder, own) for folder in temporary]
    return [(base, name) for base, name in found if os.path.isabs(base)]


def is_safe(folder):
    """Return whether nobody else can rename what this user makes in a folder.

    One that is not there yet counts as the folder that it would be made in: root, with the HOME of
    somebody else, makes nothing there.
    """
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    status = os.stat(folder)
    return status.st_uid == os.geteuid() or bool(status.st_mode & stat.S_ISVTX)


def open_tree(home):
    """Return this archive's tree in a folder, unpacked if it is not there; held until the exit.

    Raises:
        OSError: the folder belongs to somebody else, or takes no files.

    """
    os.makedirs(home, mode=0o700, exist_ok=True)
    status = os.lstat(home)
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
        raise PermissionError(home)
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(home)
    tree = os.path.join(home, TREE)
    if not hold(tree):
        # One at a time: whoever comes second finds the tree.
        turn = open_and_lock(home, fcntl.LOCK_EX)
        if not hold(tree):
            unpack(home, tree)
            hold(tree)
        os.close(turn)
    return tree


def hold(tree):
    """Keep a tree from being removed for as long as this process lives; False if it is gone."""
    try:
        descriptor = open_and_lock(tree, fcntl.LOCK_SH)
    except FileNotFoundError:
        return False
    # It may have been removed, and made anew, between being opened and being locked.
    if os.path.exists(tree) and os.path.samestat(os.stat(tree), os.fstat(descriptor)):
        return True
    os.close(descriptor)
    return False


def open_and_lock(folder, how):
    """Open a folder and lock it, where the file system has locks; return the descriptor.

    Raises:
        BlockingIOError: somebody else has it, and ``how`` says not to wait.

    """
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    descriptor = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, _FIRST_FREE)
    os.close(opened)
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:
        pass
    return descriptor


def unpack(home, tree):
    """Unpack the packages beside their place and move them there; remove trees of old versions.

    Raises:
        OSError: there is no room, or it can't be written.

    """
    # Most starts unpack nothing, and don't wait for these.
    import io
    import tempfile
    import zipfile

    if sys.stderr and sys.stderr.isatty():
        sys.stderr.write("hearts: unpacking; this happens only on the first start.\n")
    remove_unused(home)
    data = __loader__.get_data(os.path.join(__loader__.archive, PACKAGES))
    new = tempfile.mkdtemp(prefix=".new-", dir=home)
    try:
        zipfile.ZipFile(io.BytesIO(data)).extractall(new)
        os.rename(new, tree)
    except OSError:
        remove(new)
        # Where there are no locks, another start may have been faster.
        if not os.path.isdir(tree):
            raise


def remove_unused(home):
    """Remove the trees that no process holds, and what a start that was killed left behind."""
    for name in os.listdir(home):
        folder = os.path.join(home, name)
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            remove(folder)
        except OSError:
            pass
        finally:
            os.close(descriptor)


def remove(folder):
    """Remove a folder and all that is in it, as far as that can be done."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
