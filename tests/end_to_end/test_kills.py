"""What is shown as saved is in the file, or something later that the keys asked for."""

import signal
import time
from pathlib import Path
from random import Random

import pytest

from tests.end_to_end.random_votes import (
    FIRST,
    HEIGHT,
    QUESTION,
    WIDTH,
    Answer,
    Finding,
    Session,
    Shown,
    held_by,
    judge,
    kill_at_random,
    shown_on,
)
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

WEDDING, SURER = Answer("wedding", FIRST), Answer("wedding", FIRST + 5)


MANY = 50
"""Kills of one test; there are several, for as many workers."""


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "seeds",
    [
        range(4),
        *(pytest.param(range(n, n + MANY), marks=pytest.mark.slow) for n in range(4, 200, MANY)),
    ],
    ids=str,
)
def test_kills_at_random_lose_nothing_that_was_shown_as_saved(tmp_path: Path, seeds: range) -> None:
    kills = [kill_at_random(tmp_path / str(seed), Random(seed)) for seed in seeds]
    bad = [str(kill) for kill in kills if kill.finding in (Finding.LOST, Finding.STRANGE)]
    assert bad == []


def test_an_undo_is_on_the_disk_while_the_screen_still_shows_the_saved_vote(
    config: Path,
) -> None:
    session = Session([None, WEDDING, None], confirmed=1, promised=1)
    with Terminal([HEARTS, "--screen", "theories"], environ_for(config), WIDTH, HEIGHT) as terminal:
        terminal.wait_for(QUESTION)
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        terminal.press("\r")
        terminal.wait_for("70% saved")
        terminal.press("u")
        # Nothing is read from here on, as on a line that is slow.
        end = time.monotonic() + PATIENCE
        while held_by(config) != (2, None):
            assert time.monotonic() < end
        terminal.send(signal.SIGKILL)
        shown = shown_on(terminal.text)
    assert shown == Shown(WEDDING, is_saved=True)
    assert judge(session, shown, *held_by(config)) is Finding.NEWER


@pytest.mark.parametrize(
    ("shown", "revision", "held", "finding"),
    [
        (Shown(SURER, is_saved=True), 2, SURER, Finding.SAME),
        (Shown(SURER, is_saved=True), 3, None, Finding.NEWER),
        (Shown(SURER, is_saved=True), 1, WEDDING, Finding.LOST),
        (Shown(SURER), 1, WEDDING, Finding.NOTHING_TOLD),
        (Shown(None), 0, None, Finding.LOST),
        (Shown(SURER, is_saved=True), 2, WEDDING, Finding.STRANGE),
        (Shown(SURER), 4, None, Finding.STRANGE),
        (Shown(Answer("neither", FIRST), is_saved=True), 2, SURER, Finding.STRANGE),
    ],
)
def test_the_judge_tells_later_from_lost(
    shown: Shown, revision: int, held: Answer | None, finding: Finding
) -> None:
    session = Session([None, WEDDING, SURER, None], confirmed=1, promised=1)
    assert judge(session, shown, revision, held) is finding
