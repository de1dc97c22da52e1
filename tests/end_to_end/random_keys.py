"""Sessions of hearts, in pseudo-terminals, that are sent random keys and watched."""

import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from random import Random

from tests.end_to_end.key_bursts import ESCAPE, QUIT, KeyBursts, click_at
from tests.end_to_end.saved_votes import votes_in, votes_shown_as_saved
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

SECONDS_TO_ANSWER = 10.0
"""After which a program counts as hung that neither does what a click asks for nor writes."""

LONGEST_BACKLOG = 60.0
"""Seconds for a program that does something to get to the last of the keys it was sent."""

_SIZE = (100, 40)
_SIZES = ((100, 40), (80, 24), (120, 50), (60, 20), (40, 12), (30, 8), (25, 6), (160, 45))
_LIST_WIDTH = 33
_SECONDS_TO_SEE_OTHERS = 1.5
_TABS = (("2", "makers"), ("5", "voted"))
"""Two tabs, each with a word that stands above the list of its screen alone."""


@dataclass(slots=True)
class Findings:
    """What a run has shown. Memory is the resident set in MiB."""

    keys: int = 0
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    quits: int = 0
    votes_checked: int = 0
    votes_lost: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Of each program that lived for two minutes: after the first of them, and at its end."""

    @property
    def faults(self) -> list[str]:
        """Everything that should not have happened."""
        return [*self.crashes, *self.hangs, *self.votes_lost]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to send keys, from which seed, to how many sessions on one folder.

    ``resize_every`` is in seconds; 0 leaves the windows as they are.
    """

    seconds: float
    seed: int
    sessions: int = 1
    resize_every: float = 0
    check_every: float = 10


class Session:
    """One program in its terminal; a new one is started whenever it has ended."""

    def __init__(self, number: int, folder: Path, environ: dict[str, str], log: Path) -> None:
        self._number = number
        self._folder = folder
        self._environ = environ
        self._log = log.open("a", encoding="utf-8")
        self._began = time.monotonic()
        self.findings = Findings()
        self._terminal = self._start()

    def _start(self) -> Terminal:
        self._born, self._first_memory = time.monotonic(), 0.0
        terminal = Terminal([HEARTS], self._environ_now(), *_SIZE)
        terminal.__enter__()
        return terminal

    def _environ_now(self) -> dict[str, str]:
        return environ_for(self._folder / "config", **self._environ)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return self._terminal.screen.display

    @property
    def text(self) -> str:
        """What stands on the screen, in one piece."""
        return self._terminal.text

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._terminal.screen.columns, self._terminal.screen.lines

    def note(self, what: str, value: object) -> None:
        """Write a line that a replay can follow."""
        at = round(time.monotonic() - self._began, 3)
        self._log.write(json.dumps([at, self._number, what, value]) + "\n")
        self._log.flush()

    def press(self, keys: str) -> None:
        """Type; a program that has ended is told of and started again."""
        self.note("keys", keys)
        try:
            self._terminal.press(keys)
        except OSError:
            self._replace()

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.note("size", [columns, rows])
        self._terminal.resize(columns, rows)

    def read_for(self, seconds: float) -> bool:
        """Read what the program writes, and tell whether it wrote anything."""
        before = time.monotonic()
        self._terminal.read_for(seconds)
        has_written = bool(self._terminal.sent)
        self._terminal.sent.clear()
        if time.monotonic() - before < seconds and not self._is_alive():
            self._replace()
        self._measure()
        return has_written

    def _is_alive(self) -> bool:
        pid, status = os.waitpid(self._terminal.pid, os.WNOHANG)
        if pid:
            self._terminal.exit_code = os.waitstatus_to_exitcode(status)
        return not pid

    def _measure(self) -> None:
        if not self._first_memory and time.monotonic() - self._born > 60:
            self._first_memory = self._memory()

    def _memory(self) -> float:
        status = Path(f"/proc/{self._terminal.pid}/statm").read_text()
        return int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def _replace(self) -> None:
        """Tell why the program has ended, and start another."""
        while self._terminal.exit_code is None and self._is_alive():
            self._terminal.read_for(0.05)
        if self._terminal.exit_code:
            crash = next(self._folder.rglob("crash.log"), None)
            told = crash.read_text() if crash else self.text
            self.findings.crashes.append(f"exit code {self._terminal.exit_code}: {told}")
        else:
            self.findings.quits += 1
        self.note("ended", self._terminal.exit_code)
        self._terminal.__exit__(None, None, None)
        self._terminal = self._start()

    def answers(self) -> bool:
        """Return whether a click on a tab brings its screen, for two tabs in turn.

        A program that writes nothing for some seconds, or is not done with what it was sent after a
        minute, does not answer. It is ended and replaced.
        """
        self.resize(*_SIZE)
        for tab, word in _TABS:
            last = time.monotonic() + LONGEST_BACKLOG
            end = min(last, time.monotonic() + SECONDS_TO_ANSWER)
            while word not in self.lines[1]:
                if time.monotonic() > end:
                    self._give_up(word)
                    return False
                self.press(ESCAPE)
                has_written = self.read_for(0.3)
                if tab in self.lines[0]:
                    self.press(click_at(self.lines[0].index(tab) + 1, 1))
                if self.read_for(0.3) or has_written:
                    end = min(last, time.monotonic() + SECONDS_TO_ANSWER)
        return True

    def read_until_saved(self) -> None:
        """Read until nothing is being saved, if that comes."""
        end = time.monotonic() + SECONDS_TO_ANSWER
        while " saving" in self.text and time.monotonic() < end:
            self.read_for(0.1)

    def _give_up(self, word: str) -> None:
        self.findings.hangs.append(f"no {word!r} in time:\n{self.text}")
        self.note("hung", word)
        self._terminal.__exit__(None, None, None)
        self._terminal = self._start()

    def close(self) -> None:
        """Note the memory, and quit."""
        if self._first_memory and time.monotonic() - self._born > 120:
            self.findings.memory.append((self._first_memory, self._memory()))
        self.note("keys", QUIT)
        self._terminal.press(QUIT)
        if self._terminal.wait_for_exit():
            self.findings.crashes.append(f"at its end: {self.text}")
        self._terminal.__exit__(None, None, None)
        self._log.close()


