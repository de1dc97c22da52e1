"""The last guard before the terminal: no unsafe character of any text gets through."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from hearts_tui.unsafe_characters import is_safe, is_unsafe

_JOINER = "\u200d"


class ControlFilter(LineFilter):
    """Drops unsafe characters from every line that is about to be sent, and keeps its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without unsafe characters; part of Textual's filter protocol."""
        del background
        if is_safe("".join([segment.text for segment in segments])):
            return segments
        return [
            segment if segment.control else Segment(without_unsafe(segment.text), segment.style)
            for segment in segments
        ]


def without_unsafe(text: str) -> str:
    """Return a text without its unsafe characters, in as many cells as Rich gives it with them.

    The layout was made from that width. Most unsafe characters have none; where one has, or has
    changed that of its neighbors, as a joiner of pictures does, blanks are put in or pictures cut.
    """
    if is_safe(text):
        return text
    clean = "".join(map(_fit, _clusters(text)))
    return set_cell_size(clean, cell_len(text))


def _clusters(text: str) -> list[str]:
    """Split a text before each character that has a width, unless it is unsafe or joined."""
    clusters: list[str] = []
    joins = False
    for char in text:
        if clusters and (joins or is_unsafe(char) or not cell_len(char)):
            clusters[-1] += char
        else:
            clusters.append(char)
        joins = char == _JOINER
    return clusters


def _fit(cluster: str) -> str:
    if is_safe(cluster):
        return cluster
    clean = "".join(char for char in cluster if not is_unsafe(char))
    return set_cell_size(clean, cell_len(cluster))
