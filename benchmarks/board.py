"""How long a vote takes to be durable while several accounts vote on one board, and none is lost.

As root the accounts are different users, as on a host; else they are one user's folders.
"""

import multiprocessing
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path
from queue import Queue
from statistics import median

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.theories import Theory
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.own_slip import OwnSlip, current_slip
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slip_json import write_slip
from probe import PATIENCE, percentile

ACCOUNTS, VOTES = 8, 100

PAUSE = 0.1
"""Seconds between two votes of somebody who is very quick."""

FIRST_UID, GROUP = 54_000, 54_000
"""Numbers that no account of the machine has; a file needs no more of one."""

ARE_USERS = os.geteuid() == 0

Answers = Queue[tuple[list[float], float]]


def vote(number: int, place: Path, pause: float, start: Barrier, out: Answers) -> None:
    """Vote as one account, and tell how long that took."""
    theories = list(Pack(content_folder()).theories)
    if ARE_USERS:
        os.setgroups([])
        os.setgid(GROUP)
        os.setuid(FIRST_UID + number)
    out.put(cast(place, number, theories, VOTES, pause, start))


def cast(
    place: Path,
    number: int,
    theories: list[Theory],
    votes: int,
    pause: float = 0,
    start: Barrier | None = None,
) -> tuple[list[float], float]:
    """Cast some votes; return the seconds of each, and those until all are on the board."""
    folder = place / f"account-{number}"
    queue = ThreadPoolExecutor(max_workers=1)
    slip = OwnSlip(folder, lambda: theories, SlipFile(place / "board", voter(number)), queue)
    ballot = BallotFile(folder, saved=slip.renew)
    ballot.load()
    if start is not None:
        start.wait(PATIENCE)
    seconds = []
    for count in range(votes):
        time.sleep(pause)
        theory = theories[count % len(theories)]
        option = theory.options[(count + number) % len(theory.options)].id
        began = time.perf_counter()
        ballot.save(Kind.VOTE, theory.id, Vote(option, datetime.now(UTC)))
        seconds.append(time.perf_counter() - began)
    began = time.perf_counter()
    queue.shutdown(wait=True)
    return seconds, time.perf_counter() - began


def voter(number: int) -> str:
    """Return the id of an account; where all are one user, as if each had a key."""
    return str(FIRST_UID + number) if ARE_USERS else f"{number:064x}"


def lost(place: Path, theories: list[Theory]) -> int:
    """Return how many of the votes that were saved are missing, in ballots or on the board."""
    missing = 0
    for number in range(ACCOUNTS):
        folder = place / f"account-{number}"
        missing += VOTES - BallotFile(folder).load().value.revision
        slip = (place / "board" / f"{voter(number)}.json").read_bytes()
        missing += slip != write_slip(current_slip(folder, theories))[0]
    return missing


def prepare(place: Path, accounts: int) -> None:
    """Make the folders of some accounts, and of their board."""
    place.chmod(0o755)
    board = place / "board"
    board.mkdir()
    for number in range(accounts):
        folder = place / f"account-{number}"
        folder.mkdir()
        if ARE_USERS:
            os.chown(folder, FIRST_UID + number, GROUP)
    if ARE_USERS:
        os.chown(board, 0, GROUP)
    board.chmod(0o3770 if ARE_USERS else 0o700)


def measure(pause: float, how: str) -> None:
    """Let all accounts vote, with so many seconds between two votes, and print the figures."""
    theories = list(Pack(content_folder()).theories)
    context = multiprocessing.get_context("fork")
    start, out = context.Barrier(ACCOUNTS), context.Queue()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        prepare(place, ACCOUNTS)
        voters = [
            context.Process(target=vote, args=(number, place, pause, start, out))
            for number in range(ACCOUNTS)
        ]
        for process in voters:
            process.start()
        answers = [out.get(timeout=10 * PATIENCE) for _ in voters]
        for process in voters:
            process.join()
        missing = lost(place, theories)
    times = [1e3 * each for seconds, _ in answers for each in seconds]
    waits = [wait for _, wait in answers]
    print(
        f"{ACCOUNTS} accounts x {VOTES} votes, {how}: {missing} lost, durable in "
        f"{median(times):.1f} ms, 99 of 100 in {percentile(times, 99):.1f} ms (at most 60); "
        f"the last is on the board {max(waits) * 1e3:.0f} ms later"
    )


def main() -> None:
    """Print the figures with what they may be at most."""
    # An account can't import what only root may read, so all is imported before.
    with tempfile.TemporaryDirectory() as warm:
        prepare(Path(warm), 1)
        cast(Path(warm), 0, list(Pack(content_folder()).theories), 1)
    measure(PAUSE, f"each {1 / PAUSE:g} a second")
    measure(0, "as fast as they can")


if __name__ == "__main__":
    main()