def run(plan: Plan, folder: Path, log: Path, **environ: str) -> Findings:
    """Send random keys as planned, to programs on a user's folder that is made in ``folder``."""
    random = Random(plan.seed)
    sessions = [Session(n, folder, environ, log) for n in range(plan.sessions)]
    bursts = [KeyBursts(random) for _ in sessions]
    findings = Findings()
    for session in sessions:
        session.answers()
    end = time.monotonic() + plan.seconds
    next_check, next_size = (time.monotonic() + x for x in (plan.check_every, plan.resize_every))
    while (now := time.monotonic()) < end:
        number = random.randrange(plan.sessions)
        session = sessions[number]
        if plan.resize_every and now >= next_size:
            session.resize(*random.choice(_SIZES))
            next_size = now + random.uniform(0.2, 2) * plan.resize_every
        burst = bursts[number].next(session.text, *session.size)
        session.press("".join(burst))
        session.findings.keys += sum(len(key) if key.isprintable() else 1 for key in burst)
        for other in sessions:
            other.read_for(random.choice((0, 0.01, 0.03, 0.05, 0.1, 0.3)) / plan.sessions)
        if now >= next_check:
            check(sessions, folder, findings)
            next_check = time.monotonic() + plan.check_every
    check(sessions, folder, findings)
    for session in sessions:
        session.close()
    return together([findings, *(session.findings for session in sessions)])


def replay(keys: Path, folder: Path, log: Path, **environ: str) -> Findings:
    """Send what a log of keys holds, each write at its time, to programs on a new user's folder."""
    writes = [json.loads(line) for line in keys.read_text(encoding="utf-8").splitlines()]
    count = 1 + max(number for _, number, _, _ in writes)
    sessions = [Session(number, folder, environ, log) for number in range(count)]
    began = time.monotonic()
    for at, number, what, value in writes:
        while (left := began + at - time.monotonic()) > 0:
            for session in sessions:
                session.read_for(min(left, 0.02) / count)
        if what == "size":
            sessions[number].resize(*value)
        elif what == "keys" and value != QUIT:
            sessions[number].press(value)
    findings = Findings()
    check(sessions, folder, findings)
    for session in sessions:
        session.close()
    return together([findings, *(session.findings for session in sessions)])


def check(sessions: list[Session], folder: Path, findings: Findings) -> None:
    """See whether all programs answer, and whether what they show as saved is in the file."""
    answers = [session.answers() for session in sessions]
    if not all(answers):
        return
    for session in sessions:
        session.read_for(_SECONDS_TO_SEE_OTHERS)
    for session in sessions:
        session.read_until_saved()
    kept = votes_in(folder / "config")
    for session in sessions:
        shown = votes_shown_as_saved(session.lines, _LIST_WIDTH)
        for question in shown.keys() & kept.keys():
            findings.votes_checked += 1
            if not kept[question].startswith(shown[question]):
                told = f"{question}: {shown[question]} is shown, {kept[question]!r} is kept"
                findings.votes_lost.append(f"{told}\n{session.text}")


def together(all_findings: Sequence[Findings]) -> Findings:
    """Add findings up."""
    return Findings(
        keys=sum(one.keys for one in all_findings),
        crashes=[*chain.from_iterable(one.crashes for one in all_findings)],
        hangs=[*chain.from_iterable(one.hangs for one in all_findings)],
        quits=sum(one.quits for one in all_findings),
        votes_checked=sum(one.votes_checked for one in all_findings),
        votes_lost=[*chain.from_iterable(one.votes_lost for one in all_findings)],
        memory=[*chain.from_iterable(one.memory for one in all_findings)],
    )
