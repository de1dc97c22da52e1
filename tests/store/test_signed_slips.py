"""Signed slips in a folder that is carried between hosts, with the real ssh-keygen."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.storage import StorageError
from hearts_tui.store import ssh_keygen
from hearts_tui.store.signed_slips import SignedSlipFolder, signed_slip_file
from hearts_tui.store.signing import Signers, is_signed_by, voter_of_fingerprint, voter_of_key
from hearts_tui.store.slip_json import write_slip

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPTIONS = {"t01": {"a", "b"}}
MIA = Slip("mia", {"t01": SlipVote("a", 80, AT, 1)})
LEO = Slip("leo", {"t01": SlipVote("b", 60, AT, 4)})


def make_key(path: Path, passphrase: str = "", kind: str = "ed25519") -> Path:
    quiet = ("ssh-keygen", "-q", "-t", kind, "-C", path.name)
    subprocess.run([*quiet, "-N", passphrase, "-f", path], check=True)
    return path


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("keys")
    for name in ("mia", "leo", "eve"):
        make_key(folder / name)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def trusted(tmp_path: Path, keys: Path) -> Path:
    """The user's file of the keys of mia and leo."""
    path = tmp_path / "config" / "allowed_signers"
    path.parent.mkdir()
    lines = [f"{name} {(keys / f'{name}.pub').read_text()}" for name in ("mia", "leo")]
    path.write_text("".join(lines))
    path.chmod(0o644)
    return path


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    path = tmp_path / "carried"
    path.mkdir()
    return path


@pytest.fixture
def folder(carried: Path, trusted: Path) -> SignedSlipFolder:
    return SignedSlipFolder(carried, OPTIONS, Signers(trusted))


def file_of(carried: Path, key: Path) -> Path:
    return carried / f"{voter_of_key(key)}.signed"


def reasons(folder: SignedSlipFolder) -> list[str]:
    read = folder.read()
    assert read.slips == {}
    return [each.reason.partition(" doesn't count: ")[2] for each in read.rejected]


def test_signed_slips_count_on_every_host_they_are_carried_to(
    tmp_path: Path, carried: Path, folder: SignedSlipFolder, trusted: Path, keys: Path
) -> None:
    assert signed_slip_file(carried, keys / "mia").write(MIA) == ""
    signed_slip_file(carried, keys / "leo").write(LEO)
    both = {voter_of_key(keys / "mia"): MIA, voter_of_key(keys / "leo"): LEO}
    assert folder.read().slips == both
    there = tmp_path / "there"
    shutil.copytree(carried, there)
    for path in there.iterdir():
        os.chown(path, 12345, -1)
    read = SignedSlipFolder(there, OPTIONS, Signers(trusted)).read()
    assert (read.slips, read.rejected_count) == (both, 0)
    assert read.others(voter_of_key(keys / "mia")) == [LEO]


def test_a_voter_is_the_fingerprint_of_the_key(keys: Path) -> None:
    told = subprocess.run(
        ["ssh-keygen", "-lf", keys / "mia.pub"], check=True, capture_output=True, text=True
    )
    fingerprint = told.stdout.split()[1]
    voter = voter_of_key(keys / "mia")
    assert voter == voter_of_fingerprint(fingerprint) == voter_of_key(keys / "mia.pub")
    assert len(bytes.fromhex(voter)) == 32


@pytest.mark.parametrize(
    "text", ["", "SHA256:", "MD5:aa", "SHA256:" + "a" * 42, "SHA256:" + "-" * 43]
)
def test_what_is_no_fingerprint_is_no_voter(text: str) -> None:
    with pytest.raises(ValueError, match="is no fingerprint"):
        voter_of_fingerprint(text)


def test_anybody_with_ssh_keygen_can_verify_a_slip(
    tmp_path: Path, carried: Path, trusted: Path, keys: Path
) -> None:
    signed_slip_file(carried, keys / "mia").write(MIA)
    line, _, signature = file_of(carried, keys / "mia").read_bytes().partition(b"\n")
    assert line + b"\n" == write_slip(MIA)[0]
    (tmp_path / "sig").write_bytes(signature)
    verify = ("ssh-keygen", "-Y", "verify", "-f", trusted, "-I", "mia", "-n", "hearts-ballot")
    subprocess.run([*verify, "-s", tmp_path / "sig"], input=line + b"\n", check=True)


