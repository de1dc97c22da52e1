"""How long a shared board takes to read, count and look at again, with ten thousand voters."""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.domain.ballot import Ballot, Vote
from hearts_tui.domain.group import Group
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.slips_read import SlipsRead
from hearts_tui.domain.tally import tally
from hearts_tui.domain.theories import Theory
from hearts_tui.store.slip_json import LARGEST_SLIP, write_slip
from hearts_tui.store.slips import SlipFolder

VOTERS, VOTES, JUNK, TIMES = 10_000, 21, 100_000, 5
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def slip(number: int, theories: list[Theory]) -> Slip:
    """Return a slip that is not quite like the others."""
    votes = {
        theory.id: SlipVote(
            theory.options[(number + place) % len(theory.options)].id,
            50 + (number * 7 + place) % 50,
            AT,
            place + 1,
        )
        for place, theory in enumerate(theories)
    }
    return Slip(f"voter {number}", votes)


def fill(folder: Path, theories: list[Theory]) -> None:
    """Put the slips of many keys of one account into a folder."""
    for number in range(VOTERS):
        write(folder, number, slip(number, theories))


def write(folder: Path, number: int, what: Slip) -> None:
    """Put a slip into a folder in one step."""
    new = folder / ".new"
    new.write_bytes(write_slip(what)[0])
    new.chmod(0o644)
    new.replace(folder / f"{number:064x}.json")


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def count(read: SlipsRead, theories: list[Theory]) -> None:
    """Count the votes on some theories."""
    others = read.others("me")
    for theory in theories:
        tally(theory, others, SlipVote(theory.options[0].id, 70, AT))


def first(folder: Path, theories: list[Theory], options: dict[str, set[str]]) -> None:
    """Print how long the first tally takes."""
    reads, counts = [], []
    for _ in range(TIMES):
        board = SlipFolder(folder, options)
        reads.append(seconds(board.read))
        read = board.read()
        counts.append(seconds(lambda read=read: count(read, theories)))
    print(
        f"first tally of {VOTERS} slips of {len(theories)} votes: read in {min(reads):.3f} s, "
        f"counted in {min(counts):.3f} s (at most 1 together; the best of {TIMES})"
    )


def changed(folder: Path, theories: list[Theory], options: dict[str, set[str]]) -> None:
    """Print how long it takes to see that one slip has changed, and to count the theory shown."""
    board = SlipFolder(folder, options)
    board.read()
    reads, counts = [], []
    for number in range(TIMES):
        write(folder, number, slip(number + 1, theories))
        reads.append(seconds(board.read))
        read = board.read()
        counts.append(seconds(lambda read=read: count(read, theories[:1])))
    print(
        f"after a change of one: read in {min(reads) * 1e3:.0f} ms, the theory in front counted "
        f"in {min(counts) * 1e3:.0f} ms (at most 50 together; the best of {TIMES})"
    )


def regrouped(folder: Path, theories: list[Theory], options: dict[str, set[str]]) -> None:
    """Print how long the whole group takes once one voter has another vote on one theory."""
    ballot = Ballot({theory.id: Vote(theory.options[0].id, AT) for theory in theories})
    board = SlipFolder(folder, options)
    group, took = Group(), []
    for number in range(TIMES + 1):
        voter, last = slip(number, theories), theories[-1]
        vote = SlipVote(last.options[0].id, 40 + number, AT, VOTES + 1)
        write(folder, number, Slip(voter.name, {**voter.votes, last.id: vote}))
        read = board.read()

        def regroup(read: SlipsRead = read, before: Group = group) -> Group:
            after = Group(read.slips)
            after.take_over(before)
            for theory in theories:
                after.tally(theory, ballot)
            return after

        took.append(seconds(regroup))
        group = regroup()
    print(
        f"then all {len(theories)} theories of the group: {min(took) * 1e3:.0f} ms, with nothing "
        f"counted before {took[0] * 1e3:.0f} ms (the best of {TIMES})"
    )


def hostile(folder: Path, options: dict[str, set[str]]) -> None:
    """Print how long bad files take: one of each kind, and a hundred thousand of other accounts."""
    (folder / "0.json").mkdir()
    os.mkfifo(folder / "1.json")
    (folder / "2.json").symlink_to("/dev/zero")
    nested = "[" * LARGEST_SLIP
    (folder / f"{1:064x}.json").write_text(nested)
    (folder / f"{2:064x}.json").write_text('{"format": 1e400}')
    (folder / f"{3:064x}.json").touch()
    os.truncate(folder / f"{3:064x}.json", 2 << 30)
    took = seconds(SlipFolder(folder, options).read)
    print(f"six bad files of six kinds: {took * 1e3:.1f} ms (at most 100 each)")
    for number in range(JUNK):
        (folder / f"{1_000 + number}.json").touch()
    board = SlipFolder(folder, options)
    took = seconds(board.read)
    print(f"{JUNK} files under names of others: {took:.2f} s")


def main() -> None:
    """Print the figures with what they may be at most."""
    theories = list(Pack(content_folder()).theories)[:VOTES]
    options = {theory.id: {option.id for option in theory.options} for theory in theories}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, theories)
        first(folder, theories, options)
        changed(folder, theories, options)
        regrouped(folder, theories, options)
    with tempfile.TemporaryDirectory() as name:
        hostile(Path(name), options)


if __name__ == "__main__":
    main()
