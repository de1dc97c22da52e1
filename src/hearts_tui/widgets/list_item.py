"""An entry of a list: a mark, a title, a note at the right edge and a quiet detail below."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
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
    """A title and, under it, a detail where there is one; each in as many lines as it takes."""

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
        room = width - len(indent)
        strips += [
            Strip([Segment(indent, plain), Segment(fitted(line, room), quiet)])
            for line in self._detail_lines(width)
        ]
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Take what there is; part of Textual's Visual protocol."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the lines at a width; part of Textual's Visual protocol."""
        del rules
        return len(self._title_lines(width)) + len(self._detail_lines(width))

    def _title_lines(self, width: int) -> list[str]:
        note = cell_len(self._note) + 1 if self._note else 0
        return _broken(self._title, self._room(width) - note)

    def _detail_lines(self, width: int) -> list[str]:
        return _broken(self._detail, self._room(width)) if self._detail else []

    def _room(self, width: int) -> int:
        return width - (cell_len(self._mark) + 1 if self._mark else 0)


def _broken(text: str, room: int) -> list[str]:
    """Return a text in as many lines as it takes."""
    if cell_len(text) <= room:
        return [text]
    return [line.plain for line in Content(text).wrap(max(1, room))]
