"""What a save promises, held while everything goes wrong: kills, stops, full and broken disks."""

import random
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hearts_tui.store.atomic import remove_stale_files

CASTING = Path(__file__).with_name("casting.py")
PATIENCE = 60.0


@contextmanager
def casting(
    folder: Path, name: str, count: int, *, paused: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """Run a process that casts votes."""
    argv = [sys.executable, str(CASTING), str(folder), name, str(count), "yes" if paused else "no"]
    process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def votes(folder: Path) -> set[str]:
    return set(tomllib.loads((folder / "ballot.toml").read_text()).get("votes", {}))


def kill_once(folder: Path, delay: float) -> None:
    """Kill a casting process after its first vote and a delay; check what it reported."""
    with casting(folder, "k", 100_000) as process:
        assert process.stdout is not None
        reported = [process.stdout.readline()]
        time.sleep(delay)
        process.kill()
        reported += process.stdout.readlines()
    told = {f"k-{int(line)}" for line in reported if line.endswith("\n")}
    assert told
    assert told <= votes(folder)


MANY = 250
"""Kills of one test; there are several, for as many workers."""


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("kills", "seed"),
    [(10, 50), *(pytest.param(MANY, seed, marks=pytest.mark.slow) for seed in range(4))],
)
def test_no_reported_vote_is_lost_to_a_kill(tmp_path: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    for run in range(kills):
        folder = tmp_path / str(run)
        folder.mkdir()
        kill_once(folder, chance.random() * 0.05)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("each", [25, pytest.param(100, marks=pytest.mark.slow)])
def test_eight_sessions_and_a_stopped_one_lose_nothing(tmp_path: Path, each: int) -> None:
    sessions = 8
    with_all = [casting(tmp_path, f"s{n}", each) for n in range(sessions)]
    processes = [context.__enter__() for context in with_all]
    try:
        assert processes[0].stdout is not None
        processes[0].stdout.readline()
        processes[0].send_signal(signal.SIGSTOP)
        time.sleep(2.5)
        processes[0].send_signal(signal.SIGCONT)
        for process in processes:
            process.communicate(timeout=sessions * PATIENCE)
            assert process.returncode == 0
    finally:
        for context in with_all:
            context.__exit__(None, None, None)
    assert votes(tmp_path) == {f"s{n}-{v}" for n in range(sessions) for v in range(each)}


def test_a_stopped_holder_of_the_lock_is_told_of(tmp_path: Path) -> None:
    from filelock import FileLock

    (tmp_path / "ballot.toml").write_text("")
    with (
        FileLock(tmp_path / ".ballot.toml.lock"),
        casting(tmp_path, "w", 1, paused=True) as process,
    ):
        wait_until_ready(process)
        began = time.monotonic()
        line = save(process)
        waited = time.monotonic() - began
    assert line == "told: ballot.toml was not saved: another hearts holds it. Please try again.\n"
    assert waited < PATIENCE / 2


def wait_until_ready(process: subprocess.Popen[str]) -> None:
    """Wait until a paused process is about to save."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def save(process: subprocess.Popen[str]) -> str:
    """Let a paused process that is ready do one save, and return what it told."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return process.stdout.readline()


def traced_save(process: subprocess.Popen[str], log: Path, *options: str) -> str:
    """Let a paused process that is ready do one save under strace, and return what it told."""
    strace = subprocess.Popen(
        ["strace", "-o", str(log), *options, "-p", str(process.pid)],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert strace.stderr is not None
        assert "attached" in strace.stderr.readline()
        told = save(process)
        wait_until_ready(process)
    finally:
        strace.terminate()
        strace.communicate()
    return told.strip()


CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")


def calls_of_a_save(log: Path, folder: Path) -> list[tuple[str, int, str]]:
    """List the system calls of a save: name, how many-th of that name, arguments."""
    seen: dict[str, int] = {}
    calls = []
    for line in log.read_text().splitlines():
        match = CALL.match(line)
        if match is None:
            continue
        name, arguments = match.groups()
        if name == "write" and arguments.startswith("1, "):
            break
        seen[name] = seen.get(name, 0) + 1
        calls.append((name, seen[name], arguments))
    assert any(str(folder) in arguments for _, _, arguments in calls)
    return calls


HARMLESS = {"readv", "getpid", "ioctl", "lseek", "mkdir"}
HARMLESS |= {"brk", "mmap", "munmap", "futex", "getrandom"}


def test_every_system_call_of_a_save_may_fail(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    file, log = folder / "ballot.toml", tmp_path / "log"
    revision = 0
    file.write_bytes(b"# mine\n")
    with casting(folder, "f", 1_000, paused=True) as process:
        wait_until_ready(process)
        # The first save imports what it needs.
        for _ in range(2):
            assert traced_save(process, log) == "saved"
        calls = calls_of_a_save(log, folder)
        failures = []
        for name, nth, arguments in calls:
            if name in HARMLESS:
                continue
            for error in ("ENOSPC", "EIO"):
                # As if other sessions had withdrawn the vote; at the old revision it was lost.
                revision += 10
                old = b'revision = %d\n[votes.t01]\noption = "a"\n' % revision
                file.write_bytes(old)
                told = traced_save(process, log, "-e", f"inject={name}:error={error}:when={nth}")
                new = file.read_bytes()
                kept = told.startswith("told: ballot.toml was not saved (") and new == old
                saved = told == "saved" and b"votes.f-" in new and tomllib.loads(new.decode())
                if not kept and not saved:
                    failures.append((name, nth, arguments[:60], error, told, new))
    assert failures == []


def test_a_save_is_on_the_disk_before_it_takes_the_name(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "ballot.toml").write_text("")
    log = tmp_path / "log"
    with casting(folder, "o", 2, paused=True) as process:
        wait_until_ready(process)
        assert traced_save(process, log) == "saved"
    order = [
        f"{name.removesuffix('at')} {'folder' if 'O_DIRECTORY' in arguments else 'file'}"
        for name, _, arguments in calls_of_a_save(log, folder)
        # Python itself looks into folders, for modules that it imports.
        if name in ("flock", "fsync", "link", "linkat", "rename")
        or ("O_DIRECTORY" in arguments and str(folder) in arguments)
    ]
    assert order[:6] == [
        "flock file",
        "fsync file",
        "link file",
        "rename file",
        "open folder",
        "fsync file",
    ]
    truncating = [a for name, _, a in calls_of_a_save(log, folder) if "O_TRUNC" in a]
    assert truncating == []


def test_what_a_killed_save_left_is_swept_after_a_day(tmp_path: Path) -> None:
    import os

    names = (".ballot.toml.abc.new", ".ballot.toml.abc.old", ".marks.toml.x.new", "mine.new")
    for name in names:
        (tmp_path / name).write_text("")
    fresh = tmp_path / ".ballot.toml.fresh.new"
    fresh.write_text("")
    for name in names:
        os.utime(tmp_path / name, (0, 0))
    remove_stale_files(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"mine.new", fresh.name}
