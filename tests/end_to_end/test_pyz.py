"""hearts.pyz runs on a host that has Python and nothing else."""

import ast
import fcntl
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from hearts_tui import __version__
from tests.end_to_end.bare_host import SOMEBODY, BareHost
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal

TOOLS = Path(__file__).parents[2] / "tools"
MOST_BYTES = 5_000_000
COMPLETIONS = {
    "bash": "/usr/share/bash-completion/completions/hearts",
    "zsh": "/usr/share/zsh/vendor-completions/_hearts",
    "fish": "/usr/share/fish/vendor_completions.d/hearts.fish",
}
"""Where a Debian package puts what a shell takes up by itself."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, built from this clone."""
    return build(tmp_path_factory.mktemp("built") / "hearts.pyz")


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> Iterator[BareHost]:
    """A host with nothing but Python that the archive has been copied to."""
    root = tmp_path_factory.mktemp("host")
    # Whoever logs in there has to get past the folders above it.
    for folder in root.parents[:3]:
        folder.chmod(folder.stat().st_mode | 0o011)
    root.chmod(0o755)
    host = BareHost(root)
    shutil.copy(archive, host.at(Path("/hearts.pyz")))
    yield host
    shutil.rmtree(root)


@pytest.fixture
def home(host: BareHost, request: pytest.FixtureRequest) -> Path:
    """The home folder of somebody on the host, one for each test."""
    home = Path("/home", re.sub(r"\W+", "-", request.node.name))
    host.at(home).mkdir()
    os.chown(host.at(home), SOMEBODY, SOMEBODY)
    return home


