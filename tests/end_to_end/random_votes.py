"""Vote, undo and withdraw at random in a real terminal, kill the program, and judge its file."""

import re
import signal
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

QUESTION = "Wedding film or divorce drama?"
OPTIONS = {"wedding": "Wedding film", "divorce": "Divorce drama", "neither": "Neither"}
FIRST, LEAST, MOST, STEP = 70, 34, 99, 5
WIDTH, HEIGHT = 120, 30
MOST_STEPS = 8
LONGEST_DELAY = 0.03
"""In seconds: how long after the last keys the kill may come."""

_CHOSEN = re.compile(r"◉ (?P<option>[^◉\n]+?) +\S+ +(?P<confidence>\d+)% (?P<state>saving|saved)\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """An option and how sure it is, in per cent."""

    option: str
    confidence: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a screen tells about the vote; no answer where it shows none.

    A row that is half drawn, with letters of two options, tells nothing.
    """

    answer: Answer | None
    is_saved: bool = False
    is_half_drawn: bool = False


class Finding(StrEnum):
    """What a kill left, compared with what the screen told."""

    SAME = "the file holds what was shown as saved"
    NEWER = "the file holds a later change that the keys asked for"
    NOTHING_TOLD = "nothing was shown as saved any more, and the file holds what was asked for"
    LOST = "a change that was shown as saved is not in the file"
    STRANGE = "the file or the screen holds what no key asked for"


@dataclass
class Session:
    """What the keys asked for so far: every state of the vote, and what an undo goes back to.

    ``asked[n]`` is the state after ``n`` changes, which the file counts as its revision.
    ``confirmed`` is the latest state that the screen has answered with, ``promised`` the latest
    that it has shown as saved.
    """

    asked: list[Answer | None] = field(default_factory=lambda: [None])
    confirmed: int = 0
    promised: int = 0
    keys: list[str] = field(default_factory=list)
    _undos: list[Answer | None] = field(default_factory=list)

    @property
    def answer(self) -> Answer | None:
        """The latest state that was asked for."""
        return self.asked[-1]

    def step(self, chance: Random) -> str:
        """Choose something to do, note what comes of it, and return its keys."""
        before = self.answer
        while True:
            self.asked, undone, undos = [*self.asked], self.asked, [*self._undos]
            keys = self._random_keys(chance)
            if self.answer != before:
                self.keys.append(keys)
                return keys
            # What changes nothing on the screen gives nothing to wait for.
            self.asked, self._undos = undone, undos

    def _random_keys(self, chance: Random) -> str:
        kind = chance.choice(("vote", "withdraw", "undo", "undo", "sure"))
        if kind == "undo" and self._undos:
            times = chance.randint(1, min(3, len(self._undos)))
            self.asked += [self._undos.pop() for _ in range(times)]
            return "u" * times
        if kind == "withdraw" and self.answer:
            self._change(None)
            return "w"
        if kind == "sure" and self.answer:
            key = chance.choice("+-")
            self._change(_surer(self.answer, key))
            return key
        number, option = chance.choice(list(enumerate(OPTIONS)))
        if self.answer is None or self.answer.option != option:
            self._change(Answer(option, FIRST))
        return f"g{'j' * number}\r"

    def _change(self, answer: Answer | None) -> None:
        if answer != self.answer:
            self._undos.append(self.answer)
            self.asked.append(answer)


def _surer(answer: Answer, key: str) -> Answer:
    position = {MOST: 100, LEAST: LEAST // STEP * STEP}.get(answer.confidence, answer.confidence)
    wanted = position + (STEP if key == "+" else -STEP)
    return Answer(answer.option, max(LEAST, min(MOST, wanted)))


def shown_on(text: str) -> Shown:
    """Read a screen."""
    found = _CHOSEN.search(text)
    if found is None:
        return Shown(None)
    words = found["option"].strip()
    option = next((key for key, name in OPTIONS.items() if name == words), None)
    if option is None:
        return Shown(None, is_half_drawn=True)
    return Shown(Answer(option, int(found["confidence"])), found["state"] == "saved")


def held_by(folder: Path) -> tuple[int, Answer | None]:
    """Read a ballot: its revision and the vote."""
    file = folder / "ballot.toml"
    table = tomllib.loads(file.read_text()) if file.exists() else {}
    vote = table.get("votes", {}).get("t01")
    answer = Answer(vote["option"], vote["confidence"]) if vote else None
    return table.get("revision", 0), answer


def judge(session: Session, shown: Shown, revision: int, held: Answer | None) -> Finding:
    """Compare a file with what the screen showed last and with all that the keys asked for."""
    promised = session.promised
    if shown.is_saved:
        later = range(session.confirmed, len(session.asked))
        told = next((n for n in later if session.asked[n] == shown.answer), None)
        if told is None:
            return Finding.STRANGE
        promised = max(promised, told)
    if revision < promised:
        return Finding.LOST
    if revision >= len(session.asked) or session.asked[revision] != held:
        return Finding.STRANGE
    if not shown.is_saved:
        return Finding.NOTHING_TOLD
    return Finding.SAME if held == shown.answer else Finding.NEWER


@dataclass(frozen=True, slots=True)
class Kill:
    """A kill: what was typed and asked for, what the screen showed last and what the file held."""

    session: Session
    shown: Shown
    revision: int
    held: Answer | None

    @property
    def finding(self) -> Finding:
        """What the kill left."""
        return judge(self.session, self.shown, self.revision, self.held)

    def __str__(self) -> str:
        return (
            f"{self.finding}\n  keys {self.session.keys}\n  asked for {self.session.asked}\n"
            f"  promised {self.session.promised}, confirmed {self.session.confirmed}\n"
            f"  shown {self.shown}\n  held {self.held} at revision {self.revision}"
        )


def kill_at_random(folder: Path, chance: Random) -> Kill:
    """Vote, undo and withdraw on an empty ballot in a folder, and kill hearts at some moment."""
    session = Session()
    command = [HEARTS, "--screen", "theories"]
    with Terminal(command, environ_for(folder), WIDTH, HEIGHT) as terminal:
        terminal.wait_for(QUESTION)
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        for _ in range(chance.randrange(MOST_STEPS)):
            terminal.press(session.step(chance))
            _wait_for_answer(terminal, session, until_saved=chance.random() < 1 / 3)
        terminal.press(session.step(chance))
        terminal.read_for(chance.random() * LONGEST_DELAY)
        terminal.send(signal.SIGKILL)
        terminal.wait_for_exit()
        return Kill(session, shown_on(terminal.text), *held_by(folder))


def _wait_for_answer(terminal: Terminal, session: Session, *, until_saved: bool) -> None:
    """Read until the screen shows what was asked for last, and maybe that it is saved."""

    def has_come(text: str) -> bool:
        shown = shown_on(text)
        is_told = shown.is_saved or shown.answer is None or not until_saved
        return shown.answer == session.answer and is_told and not shown.is_half_drawn

    terminal.wait_until(has_come)
    session.confirmed = len(session.asked) - 1
    if shown_on(terminal.text).is_saved:
        session.promised = session.confirmed