def test_a_slip_with_a_changed_byte_does_not_count(
    carried: Path, folder: SignedSlipFolder, keys: Path
) -> None:
    path = file_of(carried, keys / "mia")
    signed_slip_file(carried, keys / "mia").write(MIA)
    data = path.read_bytes()
    for place in (data.index(b"80"), data.index(b"mia"), data.index(b'"a"') + 1):
        changed = bytearray(data)
        changed[place] = {ord("8"): ord("9"), ord("m"): ord("n"), ord("a"): ord("b")}[data[place]]
        path.write_bytes(changed)
        (reason,) = reasons(folder)
        assert reason.startswith("its signature doesn't match (ssh-keygen says: ")
    path.write_bytes(data)
    assert folder.read().slips == {voter_of_key(keys / "mia"): MIA}


def test_whatever_byte_is_changed_the_slip_never_counts_as_another(
    carried: Path, folder: SignedSlipFolder, keys: Path
) -> None:
    path = file_of(carried, keys / "mia")
    signed_slip_file(carried, keys / "mia").write(MIA)
    data = path.read_bytes()
    for place in range(0, len(data), 17):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert folder.read().slips in ({}, {voter_of_key(keys / "mia"): MIA})


def test_a_key_that_is_not_trusted_signs_nothing_that_counts(
    carried: Path, folder: SignedSlipFolder, trusted: Path, keys: Path
) -> None:
    signed_slip_file(carried, keys / "eve").write(MIA)
    (reason,) = reasons(folder)
    assert reason.startswith("no key that you trust signed it")
    with trusted.open("a") as file:
        file.write(f"eve {(keys / 'eve.pub').read_text()}")
    assert folder.read().slips == {voter_of_key(keys / "eve"): MIA}
    trusted.write_text("")
    assert reasons(folder)[0].startswith("no key that you trust signed it")


def test_nobody_signs_in_the_place_of_another(
    carried: Path, folder: SignedSlipFolder, keys: Path
) -> None:
    signed_slip_file(carried, keys / "leo").write(LEO)
    file_of(carried, keys / "leo").rename(file_of(carried, keys / "mia"))
    assert reasons(folder) == ["another key signed it than the one it is named for."]


def test_a_signature_for_anything_else_is_none(
    carried: Path, folder: SignedSlipFolder, keys: Path
) -> None:
    slip = write_slip(MIA)[0]
    sign = ("ssh-keygen", "-Y", "sign", "-q", "-n", "git", "-f", keys / "mia")
    run = subprocess.run(sign, input=slip, check=True, capture_output=True)
    file_of(carried, keys / "mia").write_bytes(slip + run.stdout)
    assert reasons(folder)[0].startswith("its signature doesn't match")


def test_what_is_not_signed_or_no_slip_does_not_count(
    carried: Path, folder: SignedSlipFolder, keys: Path
) -> None:
    path = file_of(carried, keys / "mia")
    slip = write_slip(MIA)[0]
    for content, told in (
        (slip, "it isn't signed."),
        (b"", "it isn't signed."),
        (slip + b"nonsense", "no key that you trust signed it"),
        (b"{}\n-----BEGIN SSH SIGNATURE-----\n", "its format is None, not 1."),
        (slip + b"x" * (1 << 14), "it has more than 12 KiB."),
    ):
        path.write_bytes(content)
        assert reasons(folder)[0].startswith(told)
    path.unlink()
    path.symlink_to(keys / "mia")
    assert reasons(folder) == ["it is a link, not a file."]
    path.unlink()
    (carried / "mia.json").write_bytes(slip)
    (carried / ".git").mkdir()
    assert reasons(folder) == ["its name isn't that of a signed slip."]


