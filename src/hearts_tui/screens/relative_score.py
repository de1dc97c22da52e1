"""What the page of the score tells of the user's group."""

from collections.abc import Sequence

from textual.content import Content

from hearts_tui.domain.relative_words import (
    BELOW_IS_BETTER,
    difference_in_all,
    over_theories,
    signed,
)
from hearts_tui.domain.tally import RelativeScore
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.links import link

VOTERS = "voters"
"""The address of the page of voters."""


def group_lines(relative: Sequence[RelativeScore]) -> list[Paragraph]:
    """Return how the user does against the group in all, and the way to its voters."""
    told = _overall(relative) if relative else []
    return [GAP, *told, Paragraph(link("See the voters", VOTERS))]


def _overall(relative: Sequence[RelativeScore]) -> list[Paragraph]:
    difference = (signed(difference_in_all(relative)), "bold")
    told = Content.assemble("Against your group: ", difference, over_theories(relative))
    return [Paragraph(told), quiet(BELOW_IS_BETTER)]
