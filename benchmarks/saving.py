"""How long a vote takes to be durable, how soon its key shows, how fast a large ballot opens."""

import asyncio
import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.compose import build_app
from hearts_tui.domain.address import Section
from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.store.ballot import BallotFile

ENTRIES, MANY = 1_000, 10_000
SAVES, KEYS = 500, 60


def ballot_text(entries: int) -> str:
    """Return a ballot of so many votes, as hearts writes them."""
    return "format = 1\nrevision = 1\n" + "".join(
        f'\n[votes.x{n}]\noption = "a"\nconfidence = 70\nrevision = {n}\n'
        "at = 2026-11-23T12:00:00Z\n"
        for n in range(entries)
    )


def saves(folder: Path) -> list[float]:
    """Return the seconds of each of many saves on a ballot of a thousand entries."""
    (folder / "ballot.toml").write_text(ballot_text(ENTRIES))
    ballot = BallotFile(folder)
    ballot.load()
    seconds = []
    for number in range(SAVES):
        vote = Vote("b", datetime.now(UTC))
        began = time.perf_counter()
        ballot.save(Kind.VOTE, f"x{number}", vote)
        seconds.append(time.perf_counter() - began)
    return seconds


def floor(folder: Path) -> list[float]:
    """Return the seconds that writing, syncing and renaming alone take for the same bytes."""
    data = ballot_text(ENTRIES).encode()
    seconds = []
    for _ in range(SAVES):
        began = time.perf_counter()
        descriptor = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, data)
        os.fsync(descriptor)
        os.close(descriptor)
        (folder / "new").replace(folder / "floor")
        seconds.append(time.perf_counter() - began)
    return seconds


def opening(folder: Path) -> float:
    """Return the median seconds in which a ballot of ten thousand entries is read."""
    (folder / "ballot.toml").write_text(ballot_text(MANY))
    seconds = []
    for _ in range(7):
        began = time.perf_counter()
        BallotFile(folder).load()
        seconds.append(time.perf_counter() - began)
    return median(seconds)


async def keys(folder: Path) -> list[float]:
    """Return the seconds from each voting key to the changed row, on a ballot of a thousand."""
    (folder / "ballot.toml").write_text(ballot_text(ENTRIES))
    environ = {"HEARTS_CONFIG_DIR": str(folder)}
    app = build_app(environ, content_folder(), Section.THEORIES)
    seconds = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        for number in range(KEYS):
            await pilot.press("j" if number % 2 else "k")
            before = app.state.ballot
            began = time.perf_counter()
            app.simulate_key("enter")
            while app.state.ballot is before:
                await asyncio.sleep(0)
            app.screen._on_timer_update()
            seconds.append(time.perf_counter() - began)
            await app.workers.wait_for_complete()
            await pilot.pause()
    app.state.stores.queue.shutdown(wait=True)
    return seconds


def main() -> None:
    """Print the figures with what they may be at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        durable, least = saves(folder), floor(folder)
        late = quantiles(durable, n=100)[98] * 1e3
        print(
            f"a vote among {ENTRIES}: durable in {median(durable) * 1e3:.1f} ms, 99 of 100 in "
            f"{late:.1f} ms (at most 50); the disk alone takes {median(least) * 1e3:.1f} ms"
        )
        shown = asyncio.run(keys(folder))
        print(
            f"a voting key among {ENTRIES}: on screen in {median(shown) * 1e3:.1f} ms, at worst "
            f"{max(shown) * 1e3:.1f} ms (at most 33)"
        )
        print(f"a ballot of {MANY}: opens in {opening(folder):.3f} s (under 0.2)")


if __name__ == "__main__":
    main()
