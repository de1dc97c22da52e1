"""An entry of a list: a mark, a title, a note at the right edge and a quiet detail below."""

import re

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_FIRST_COLUMN = re.compile(r"\S.*? {2,}")
_ELLIPSIS = "…"
_BETWEEN = 2
"""Cells between a title and a detail behind it, at least."""


def fitted(text: str, width: int) -> str:
    """Cut a text to a width in cells, with an ellipsis where something is missing, and pad it."""
    if cell_len(text) <= width:
        return set_cell_size(text, max(0, width))
    return set_cell_size(text, max(0, width - 1)) + _ELLIPSIS[: max(0, width)]


Text = str | Content


class Entry(Visual):
    """A title and, under it, a detail where there is one; each in as many lines as it takes.

    Mark, note and detail may have colors of their own. The detail of a ``compact`` entry stands at
    the right edge, behind the title where the title's last line has the room.
    """

    def __init__(
        self,
        mark: Text,
        title: str,
        *,
        note: Text = "",
        detail: Text = "",
        strong: bool = False,
        compact: bool = False,
    ) -> None:
        self._mark = mark
        self._title = title
        self._note = note
        self._detail = detail
        self._strong = strong
        self._compact = compact

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the entry; part of Textual's Visual protocol."""
        plain, quiet = style.rich_style, _quiet(style, options)
        title_style = plain + RichStyle(bold=self._strong or None)
        room = self._room(width)
        blank = [Segment(" " * (width - room), plain)]
        mark = [*_drawn(self._mark, style, style, options), Segment(" ", plain)]
        titles = self._title_lines(width)
        strips = []
        for number, line in enumerate(titles):
            beside = self._beside(number, len(titles), width)
            taken = cell_len(_plain(beside)) + 1 if beside else 0
            title = Segment(fitted(line, room - taken), title_style)
            gap = [Segment(" ", plain)] if beside else []
            lead = mark if self._mark and not number else blank
            drawn = [*lead, title, *gap, *_drawn(beside, style, quiet, options)]
            strips.append(Strip(drawn).adjust_cell_length(width, plain))
        for detail in self._detail_lines(width):
            aside = self._compact and isinstance(detail, str)
            left = " " * (room - cell_len(_plain(detail))) if aside else ""
            drawn = [*blank, Segment(left, plain), *_drawn(detail, style, quiet, options)]
            strips.append(Strip(drawn).adjust_cell_length(width, quiet.rich_style))
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
        note = cell_len(_plain(self._note)) + 1 if self._note else 0
        return [_plain(line) for line in _broken(self._title, self._room(width) - note)]

    def _detail_lines(self, width: int) -> list[Text]:
        if not self._detail or self._is_beside(width):
            return []
        return _broken(self._detail, self._room(width))

    def _beside(self, line: int, lines: int, width: int) -> Text:
        """Return what stands at the right edge of a line of the title."""
        if line == 0 and self._note:
            return self._note
        return self._detail if line == lines - 1 and self._is_beside(width) else ""

    def _is_beside(self, width: int) -> bool:
        """Return whether the detail stands behind the last line of the title."""
        if not self._compact or not self._detail:
            return False
        titles = self._title_lines(width)
        free = self._room(width) - cell_len(titles[-1]) - _BETWEEN
        return cell_len(_plain(self._detail)) <= free and not (self._note and len(titles) == 1)

    def _room(self, width: int) -> int:
        return width - (cell_len(_plain(self._mark)) + 1 if self._mark else 0)


def in_columns(text: str) -> Entry:
    """Return an entry whose second column, where it has one, keeps to itself when it wraps.

    Two blanks or more stand between the columns.
    """
    first = _FIRST_COLUMN.match(text)
    if first is None:
        return Entry("", text)
    # An entry has a blank of its own behind its mark.
    return Entry(first[0][:-1], text[first.end() :])


def _quiet(style: Style, options: RenderOptions) -> Style:
    """Return a style of less weight: the one grey of the app, which 16 colors have not."""
    # Under the cursor, which is bold, quiet text could not be read on every ground.
    if style.rich_style.bold:
        return style + Style(bold=False)
    muted = options.get_style("$text-muted")
    has_grey = muted.foreground is not None and muted.foreground.ansi is None
    return style + (muted if has_grey else Style(dim=True))


def _plain(text: Text) -> str:
    return text if isinstance(text, str) else text.plain


def _drawn(text: Text, style: Style, quiet: Style, options: RenderOptions) -> list[Segment]:
    """Draw a text of one line: quietly, or in its own colors where they can be read."""
    # Under the cursor, which is bold, the ground may have any color.
    if isinstance(text, str) or style.rich_style.bold:
        return [Segment(_plain(text), quiet.rich_style)] if text else []
    return list(text.render_strips(max(1, text.cell_length), 1, style, options)[0])


def _broken(text: Text, room: int) -> list[Text]:
    """Return a text in as many lines as it takes."""
    if cell_len(_plain(text)) <= room:
        return [text]
    if isinstance(text, Content):
        return list(text.wrap(max(1, room)))
    return [line.plain for line in Content(text).wrap(max(1, room))]
