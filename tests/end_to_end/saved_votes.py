"""Which votes the theory board shows as saved, and which the ballot's file holds."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.domain.board import all_theories
from hearts_tui.store.ballot import BallotFile

_MARKS = "◉○"
_SAVED = re.compile(r"(?P<option>.+) \d+%(?: right| wrong)?")


def votes_shown_as_saved(lines: Sequence[str], width: int) -> Mapping[str, str]:
    """Return the chosen option by question, from all lines of a screen.

    Only entries count that stand whole in the list, which has ``width`` cells and ends above the
    line of the keys, and whose question is not there twice.
    """
    entries = _entries([line[:width] for line in lines[:-1]])
    parts = [_plain(" ".join(entry)).partition(" you: ") for entry in entries]
    times = Counter(question for question, _, _ in parts)
    found = {question: _SAVED.fullmatch(answer) for question, _, answer in parts}
    return {
        question: answer["option"]
        for question, answer in found.items()
        if answer and times[question] == 1
    }


def votes_in(folder: Path) -> Mapping[str, str]:
    """Return the chosen option, or "" for none, of each question that is asked once in a folder."""
    ballot = BallotFile(folder).load().value
    board = all_theories(Pack(content_folder()).theories, ballot)
    times = Counter(_plain(theory.title) for theory in board)
    votes = {}
    for theory in board:
        vote = ballot.vote(theory.id)
        option = theory.option(vote.option) if vote else None
        votes[_plain(theory.title)] = _plain(option.text) if option else ""
    return {question: option for question, option in votes.items() if times[question] == 1}


def _plain(text: str) -> str:
    return " ".join(text.split())


def _entries(lines: Sequence[str]) -> Iterator[list[str]]:
    entry: list[str] = []
    for line in lines:
        if line[1:2] in _MARKS and line[2:3] == " ":
            yield entry
            entry = []
        entry.append(line[2:].strip())
    yield entry
