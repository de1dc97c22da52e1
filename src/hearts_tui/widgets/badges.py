"""Badges: how sure a claim is, as a sign and a word, never as a colour alone."""

from textual.content import Content

from hearts_tui.domain.item import Status

_SIGNS = {
    Status.CONFIRMED: "✓",
    Status.REPORTED: "~",
    Status.DISPUTED: "≠",
    Status.CONTRADICTED: "✗",
    Status.THEORY: "?",
}

_STYLES = {
    Status.CONFIRMED: "$success",
    Status.REPORTED: "$warning",
    Status.DISPUTED: "$warning bold",
    Status.CONTRADICTED: "$error",
    Status.THEORY: "$secondary",
}

MEANINGS = {
    Status.CONFIRMED: "on public record",
    Status.REPORTED: "one weak source says so",
    Status.DISPUTED: "the sources clash",
    Status.CONTRADICTED: "the record says otherwise",
    Status.THEORY: "a guess or an opinion",
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
