"""Pictures of few pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hearts_tui.domain.storage import Loaded

Pixel = str | None
"""A colour as ``#rrggbb``; None lets the ground through."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as rows of pixels, all of one length, and as lines of plain characters.

    ``title`` says what is to be seen. ``lines`` are empty where there is no such form.
    """

    title: str
    rows: Sequence[Sequence[Pixel]]
    lines: Sequence[str] = ()


FindPicture = Callable[[str], Loaded[Picture | None]]
"""Finds the picture of a name, such as the id of somebody in the cast."""
