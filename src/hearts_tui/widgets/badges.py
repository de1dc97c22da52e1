"""Badges: how sure a thing is, as a sign and a word, never as a colour alone."""

from textual.content import Content

from hearts_tui.domain.item import Status

_SIGNS = {
    Status.CONFIRMED: "✓",
    Status.RUMOR: "~",
    Status.MIXED: "≠",
    Status.DEBUNKED: "✗",
    Status.THEORY: "?",
}

_STYLES = {
    Status.CONFIRMED: "$success",
    Status.RUMOR: "$warning",
    Status.MIXED: "$warning bold",
    Status.DEBUNKED: "$error",
    Status.THEORY: "$secondary",
}

MEANINGS = {
    Status.CONFIRMED: "anybody can look it up",
    Status.RUMOR: "somebody says so, nobody backs it up",
    Status.MIXED: "two sources differ",
    Status.DEBUNKED: "the facts say otherwise",
    Status.THEORY: "a guess or a wish; have fun with it",
}


def sign(status: Status) -> str:
    """Return the badge's sign alone, for places without room for the word."""
    return _SIGNS[status]


def badge_text(status: Status) -> str:
    """Return the badge without colour."""
    return f"{_SIGNS[status]} {status}"


def badge(status: Status) -> Content:
    """Return the badge in its colour."""
    return Content.styled(badge_text(status), _STYLES[status])
