"""When the votes on a theory are closed, and which vote stood then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

from hearts_tui.domain.ballot import Ballot, Verdict, Vote
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.verdicts import is_settled

_LAST_ZONE = timezone(timedelta(hours=-12))
"""The zone in which a day ends last, so that votes close for all at once, and early for nobody."""


class Closed(StrEnum):
    """Why the vote on a theory can't be changed."""

    ARCHIVED = "archived"
    DECIDED = "decided"
    PAST_DATE = "past its date"


def why_closed(theory: Theory, ballot: Ballot, now: datetime) -> Closed | None:
    """Return why the vote on a theory can't be changed; None where it can.

    Who knows the outcome could have any score. A verdict that is taken back opens the vote again,
    if the theory's date allows it.
    """
    own = ballot.own(theory.id)
    if own is not None and own.retired:
        return Closed.ARCHIVED
    if is_settled(theory, ballot):
        return Closed.DECIDED
    return None if is_in_time(theory.closes, now) else Closed.PAST_DATE


def is_in_time(closes: date | None, moment: datetime | None) -> bool:
    """Return whether votes are open at a moment, for a theory whose last day of voting is given.

    The day ends when it has ended everywhere. A moment without a zone is taken for UTC; an unknown
    one is in time only where there is no last day.
    """
    if closes is None:
        return True
    if moment is None:
        return False
    return _zoned(moment).astimezone(_LAST_ZONE).date() <= closes


def standing_vote(theory: Theory, ballot: Ballot) -> Vote | None:
    """Return the vote that counts: the latest from before the theory was closed."""
    vote = ballot.vote(theory.id)
    if vote is None:
        return None
    verdict = ballot.verdict(theory.id)
    return next(
        (
            each
            for each in _latest_first(vote)
            if is_in_time(theory.closes, each.at) and not _follows(each, verdict)
        ),
        None,
    )


def _latest_first(vote: Vote) -> Iterator[Vote]:
    """Yield a vote, and then what it was before."""
    yield vote
    for past in reversed(vote.history):
        yield replace(
            vote,
            option=past.option,
            confidence=past.confidence,
            at=past.at,
            revision=past.revision,
            history=(),
        )


def _follows(vote: Vote, verdict: Verdict | None) -> bool:
    """Return whether a vote was cast in knowledge of a verdict.

    A note that is written later gives a vote a higher revision too, but no other time.
    """
    if verdict is None or vote.revision <= verdict.revision:
        return False
    if vote.at is None or verdict.at is None:
        return True
    return _zoned(vote.at) > _zoned(verdict.at)


def _zoned(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
