"""What the page of the score tells of the user's group."""

from collections.abc import Sequence

from textual.content import Content

from hearts_tui.domain.score import mean
from hearts_tui.domain.tally import RelativeScore
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.links import link

VOTERS = "voters"
"""The address of the page of voters."""

RELATIVE_FORMULA = """\
Against your group: your Brier score less the median one of all who voted on the theory, you
included. Below 0 you did better. What came true is what the news says. (It's the relative Brier
score of Good Judgment Open.)
"""

_LEVEL = 0.005
"""How small a difference is when it rounds to none."""


def group_lines(relative: Sequence[RelativeScore]) -> list[Paragraph]:
    """Return how the user does against the group in all, and the way to its voters."""
    told = _overall(relative) if relative else []
    return [GAP, *told, Paragraph(link("See the voters", VOTERS))]


def _overall(relative: Sequence[RelativeScore]) -> list[Paragraph]:
    difference = mean(each.relative for each in relative)
    theories = "theory" if len(relative) == 1 else "theories"
    return [
        Paragraph(
            Content.assemble(
                "Against your group: ",
                (signed(difference), "bold"),
                f" over {len(relative):,} {theories}{_in_words(difference)}",
            )
        ),
        quiet("Your score less your group's median: below 0 is better."),
    ]


def _in_words(difference: float) -> str:
    if abs(difference) < _LEVEL:
        return ", neck and neck."
    return ". You see it coming!" if difference < 0 else ". They're ahead, for now."


def signed(difference: float) -> str:
    """Write a difference with its sign; one that rounds to none has none."""
    return f"{difference:+.2f}" if abs(difference) >= _LEVEL else "0.00"


def beside(theory: str, relative: Sequence[RelativeScore]) -> str:
    """Return what stands beside the user's score on a theory, where the group has one."""
    found = next((each for each in relative if each.theory == theory), None)
    return f" · {signed(found.relative)} against the group" if found is not None else ""
