"""Sign slips with a voter's SSH key, and verify those of others."""

import base64
import binascii
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hearts_tui.domain.sanitize import sanitize
from hearts_tui.store.slip_json import BadSlipError
from hearts_tui.store.ssh_keygen import RefusedError, SshKeygenError, ssh_keygen

NAMESPACE = "hearts-ballot"
"""What a key signs slips as, so that no signature for anything else passes for one of these."""

_LOCKED = "incorrect passphrase"
"""What ssh-keygen says as well where it could ask nobody for one."""

_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_GOOD = re.compile(rf"key ({_FINGERPRINT.pattern})\s*\Z")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed a slip: the voter's id, and the name that the user's file gives the key."""

    voter: str
    principal: str


def voter_of_fingerprint(fingerprint: str) -> str:
    """Return the voter whom a key's fingerprint stands for, such as ``SHA256:9bIK...``: its hex.

    Raises:
        ValueError: it is no SHA-256 fingerprint.

    """
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise ValueError(f"{sanitize(fingerprint)[:60]!r} is no fingerprint such as SHA256:9bIK...")
    try:
        return base64.b64decode(f"{fingerprint.removeprefix('SHA256:')}=", validate=True).hex()
    except binascii.Error as error:
        raise ValueError(f"{fingerprint} is no fingerprint") from error


def fingerprint_of(voter: str) -> str:
    """Return the fingerprint of the key that a voter stands for, as ssh-keygen writes it."""
    return f"SHA256:{base64.b64encode(bytes.fromhex(voter)).decode().rstrip('=')}"


def voter_of_key(key: Path) -> str:
    """Return the voter whom an SSH key stands for, given as its private or its public file.

    Raises:
        SshKeygenError: it is no key.

    """
    said = ssh_keygen("-l", "-E", "sha256", "-f", os.fspath(key.absolute())).decode()
    found = _FINGERPRINT.search(said)
    if found is None:
        raise SshKeygenError(f"ssh-keygen tells no fingerprint of {key}")
    return voter_of_fingerprint(found[0])


def signed(slip: bytes, key: Path, *, may_ask: bool = False) -> bytes:
    """Return a slip, which is one line, with the signature of a key below it.

    ``key`` is a private key, or the public one of a private key that an agent has. It is asked for
    a passphrase only if it ``may_ask``.

    Raises:
        SshKeygenError: the key can't sign.

    """
    path = os.fspath(key.absolute())
    arguments = ("-Y", "sign", "-q", "-n", NAMESPACE, "-f", path)
    try:
        return slip + ssh_keygen(*arguments, data=slip, may_ask=may_ask)
    except RefusedError as error:
        if _LOCKED not in str(error):
            raise
        if may_ask:
            raise SshKeygenError("that isn't its passphrase") from error
        raise SshKeygenError(
            f"the key has a passphrase. Run ssh-add {path}, so that ssh-agent signs for you"
        ) from error


def is_signed_by(voter: str, data: bytes) -> bool:
    """Return whether a slip has a good signature of a voter's key below it."""
    try:
        return signer_of(*split_signed(data)) == voter
    except (BadSlipError, SshKeygenError):
        return False


def split_signed(data: bytes) -> tuple[bytes, bytes]:
    """Part a slip, with its line end, from the signature below it.

    Raises:
        BadSlipError: there is no signature.

    """
    slip, end, signature = data.partition(b"\n")
    if not signature.strip():
        raise BadSlipError("it isn't signed")
    return slip + end, signature


def signer_of(slip: bytes, signature: bytes) -> str:
    """Return the voter who signed a slip, whether or not anybody trusts the key.

    Raises:
        BadSlipError: the signature isn't that of this text.
        SshKeygenError: that could not be found out.

    """
    with _file_of(signature) as path:
        try:
            said = ssh_keygen("-Y", "check-novalidate", "-n", NAMESPACE, "-s", path, data=slip)
        except RefusedError as error:
            raise BadSlipError(f"its signature doesn't match ({error})") from error
    return _signer_told(said)


@contextmanager
def _file_of(signature: bytes) -> Iterator[str]:
    """Put a signature into a file, which is the only way that ssh-keygen takes one."""
    with tempfile.NamedTemporaryFile(prefix="hearts-signature-") as file:
        file.write(signature)
        file.flush()
        yield file.name


def _signer_told(said: bytes) -> str:
    good = _GOOD.search(said.decode(errors="replace"))
    if good is None:
        raise BadSlipError("ssh-keygen tells no fingerprint of the key that signed it")
    return voter_of_fingerprint(good[1])


class Signers:
    """The keys that the user trusts, from a file of ssh's ``allowed_signers`` format.

    It has to be the user's own file: who can change it decides who votes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def version(self) -> tuple[int, ...]:
        """Return what tells one version of the file from another; empty where there is none."""
        try:
            status = self.path.stat()
        except OSError:
            return ()
        return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size

    def fault(self, folder: Path) -> str:
        """Say in a sentence why the keys in the file can't be trusted for a folder of slips.

        It is empty where they can.
        """
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return (
                f"You trust no keys yet. Please put a line for each of you into {self.path}: a "
                "name, a space, and what's in the .pub file of the key."
            )
        except OSError as error:
            return f"No keys are trusted: {self.path} can't be read ({error.strerror})."
        if self.path.resolve().is_relative_to(folder.resolve()):
            return (
                f"{self.path} is in the folder of slips, where others can add keys to it. "
                "Please keep it elsewhere."
            )
        if not stat.S_ISREG(status.st_mode):
            return f"{self.path} isn't a file, so no keys are trusted."
        if status.st_uid not in (0, os.geteuid()) or status.st_mode & stat.S_IWOTH:
            return f"Others can change {self.path}, so no keys are trusted. Please chmod it to 644."
        return ""

    def verify(self, slip: bytes, signature: bytes) -> Signer:
        """Return who signed a slip.

        Raises:
            BadSlipError: the signature isn't that of a trusted key, or of another text.
            SshKeygenError: that could not be found out.

        """
        keys = os.fspath(self.path.absolute())
        with _file_of(signature) as path:
            of = ("-s", path, "-f", keys)
            try:
                names = ssh_keygen("-Y", "find-principals", *of).decode(errors="replace")
            except RefusedError as error:
                raise BadSlipError(f"no key that you trust signed it ({error})") from error
            name = names.splitlines()[0] if names else ""
            try:
                said = ssh_keygen("-Y", "verify", "-n", NAMESPACE, "-I", name, *of, data=slip)
            except RefusedError as error:
                raise BadSlipError(f"its signature doesn't match ({error})") from error
        return Signer(_signer_told(said), sanitize(name))