def build(target: Path, script: str = "build_pyz.py") -> Path:
    command = [sys.executable, str(TOOLS / script), str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return target


def environ_on_host(home: Path, **more: str) -> dict[str, str]:
    """Return what a session has in its environment there."""
    given = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return {**given, "HOME": str(home), **more}


def version(command: list[str], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Ask the archive on the host for its version."""
    return subprocess.run(
        [*command, "--version"],
        env=environ_on_host(home, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def trees(folder: Path) -> list[Path]:
    """List what was unpacked in a folder."""
    return sorted(folder.iterdir()) if folder.exists() else []


def test_the_file_is_small_and_the_same_each_time(archive: Path, tmp_path: Path) -> None:
    assert archive.stat().st_size < MOST_BYTES
    assert build(tmp_path / "again.pyz").read_bytes() == archive.read_bytes()


def test_it_holds_licenses_and_nothing_compiled(archive: Path) -> None:
    packages = zipfile.ZipFile(BytesIO(zipfile.ZipFile(archive).read("packages.zip")))
    names = packages.namelist()
    assert not [name for name in names if re.search(r"\.(so|pyc|pyd)$|/tests/|/man/", name)]
    packed = {name.partition("/")[0] for name in names if ".dist-info/" in name}
    assert {name.partition("-")[0] for name in packed} >= {"textual", "tzdata", "linkify_it_py"}
    licensed = {name.partition("/")[0] for name in names if "licen" in name.lower()}
    # The one package that says what its license is without a file of it says so in METADATA.
    unlicensed = packed - licensed
    for each in unlicensed:
        assert b"License" in packages.read(f"{each}/METADATA")


def test_a_vote_is_cast_and_found_again(host: BareHost, home: Path) -> None:
    command = host.command("/hearts.pyz", "--screen", "theories")
    with Terminal(command, environ_on_host(home)) as terminal:
        terminal.wait_for("hearts: unpacking")
        terminal.wait_until_drawn()
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        terminal.press("j\r")
        terminal.wait_for("you: Divorce drama 70%")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    (tree,) = trees(host.at(home) / ".cache" / "hearts-tui")
    with Terminal(command, environ_on_host(home)) as terminal:
        terminal.wait_for("you: Divorce drama 70%")
        assert b"unpacking" not in terminal.sent
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert trees(tree.parent) == [tree]


def test_a_home_that_takes_nothing_and_a_tmp_that_runs_nothing_are_enough(
    host: BareHost, home: Path
) -> None:
    mounts = (
        'mount -t tmpfs -o noexec,mode=1777 none "$root/tmp" && '
        'mount -t tmpfs -o ro,mode=0555 none "$root/home"'
    )
    command = host.command("/hearts.pyz", "--screen", "theories", mounts=mounts)
    with Terminal(command, environ_on_host(home)) as terminal:
        terminal.wait_for("View only. Nothing can be kept")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_what_somebody_else_put_there_is_not_run(host: BareHost, home: Path) -> None:
    own = f"hearts-tui-{SOMEBODY}"
    forged = host.at(Path("/tmp", own))
    forged.mkdir()
    os.chown(host.at(home), 0, 0)
    done = version(host.command("/hearts.pyz"), home)
    forged.rmdir()
    assert done.stdout == f"hearts, version {__version__}\n", done.stderr
    (tree,) = trees(host.at(Path("/var/tmp", own)))
    assert tree.stat().st_uid == SOMEBODY


def test_root_leaves_nothing_in_the_home_of_somebody_else(host: BareHost, home: Path) -> None:
    done = version(host.command("/hearts.pyz", user=0), home)
    assert done.stdout == f"hearts, version {__version__}\n", done.stderr
    assert not list(host.at(home).iterdir())


def test_it_says_so_where_there_is_no_place_to_unpack(host: BareHost, home: Path) -> None:
    places = ("home", "tmp", "var/tmp", "dev/shm")
    mounts = " && ".join(f'mount -t tmpfs -o ro,size=4k none "$root/{place}"' for place in places)
    done = version(host.command("/hearts.pyz", mounts=mounts), home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "hearts: no folder to unpack into; set XDG_CACHE_HOME to one that you can write to.\n"
    )


def test_a_full_disk_leads_to_another_and_leaves_nothing(host: BareHost, home: Path) -> None:
    mounts = f'mount -t tmpfs -o size=1m,mode=1777 none "$root{home}"'
    cache = Path(f"{home}-large")
    host.at(cache).mkdir()
    os.chown(host.at(cache), SOMEBODY, SOMEBODY)
    done = version(host.command("/hearts.pyz", mounts=mounts), home, XDG_RUNTIME_DIR=str(cache))
    assert done.stdout == f"hearts, version {__version__}\n", done.stderr
    assert len(trees(host.at(cache) / "hearts-tui")) == 1


def test_a_kiosk_starts_anew_from_the_same_file(host: BareHost, home: Path) -> None:
    environ = environ_on_host(home, PYTHONINSPECT="1", TEXTUAL_PRESS="q")
    with Terminal(host.command("/hearts.pyz", "--kiosk", "--guest"), environ) as terminal:
        terminal.wait_until_drawn()
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert ">>>" not in terminal.text


def test_a_debian_package_brings_the_command_and_its_man_pages(
    host: BareHost, home: Path, tmp_path: Path
) -> None:
    package = tmp_path / "hearts.deb"
    build(package, "build_deb.py")
    subprocess.run(["dpkg-deb", "-x", str(package), str(host.root)], check=True, timeout=PATIENCE)
    done = version(host.command("/usr/bin/hearts"), home)
    assert done.stdout == f"hearts, version {__version__}\n", done.stderr
    assert host.at(Path("/usr/share/man/man1/hearts.1.gz")).exists()
    for shell, place in COMPLETIONS.items():
        printed = subprocess.run(
            [HEARTS, "completion", shell], capture_output=True, check=True, timeout=PATIENCE
        )
        assert host.at(Path(place)).read_bytes() == printed.stdout
    asked = ["dpkg-deb", "-f", str(package), "Version", "Depends"]
    fields = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert fields.stdout == f"Version: {__version__}\nDepends: python3 (>= 3.11)\n"


def test_old_trees_go_unless_they_are_in_use(archive: Path, tmp_path: Path) -> None:
    cache = tmp_path / "hearts-tui"
    old, used, half = cache / "old", cache / "used", cache / ".new-x"
    for folder in (old, used, half):
        folder.mkdir(parents=True)
    descriptor = os.open(used, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    done = version([sys.executable, str(archive)], tmp_path, XDG_CACHE_HOME=str(tmp_path))
    os.close(descriptor)
    assert done.returncode == 0, done.stderr
    assert used.exists()
    assert not old.exists()
    assert not half.exists()


def test_starts_at_once_unpack_it_once(archive: Path, tmp_path: Path) -> None:
    environ = environ_on_host(tmp_path, XDG_CACHE_HOME=str(tmp_path))
    command = [sys.executable, str(archive), "--version"]
    started = [subprocess.Popen(command, env=environ, stdout=subprocess.PIPE) for _ in range(4)]
    assert {each.communicate(timeout=PATIENCE)[0] for each in started} == {
        f"hearts, version {__version__}\n".encode()
    }
    assert len(trees(tmp_path / "hearts-tui")) == 1


def with_oldest(minor: int, folder: Path) -> list[str]:
    """Return the command that runs the archive's first file, made for a Python not here yet."""
    text = (TOOLS / "pyz" / "__main__.py").read_text()
    changed, count = re.subn(r"OLDEST, NEWEST = 11, 30", f"OLDEST, NEWEST = {minor}, 99", text)
    assert count == 1
    first = folder / "__main__.py"
    first.write_text(changed)
    return [sys.executable, str(first), "--version"]


def test_an_older_python_says_what_is_needed(tmp_path: Path) -> None:
    done = subprocess.run(
        with_oldest(98, tmp_path), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode == 2
    assert done.stderr == f"hearts: Python 3.98 or newer is needed; this is {here}.\n"


def test_an_older_python_makes_way_for_a_newer_one(tmp_path: Path) -> None:
    newer = tmp_path / "python3.99"
    newer.write_text('#!/bin/sh\necho "$@"\n')
    newer.chmod(0o755)
    command = with_oldest(98, tmp_path)
    done = subprocess.run(
        command,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert done.stdout.split() == command[1:]


def test_any_python_can_read_the_first_file() -> None:
    source = (TOOLS / "pyz" / "__main__.py").read_text()
    ast.parse(source, feature_version=(3, 4))
