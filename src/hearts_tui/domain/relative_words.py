"""How the user does against the group, in words."""

from collections.abc import Sequence

from hearts_tui.domain.score import mean
from hearts_tui.domain.tally import RelativeScore

RELATIVE_FORMULA = """\
Against your group: your Brier score less the median one of all who voted on the theory, you
included. Below 0 you did better. What came true is what the news says. (Good Judgment Open compares
with the crowd's median like this, day by day, and weighs how long you took part: gjopen.com/faq,
question 4. Here the vote that stood in the end counts, once.)
"""

BELOW_IS_BETTER = "Your score less your group's median: below 0 is better."

_LEVEL = 0.005
"""How small a difference is when it rounds to none."""


def difference_in_all(relative: Sequence[RelativeScore]) -> float:
    """Return how much worse than the group the votes are on average; below 0 they are better."""
    return mean(each.relative for each in relative)


def over_theories(relative: Sequence[RelativeScore]) -> str:
    """Return what stands behind the difference: over how many theories it is, and what it means."""
    theories = "theory" if len(relative) == 1 else "theories"
    return f" over {len(relative):,} {theories}{_in_words(difference_in_all(relative))}"


def _in_words(difference: float) -> str:
    if abs(difference) < _LEVEL:
        return ", neck and neck."
    return ". You see it coming!" if difference < 0 else ". They're ahead, for now."


def signed(difference: float) -> str:
    """Write a difference with its sign; one that rounds to none has none."""
    return f"{difference:+.2f}" if abs(difference) >= _LEVEL else "0.00"


def against_group(theory: str, relative: Sequence[RelativeScore]) -> str:
    """Return what is told beside the user's score on a theory, where the group has one."""
    found = next((each for each in relative if each.theory == theory), None)
    return f"{signed(found.relative)} against the group" if found is not None else ""
