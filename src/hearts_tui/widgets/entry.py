"""An entry of a list: a mark, a title, a note at the right edge and a quiet second line."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_ELLIPSIS = "…"


def fitted(text: str, width: int) -> str:
    """Cut a text to a width in cells, with an ellipsis where something is missing, and pad it."""
    if cell_len(text) <= width:
        return set_cell_size(text, max(0, width))
    return set_cell_size(text, max(0, width - 1)) + _ELLIPSIS[: max(0, width)]


class Entry(Visual):
    """A title of one line or two at the list's width, and a detail under it where there is one."""

    def __init__(
        self, mark: str, title: str, *, note: str = "", detail: str = "", strong: bool = False
    ) -> None:
        self._mark = mark
        self._title = title
        self._note = note
        self._detail = detail
        self._strong = strong

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the entry; part of Textual's Visual protocol."""
        del options
        plain = style.rich_style
        # Under the cursor, which is bold, dim text could not be read on every ground.
        quiet = plain + (RichStyle(bold=False) if plain.bold else RichStyle(dim=True))
        note = f" {self._note}" if self._note else ""
        lead = f"{self._mark} " if self._mark else ""
        indent = " " * cell_len(lead)
        title_width = width - cell_len(lead) - cell_len(note)
        title_style = plain + RichStyle(bold=self._strong or None)
        strips = [
            Strip(
                [
                    Segment(indent if number else lead, plain),
                    Segment(fitted(line, title_width), title_style),
                    Segment("" if number else note, quiet),
                ]
            ).adjust_cell_length(width, plain)
            for number, line in enumerate(self._title_lines(width))
        ]
        if self._detail:
            text = fitted(self._detail, width - len(indent))
            strips.append(Strip([Segment(indent, plain), Segment(text, quiet)]))
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Take what there is; part of Textual's Visual protocol."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the lines at a width; part of Textual's Visual protocol."""
        del rules
        return len(self._title_lines(width)) + bool(self._detail)

    def _title_lines(self, width: int) -> list[str]:
        """Break the title after a word; only where there is a detail may it take two lines."""
        room = width - cell_len(self._mark) - 1
        if not self._detail or self._note or cell_len(self._title) <= room:
            return [self._title]
        first = self._title[: room + 1].rpartition(" ")[0] or self._title[:room]
        return [first, self._title[len(first) :].strip()]
