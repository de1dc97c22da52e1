"""A walk through all screens by keyboard, and what the program sends for each of its keys."""

import select
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearts_tui.domain.address import Section
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal

ENTER, ESCAPE, TAB, PAGE_DOWN = "\r", "\x1b", "\t", "\x1b[6~"

ASLEEP_SECONDS = 0.12
"""How long a program sleeps before its answer counts as complete; longer than its timers wait."""

_POLL_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the walk: the kind that it is counted under, and what is typed."""

    kind: str
    typed: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program sent after a key, or first of all."""

    kind: str
    data: bytes


def section_keys() -> Iterator[Key]:
    """Yield the keys that open the sections."""
    for number, _ in enumerate(Section, 1):
        yield Key("section", str(number))


def full_walk() -> Iterator[Key]:
    """Yield the keys of a walk through all lists, pages, filters and dialogs, with a vote."""
    for section in section_keys():
        yield section
        yield from _in_a_list(steps=8)
        yield from _in_a_page()
        yield from _filtering("lu")
        yield from _dialogs()
    yield from section_keys()
    yield from _voting()


def short_walk() -> Iterator[Key]:
    """Yield the keys of a walk that opens each screen and does each thing once."""
    for section in section_keys():
        yield section
        yield Key("j", "j")
        yield Key("j", "j")
    yield Key("page down", PAGE_DOWN)
    yield from _in_a_page()
    yield from _filtering("l")
    yield from _dialogs()
    yield from _voting()


def _in_a_list(steps: int) -> Iterator[Key]:
    yield from [Key("j", "j")] * steps
    yield from [Key("k", "k")] * (steps // 2)
    yield Key("page down", PAGE_DOWN)


def _in_a_page() -> Iterator[Key]:
    yield Key("Enter", ENTER)
    yield Key("j in a page", "j")
    yield Key("j in a page", "j")
    yield Key("page down in a page", PAGE_DOWN)
    yield Key("Tab", TAB)
    yield Key("Tab", TAB)
    yield from [Key("Esc", ESCAPE)] * 2


def _filtering(text: str) -> Iterator[Key]:
    yield from (Key("filter", letter) for letter in f"/{text}")
    yield from [Key("filter, Esc", ESCAPE)] * 2


def _dialogs() -> Iterator[Key]:
    for kind, letter in (("help", "?"), ("settings", ",")):
        yield Key(kind, letter)
        yield Key(f"{kind}, Esc", ESCAPE)


def _voting() -> Iterator[Key]:
    yield Key("section", str(1 + list(Section).index(Section.THEORIES)))
    yield Key("Enter", ENTER)
    yield Key("j in a page", "j")
    yield Key("vote", ENTER)


class SleepAwareTerminal(Terminal):
    """A terminal that can tell when its program has nothing more to do for now."""

    def read_until_asleep(self) -> bytes:
        """Return what comes until all threads of the program have slept for a while."""
        before = len(self.sent)
        patience = time.monotonic() + PATIENCE
        since = time.monotonic()
        while time.monotonic() - since < ASLEEP_SECONDS:
            assert time.monotonic() < patience, f"the program never rests:\n{self.text}"
            if select.select([self._fd], [], [], _POLL_SECONDS)[0]:
                assert self._pump(), f"the program ended:\n{self.text}"
                since = time.monotonic()
            elif not self._is_asleep():
                since = time.monotonic()
        return bytes(self.sent[before:])

    def _is_asleep(self) -> bool:
        threads = Path(f"/proc/{self.pid}/task").glob("*/stat")
        return all(stat.read_text().rpartition(")")[2].split()[0] == "S" for stat in threads)


def record(
    keys: Iterable[Key], environ: Mapping[str, str], size: tuple[int, int] = (80, 24)
) -> Sequence[Answer]:
    """Run hearts, type keys one after another, and return what it sends for each of them."""
    with SleepAwareTerminal([HEARTS], environ, *size) as terminal:
        terminal.wait_for("quit")
        terminal.read_until_asleep()
        answers = [Answer("first paint", bytes(terminal.sent))]
        for key in keys:
            terminal.press(key.typed)
            answers.append(Answer(key.kind, terminal.read_until_asleep()))
    return answers
