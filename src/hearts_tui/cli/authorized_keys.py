"""Tell sshd which keys may run hearts, each as a voter of its own."""

import base64
import binascii
import hashlib
import re
import shlex
from pathlib import Path

from hearts_tui.files import read_regular_file
from hearts_tui.store.signing import voter_of_fingerprint

LARGEST_LIST = 4 * 1024 * 1024
"""In bytes."""

_KEY_TYPE = re.compile(r"[a-z0-9][a-z0-9@.-]{0,63}")


class BadKeyError(Exception):
    """What sshd gave is no key; the message is one sentence."""


def require_key(key_type: str, key: str, fingerprint: str) -> None:
    """Check that a key, in base64, is of a type and has a fingerprint.

    Whatever is printed for sshd is acted upon, so nothing that isn't known gets there.

    Raises:
        BadKeyError: it isn't so.

    """
    try:
        blob = base64.b64decode(key, validate=True)
        voter = voter_of_fingerprint(fingerprint)
    except (ValueError, binascii.Error) as error:
        raise BadKeyError(f"that isn't a key with its fingerprint ({error}).") from error
    length = int.from_bytes(blob[:4], "big")
    if not _KEY_TYPE.fullmatch(key_type) or blob[4 : 4 + length] != key_type.encode():
        raise BadKeyError("the key isn't of the type that sshd gives.")
    if hashlib.sha256(blob).hexdigest() != voter:
        raise BadKeyError("the key doesn't have the fingerprint that sshd gives.")


def authorized_line(key_type: str, key: str, fingerprint: str, command: str) -> str:
    """Return the line that lets a key run hearts, and nothing else, as a voter of its own."""
    run = f"{command} --voter {shlex.quote(fingerprint)}".replace('"', '\\"')
    return f'restrict,pty,command="{run}" {key_type} {key}'


def is_listed(path: Path, key: str, fingerprint: str) -> bool:
    """Return whether a file names a key, by its fingerprint or as a public key, one a line.

    Raises:
        OSError: it can't be read.

    """
    text = read_regular_file(path, LARGEST_LIST).decode(errors="replace")
    lines = (line.split() for line in text.splitlines() if not line.lstrip().startswith("#"))
    return any(fingerprint in words or key in words for words in lines)
