"""Badges: how sure a thing is, as a sign and a word, never as a color alone."""

from textual.content import Content

from hearts_tui.domain.item import Status
from hearts_tui.domain.status_words import status_text

_STYLES = {
    Status.CONFIRMED: "$success",
    Status.RUMOR: "$warning",
    Status.MIXED: "$warning bold",
    Status.DEBUNKED: "$error",
    Status.THEORY: "$secondary",
}


def badge(status: Status) -> Content:
    """Return the badge in its color."""
    return Content.styled(status_text(status), _STYLES[status])
