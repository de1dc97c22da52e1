"""The board: all theories, its parts, and the orders it can stand in."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.closing import why_closed
from hearts_tui.domain.custom_theories import as_theory
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.verdicts import is_settled

Member = TypeVar("Member", bound=StrEnum)


class BoardTab(StrEnum):
    """A part of the board. What is settled or retired is done; what can be voted on is open."""

    ALL = "all"
    OPEN = "open"
    VOTED = "voted"
    DONE = "done"

    def next(self) -> "BoardTab":
        """Return the part that comes after this one, in turn."""
        return _after(self)


class Order(StrEnum):
    """What the board is sorted by."""

    BOARD = "the board's own order"
    LATEST = "your latest change"
    CONFIDENCE = "your confidence"
    TOPIC = "topic"

    def next(self) -> "Order":
        """Return the order that comes after this one, in turn."""
        return _after(self)


def _after(member: Member) -> Member:
    members = list(type(member))
    return members[(members.index(member) + 1) % len(members)]


def all_theories(theories: Iterable[Theory], ballot: Ballot) -> list[Theory]:
    """List the theories of the content, then the user's own."""
    own = [as_theory(theory, entry) for theory, entry in ballot.theories.items()]
    return [*theories, *own]


def is_on_tab(theory: Theory, tab: BoardTab, ballot: Ballot, now: datetime) -> bool:
    """Return whether a theory belongs on a tab of the board at a moment."""
    own, voted = ballot.own(theory.id), ballot.vote(theory.id) is not None
    done = is_settled(theory, ballot) or (own is not None and own.retired)
    return {
        BoardTab.ALL: True,
        BoardTab.OPEN: not voted and why_closed(theory, ballot, now) is None,
        BoardTab.VOTED: voted,
        BoardTab.DONE: done,
    }[tab]


def in_order(theories: Sequence[Theory], order: Order, ballot: Ballot) -> list[Theory]:
    """Sort theories; those that are equal, or were not voted on, keep their order."""

    def place(theory: Theory) -> tuple[int, str]:
        vote = ballot.vote(theory.id)
        return {
            Order.BOARD: (0, ""),
            Order.LATEST: (-vote.revision if vote else 0, ""),
            Order.CONFIDENCE: (-vote.confidence if vote else 0, ""),
            Order.TOPIC: (0, theory.topic),
        }[order]

    return sorted(theories, key=place)
