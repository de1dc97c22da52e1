"""The stars that a reader gives."""

from hearts_tui.domain.marks import MOST_STARS

STAR = "★"
_NO_STAR = "☆"


def stars(rating: int) -> str:
    """Return a rating as stars; empty for none."""
    return STAR * rating + _NO_STAR * (MOST_STARS - rating) if rating else ""
