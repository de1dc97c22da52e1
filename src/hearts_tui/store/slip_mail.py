"""Slips as files of their own: one to send to a friend, and one that a friend has sent."""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from hearts_tui.domain.slip import Slip
from hearts_tui.domain.storage import StorageError
from hearts_tui.files import is_there, read_regular_file
from hearts_tui.store.atomic import replace_file
from hearts_tui.store.signing import Signers, signed, signer_of, split_signed
from hearts_tui.store.slip_json import LARGEST_SIGNED, BadSlipError, Options, read_slip, write_slip
from hearts_tui.store.ssh_keygen import SshKeygenError

_SIGNATURE = b"-----BEGIN SSH SIGNATURE-----"


@dataclass(frozen=True, slots=True)
class Received:
    """A slip, the voter of the key that signed it, and the name of that key if it is trusted."""

    slip: Slip
    voter: str = ""
    principal: str = ""


def slip_text(slip: Slip, key: Path | None = None) -> bytes:
    """Return a slip as it is sent, signed with a key if there is one.

    Raises:
        StorageError: it can't be made; the message says why in one sentence.

    """
    try:
        data, _ = write_slip(slip)
        return data if key is None else signed(data, key, may_ask=_can_ask())
    except BadSlipError as error:
        raise StorageError(f"Your slip can't be made: {error}.") from error
    except SshKeygenError as error:
        raise StorageError(f"{key} can't sign your slip: {error}.") from error


def _can_ask() -> bool:
    """Return whether there is a terminal, or a program for it, to ask for a passphrase."""
    if "SSH_ASKPASS" in os.environ:
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def write_file(path: Path, data: bytes) -> None:
    """Put a slip into a file of its own.

    Raises:
        StorageError: it was not written; the message says why in one sentence.

    """
    target = Path(os.path.realpath(path))
    try:
        if is_there(target) and not stat.S_ISREG(target.stat().st_mode):
            raise StorageError(f"{path} isn't a file.")
        replace_file(target, data)
    except OSError as error:
        raise StorageError(f"{path} was not written ({error.strerror}).") from error


def read_file(path: Path) -> bytes:
    """Return what is in a file, as far as a slip could be as long.

    Raises:
        StorageError: it can't be read; the message says why in one sentence.

    """
    try:
        return read_regular_file(path, LARGEST_SIGNED)
    except OSError as error:
        raise StorageError(f"{path} can't be read ({error.strerror}).") from error


def read_input() -> bytes:
    """Return what standard input gives, as far as a slip could be as long."""
    return sys.stdin.buffer.read(LARGEST_SIGNED + 1) if sys.stdin is not None else b""


def open_slip(data: bytes, options: Options, signers: Signers) -> Received:
    """Read a slip that somebody sent, whatever mail or a paste did to its line ends.

    Raises:
        StorageError: it is no slip, or its signature is wrong; the message says which.

    """
    text = data.replace(b"\r\n", b"\n").strip() + b"\n"
    try:
        if len(data) > LARGEST_SIGNED:
            raise BadSlipError(f"it has more than {LARGEST_SIGNED // 1024} KiB")
        if _SIGNATURE not in text:
            return Received(read_slip(text.rstrip(), options))
        text, signature = split_signed(text)
        return _verified(read_slip(text, options), text, signature, signers)
    except (BadSlipError, SshKeygenError) as error:
        raise StorageError(f"That slip doesn't count: {error}.") from error


def _verified(slip: Slip, text: bytes, signature: bytes, signers: Signers) -> Received:
    voter = signer_of(text, signature)
    try:
        return Received(slip, voter, signers.verify(text, signature).principal)
    except BadSlipError:
        # The signature is good, so what is missing is the key among those that are trusted.
        return Received(slip, voter)
