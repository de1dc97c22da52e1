"""What is told of a group's votes, in words."""

from hearts_tui.domain.tally import FEWEST_VOTERS, Hidden, OptionTally, Tally

MOST_NOTES = 5
"""Notes of others that stand on the page of a theory, the latest first."""

_NUMBERS = ("No", "One", "Two", "Three")


def why_hidden(told: Tally, *, is_closed: bool) -> str:
    """Return why a tally is hidden, and what opens it; ``is_closed`` tells that nothing does."""
    if is_closed:
        return _why_never(told)
    if told.hidden is Hidden.UNTIL_YOU_VOTE:
        return f"{_have_voted(told.voters)}Vote to see what the others think."
    missing = FEWEST_VOTERS - told.voters
    votes = "vote" if missing == 1 else "votes"
    return f"{_NUMBERS[missing]} more {votes} and the board opens."


def _why_never(told: Tally) -> str:
    if told.hidden is Hidden.UNTIL_YOU_VOTE:
        return "You have no vote here, so what the others think stays theirs."
    return (
        f"It takes {_NUMBERS[FEWEST_VOTERS].lower()} votes to open the board, and these are fewer."
    )


def _have_voted(voters: int) -> str:
    if voters == 0:
        return ""
    return "One of them has voted. " if voters == 1 else f"{voters:,} of them have voted. "


def count_and_confidence(told: OptionTally) -> str:
    """Return how many voted for an option, and how sure they are."""
    if told.confidence is None:
        return "no votes"
    votes = "vote" if told.voters == 1 else "votes"
    return f"{told.voters:,} {votes}, {told.confidence:.0f}% sure"
