"""The list of a screen, whose entries have several lines."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from hearts_tui.widgets.item_list import ItemList

_BAR = "▌"


class BarCursorList(ItemList):
    """A catalogue whose cursor is a bar in the padding, along all lines of an entry.

    To change the ground under an entry means to send its letters once more, a bar a few bytes.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry-list--bar"}

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight; part of Textual's line API."""
        strip = super().render_line(y)
        if not self._is_of_current(y + self.scroll_offset.y):
            return strip
        bar = Segment(_BAR, self.get_visual_style("entry-list--bar").rich_style)
        return Strip([bar, *strip.crop(1)])

    def _is_of_current(self, line: int) -> bool:
        row = self.highlighted
        if row is None or row not in self._index_to_line:
            return False
        top = self._index_to_line[row]
        return top <= line < top + self._heights[row]
