"""What sshd asks hearts for: a line for a key that may come in, and nothing for any other."""

import base64
import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import run


def make(path: Path, kind: str = "ed25519") -> tuple[str, str, str]:
    """Make a key, and return what sshd tells of it."""
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", str(path)], check=True)
    told = subprocess.run(["ssh-keygen", "-lf", str(path)], check=True, capture_output=True)
    key_type, key = path.with_suffix(".pub").read_text().split()[:2]
    return key_type, key, told.stdout.decode().split()[1]


@pytest.fixture
def mia(tmp_path: Path) -> tuple[str, str, str]:
    return make(tmp_path / "mia")


def asked(config: Path, *arguments: str) -> tuple[int, str, str]:
    done = run(config, "kiosk", "authorized-keys", *arguments)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("kind", ["ed25519", "rsa", "ecdsa"])
def test_any_key_comes_in_as_a_voter_of_its_own(config: Path, tmp_path: Path, kind: str) -> None:
    key_type, key, fingerprint = make(tmp_path / "key", kind)
    line = f'restrict,pty,command="hearts --kiosk --voter {fingerprint}" {key_type} {key}\n'
    assert asked(config, key_type, key, fingerprint) == (0, line, "")
    (tmp_path / "authorized").write_text(line)
    told = subprocess.run(
        ["ssh-keygen", "-lf", str(tmp_path / "authorized")], check=True, capture_output=True
    )
    assert fingerprint in told.stdout.decode()
    assert not config.exists()


def test_lists_let_keys_in_and_keep_them_out(
    config: Path, tmp_path: Path, mia: tuple[str, str, str]
) -> None:
    eve = make(tmp_path / "eve")
    names_mia, names_eve = tmp_path / "mia-list", tmp_path / "eve-list"
    names_mia.write_text(f"# friends\n{mia[2]} mia\n")
    names_eve.write_text((tmp_path / "eve.pub").read_text())
    commented = tmp_path / "commented"
    commented.write_text(f"  # {mia[2]}\n")

    def comes_in(key: tuple[str, str, str], *options: str | Path) -> bool:
        code, line, said = asked(config, *key, *map(str, options))
        assert (code, said) == (0, "")
        return line != ""

    assert comes_in(mia, "--allow", names_mia)
    assert not comes_in(eve, "--allow", names_mia)
    assert comes_in(mia, "--deny", names_eve)
    assert not comes_in(eve, "--deny", names_eve)
    assert not comes_in(mia, "--allow", names_mia, "--deny", names_mia)
    assert not comes_in(mia, "--allow", commented)
    assert comes_in(mia, "--deny", commented)


@pytest.mark.parametrize("option", ["--allow", "--deny"])
def test_a_list_that_can_t_be_read_lets_nobody_in(
    config: Path, tmp_path: Path, mia: tuple[str, str, str], option: str
) -> None:
    missing = tmp_path / "missing"
    told = f"hearts: {missing} can't be read (No such file or directory).\n"
    assert asked(config, *mia, option, str(missing)) == (1, "", told)


def test_what_a_key_starts_can_be_more(config: Path, mia: tuple[str, str, str]) -> None:
    command = '/opt/hearts --kiosk --log "/var/log/my hearts"'
    _, line, _ = asked(config, *mia, "--command", command)
    quoted = command.replace('"', '\\"')
    assert line.startswith(f'restrict,pty,command="{quoted} --voter {mia[2]}" ssh-ed25519 ')
    for bad in ("hearts\nssh-rsa x", "a\\"):
        code, line, _ = asked(config, *mia, "--command", bad)
        assert (code, line) == (2, "")


def blob(name: bytes) -> tuple[str, str]:
    data = len(name).to_bytes(4, "big") + name + b"x"
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return base64.b64encode(data).decode(), f"SHA256:{digest}"


@pytest.mark.parametrize(
    "given",
    [
        ("ssh-ed25519", "AAAA", "SHA256:" + "A" * 43),
        ("ssh-ed25519", "not a key", "SHA256:" + "A" * 43),
        ("ssh-rsa", *blob(b"ssh-ed25519")),
        ('x" ssh-rsa', *blob(b'x" ssh-rsa')),
        ("ssh-rsa\nssh-rsa", *blob(b"ssh-rsa\nssh-rsa")),
        ("ssh-ed25519", blob(b"ssh-ed25519")[0], 'SHA256:x" ' + "A" * 40),
        ("ssh-ed25519", blob(b"ssh-ed25519")[0], "MD5:00:11"),
        ("", "", ""),
    ],
)
def test_what_is_no_key_gets_no_line(config: Path, given: tuple[str, str, str]) -> None:
    code, line, said = asked(config, *given)
    assert (code, line, said.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--kiosk", "--voter", "mia"], "--voter: 'mia' is no fingerprint such as SHA256:9bIK..."),
        (["--kiosk", "--voter", ""], "--voter: '' is no fingerprint such as SHA256:9bIK..."),
        (["--kiosk", "--guest", "--voter", "x"], "--guest and --voter don't go together."),
        (["--voter", "x"], "--voter goes with --kiosk."),
        (["--log", "x"], "--log goes with --kiosk."),
    ],
)
def test_a_voter_is_a_fingerprint_in_a_kiosk(config: Path, arguments: list[str], told: str) -> None:
    done = run(config, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"hearts: {told}\n")
    assert not config.exists()