def test_what_was_verified_once_is_known_by_its_content(
    carried: Path, folder: SignedSlipFolder, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_slip_file(carried, keys / "mia").write(MIA)
    signed_slip_file(carried, keys / "eve").write(MIA)
    before = folder.read()
    assert (len(before.slips), before.rejected_count) == (1, 1)
    for path in carried.iterdir():
        os.utime(path)
    monkeypatch.setenv("PATH", "")
    assert folder.read() == before


def test_what_could_not_be_verified_is_tried_again(
    carried: Path, folder: SignedSlipFolder, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_slip_file(carried, keys / "mia").write(MIA)
    with monkeypatch.context() as without:
        without.setenv("PATH", "")
        assert reasons(folder) == ["ssh-keygen isn't installed; it comes with OpenSSH."]
    assert len(folder.read().slips) == 1


def test_an_ssh_keygen_that_hangs_is_not_waited_for(
    tmp_path: Path,
    carried: Path,
    folder: SignedSlipFolder,
    keys: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    signed_slip_file(carried, keys / "mia").write(MIA)
    program = tmp_path / "ssh-keygen"
    program.write_text("#!/bin/sh\nexec /bin/sleep 1000\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.setattr(ssh_keygen, "TIMEOUT", 0.2)
    assert reasons(folder) == ["ssh-keygen didn't end within 0.2 seconds."]


def test_trust_never_comes_from_the_carried_folder(
    tmp_path: Path, carried: Path, trusted: Path, keys: Path
) -> None:
    signed_slip_file(carried, keys / "mia").write(MIA)
    inside = carried / "allowed_signers"
    shutil.copy(trusted, inside)
    linked = tmp_path / "linked"
    linked.symlink_to(inside)
    for path in (inside, linked):
        with pytest.raises(StorageError, match="is in the folder of slips, where others can add"):
            SignedSlipFolder(carried, OPTIONS, Signers(path)).read()


def test_keys_that_others_can_add_are_not_trusted(
    carried: Path, folder: SignedSlipFolder, trusted: Path
) -> None:
    trusted.chmod(0o666)
    with pytest.raises(StorageError, match="Others can change"):
        folder.read()
    trusted.chmod(0o644)
    os.chown(trusted, 12345, -1)
    with pytest.raises(StorageError, match="Others can change"):
        folder.read()
    trusted.unlink()
    with pytest.raises(StorageError, match="You trust no keys yet"):
        folder.read()
    trusted.symlink_to(trusted)
    with pytest.raises(StorageError, match="No keys are trusted: "):
        folder.read()
    trusted.unlink()
    trusted.mkdir(mode=0o755)
    with pytest.raises(StorageError, match="isn't a file"):
        folder.read()
    with pytest.raises(StorageError, match="can't be read"):
        SignedSlipFolder(carried / "none", OPTIONS, Signers(trusted)).read()


def test_a_key_with_a_passphrase_is_not_asked_for_in_the_background(
    tmp_path: Path, carried: Path
) -> None:
    key = make_key(tmp_path / "locked", "secret")
    told = f"Your slip could not be signed: the key has a passphrase. Run ssh-add {key}, so that "
    with pytest.raises(StorageError, match=f"^{re.escape(told)}ssh-agent signs for you.$"):
        signed_slip_file(carried, key).write(MIA)
    assert list(carried.iterdir()) == []


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An ssh-agent of this test's own, and what tells it the passphrase of a key."""
    socket, tells = tmp_path / "agent", tmp_path / "tells"
    tells.write_text("#!/bin/sh\necho secret\n")
    tells.chmod(0o755)
    with subprocess.Popen(["ssh-agent", "-D", "-a", socket], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        monkeypatch.setenv("SSH_AUTH_SOCK", os.fspath(socket))
        monkeypatch.setenv("SSH_ASKPASS", os.fspath(tells))
        monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
        yield
        running.terminate()


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize("suffix", ["", ".pub"])
def test_an_agent_signs_with_a_key_that_has_a_passphrase(
    tmp_path: Path, carried: Path, suffix: str
) -> None:
    key = make_key(tmp_path / "locked", "secret")
    given = key.with_name(key.name + suffix)
    with pytest.raises(StorageError, match="could not be signed: "):
        signed_slip_file(carried, given).write(MIA)
    subprocess.run(["ssh-add", "-q", key], check=True, capture_output=True)
    if suffix:
        key.unlink()
    assert signed_slip_file(carried, given).write(MIA) == ""
    assert is_signed_by(voter_of_key(given), file_of(carried, given).read_bytes())


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa"])
def test_what_is_signed_already_is_not_signed_again(
    tmp_path: Path, carried: Path, kind: str
) -> None:
    key = make_key(tmp_path / "once", kind=kind)
    signed_slip_file(carried, key).write(MIA)
    before = file_of(carried, key).read_bytes()
    signed_slip_file(carried, key).write(MIA)
    assert file_of(carried, key).read_bytes() == before
    quiet = ("ssh-keygen", "-q", "-p", "-P", "", "-N", "secret", "-f", key)
    subprocess.run(quiet, check=True, capture_output=True)
    assert signed_slip_file(carried, key).write(MIA) == "", "nobody is asked for the passphrase"
    with pytest.raises(StorageError, match="could not be signed: "):
        signed_slip_file(carried, key).write(LEO)
    assert file_of(carried, key).read_bytes() == before


def test_a_signature_that_was_spoiled_is_put_right(carried: Path, keys: Path) -> None:
    file = signed_slip_file(carried, keys / "mia")
    file.write(MIA)
    path = file_of(carried, keys / "mia")
    good = path.read_bytes()
    signed_slip_file(carried, keys / "eve").write(MIA)
    for bad in (good[:-90], good[:40], file_of(carried, keys / "eve").read_bytes()):
        path.write_bytes(bad)
        file.write(MIA)
        assert path.read_bytes() == good


def test_what_is_no_key_is_told_of(tmp_path: Path, carried: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(StorageError, match="can't sign your slip: ssh-keygen says: "):
            signed_slip_file(carried, path)
