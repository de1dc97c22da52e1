"""Whose slip a file is: its name says so, and its owner has to agree.

``stranger_file`` asks the opened file who that is.
"""

import os
import re
import stat

from hearts_tui.store.slip_json import BadSlipError

SUFFIX = ".json"

_ACCOUNT = re.compile(r"0|[1-9][0-9]{0,9}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def own_voter() -> str:
    """Return the id of the voter whom this process runs for, by its account."""
    return str(os.geteuid())


def is_fingerprint(voter: str) -> bool:
    """Return whether an id is the hex of an SSH key's SHA-256 fingerprint."""
    return _FINGERPRINT.fullmatch(voter) is not None


def voter_of(name: str) -> str:
    """Return the voter whom a file's name stands for.

    Raises:
        BadSlipError: it stands for none.

    """
    voter = name.removesuffix(SUFFIX)
    if voter == name or not (_ACCOUNT.fullmatch(voter) or is_fingerprint(voter)):
        raise BadSlipError("its name isn't that of a slip")
    return voter


def require_owner(voter: str, folder: os.stat_result, status: os.stat_result) -> None:
    """Check that a file belongs to the voter it stands for, and that nobody else can write it.

    An account owns its slip. Keys have no accounts of their own: the one that they all log in to
    writes their slips, and owns the folder.

    Raises:
        BadSlipError: it does not.

    """
    owner = folder.st_uid if is_fingerprint(voter) else int(voter)
    if status.st_uid != owner:
        raise BadSlipError(f"it belongs to account {status.st_uid}, not {owner}")
    if status.st_mode & _WRITABLE_BY_OTHERS:
        raise BadSlipError("others can write it")
