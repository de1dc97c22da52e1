"""A bar of a given width."""

_FULL, _EMPTY = "━", "─"


def bar(fraction: float, width: int) -> str:
    """Draw a share from 0.0 to 1.0, in whole cells, as a text of ``width`` cells."""
    full = round(min(1.0, max(0.0, fraction)) * width)
    return _FULL * full + _EMPTY * (width - full)
