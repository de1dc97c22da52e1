"""How a status is told: a sign, a word and what it means, never a color alone."""

from hearts_tui.domain.item import Status

SIGNS = {
    Status.CONFIRMED: "✓",
    Status.RUMOR: "~",
    Status.MIXED: "≠",
    Status.DEBUNKED: "✗",
    Status.THEORY: "?",
}

MEANINGS = {
    Status.CONFIRMED: "anybody can look it up",
    Status.RUMOR: "somebody says so, nobody backs it up",
    Status.MIXED: "two sources differ",
    Status.DEBUNKED: "the facts say otherwise",
    Status.THEORY: "a guess or a wish; have fun with it",
}


def sign(status: Status) -> str:
    """Return the sign alone, for places without room for the word."""
    return SIGNS[status]


def status_text(status: Status) -> str:
    """Return the sign and the word."""
    return f"{SIGNS[status]} {status}"
