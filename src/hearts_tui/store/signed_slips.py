"""A folder of signed slips, which is carried from host to host by whatever carries folders."""

import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from hearts_tui.domain.slip import Slip
from hearts_tui.domain.slips_read import SlipsRead, slips_read
from hearts_tui.domain.storage import StorageError, no_rest
from hearts_tui.store.newest_slips import NewestSlips
from hearts_tui.store.signing import Signers, is_signed_by, signed, split_signed, voter_of_key
from hearts_tui.store.slip_file import Seal, SlipFile
from hearts_tui.store.slip_json import LARGEST_SIGNED, BadSlipError, Options, read_slip
from hearts_tui.store.slip_owner import is_fingerprint
from hearts_tui.store.slips import MOST_SLIPS, opened_folder
from hearts_tui.store.ssh_keygen import SshKeygenError
from hearts_tui.store.stranger_file import read_stranger_file

SUFFIX = ".signed"
"""A slip and its signature are one file, so that no sync can part them."""

_Verified = tuple[str, Slip] | str
"""A voter and the slip, or the reason why it does not count."""


def signed_slip_file(
    folder: Path,
    key: Path,
    *,
    clock: Callable[[], datetime] | None = None,
) -> SlipFile:
    """Return the slip in a folder that is signed with an SSH key; see ``signed`` for which.

    With a ``clock`` it tells when it was made, so that nobody can put it back later.

    Raises:
        StorageError: it is no key.

    """
    try:
        voter = voter_of_key(key)
    except SshKeygenError as error:
        raise StorageError(f"{key} can't sign your slip: {error}.") from error
    seal = Seal(partial(signed, key=key), partial(is_signed_by, voter))
    return SlipFile(folder, voter, suffix=SUFFIX, seal=seal, clock=clock)


class SignedSlipFolder:
    """Reads a folder of signed slips, whoever owns the files.

    A slip counts where ``signers`` know the key that signed it, and the file is named for that key;
    unless it is older than one that ``newest`` remembers.
    Reading blocks on the disk and on ssh-keygen, so it is to be done off the event loop, by one
    thread at a time. What was verified once is known by its content.
    """

    def __init__(
        self, path: Path, options: Options, signers: Signers, newest: NewestSlips | None = None
    ) -> None:
        self._path = path
        self._options = options
        self._signers = signers
        self._newest = newest
        self._trusted: tuple[int, ...] = ()
        self._verified: dict[bytes, _Verified] = {}

    def read(self, rest: Callable[[], object] = no_rest) -> SlipsRead:
        """Read all slips, and verify those that are new.

        Raises:
            StorageError: the folder can't be read, or no key be trusted; the message says why.

        """
        with opened_folder(self._path) as folder:
            fault = self._signers.fault(self._path)
            if fault:
                raise StorageError(fault)
            return self._read(folder, rest)

    def _read(self, folder: int, rest: Callable[[], object]) -> SlipsRead:
        trusted = self._signers.version()
        known = self._verified if trusted == self._trusted else {}
        self._trusted, self._verified = trusted, {}
        slips: dict[str, Slip] = {}
        reasons: dict[str, str] = {}
        names = sorted(name for name in os.listdir(folder) if name[0] != ".")
        for name in islice(names, MOST_SLIPS):
            rest()
            try:
                voter, slip = self._slip(folder, name, known)
            except FileNotFoundError:
                continue
            except OSError as error:
                reasons[name] = f"it can't be read ({error.strerror})"
            except (BadSlipError, SshKeygenError) as error:
                reasons[name] = str(error)
            else:
                slips[voter] = slip
        if self._newest is not None:
            self._newest.save()
        for name in names[MOST_SLIPS:]:
            reasons[name] = f"{MOST_SLIPS:,} files are looked at, and there are more"
        return slips_read(slips, reasons)

    def _slip(self, folder: int, name: str, known: dict[bytes, _Verified]) -> tuple[str, Slip]:
        """Return the voter and the slip in a file.

        Raises:
            BadSlipError: it does not count.
            SshKeygenError: whether it does could not be found out.
            OSError: it can't be read.

        """
        named = name.removesuffix(SUFFIX)
        if named == name or not is_fingerprint(named):
            raise BadSlipError("its name isn't that of a signed slip")
        data = read_stranger_file(folder, name, LARGEST_SIGNED, lambda _: None)
        digest = hashlib.sha256(data).digest()
        found = known.get(digest)
        if found is None:
            found = self._look(data)
        self._verified[digest] = found
        if isinstance(found, str):
            raise BadSlipError(found)
        if found[0] != named:
            raise BadSlipError("another key signed it than the one it is named for")
        if self._newest is not None and self._newest.is_replaced(*found):
            who = found[1].name or "its voter"
            raise BadSlipError(f"it's an old one that came back; {who} has made a newer one since")
        return found

    def _look(self, data: bytes) -> _Verified:
        """Verify what is new, the cheap way first."""
        try:
            text, signature = split_signed(data)
            slip = read_slip(text, self._options)
            return self._signers.verify(text, signature).voter, slip
        except BadSlipError as error:
            return str(error)
