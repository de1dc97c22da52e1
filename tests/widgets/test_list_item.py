"""An entry of a list."""

from rich.style import Style as RichStyle
from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from hearts_tui.widgets.list_item import Entry

GREY = "#808080"


def _style(style: str | Style) -> Style:
    if isinstance(style, Style):
        return style
    return Style.parse(GREY if style == "$text-muted" else style)


OPTIONS = RenderOptions(_style, {})


def lines(entry: Entry, width: int, style: Style | None = None) -> list[str]:
    strips = entry.render_strips(width, None, style or Style(), OPTIONS)
    assert entry.get_height({}, width) == len(strips)
    assert {strip.cell_length for strip in strips} == {width}
    return [strip.text for strip in strips]


def test_a_short_detail_stands_behind_the_title_of_a_compact_entry() -> None:
    entry = Entry("○", "Europe or home?", detail="fame", compact=True)
    assert lines(entry, 25) == ["○ Europe or home?    fame"]
    assert lines(entry, 20) == ["○ Europe or home?   ", "                fame"]
    assert lines(entry, 14) == ["○ Europe or   ", "  home?   fame"]


def test_without_being_compact_the_detail_has_a_line_of_its_own() -> None:
    entry = Entry("○", "Europe or home?", detail="fame")
    assert lines(entry, 25) == ["○ Europe or home?        ", "  fame                   "]


def test_a_note_and_a_detail_never_share_a_line() -> None:
    entry = Entry("", "Home", note="3:02", detail="fame", compact=True)
    assert lines(entry, 20) == ["Home            3:02", "                fame"]


def test_colors_are_left_out_under_the_cursor() -> None:
    note = Content.styled("right", "red")
    entry = Entry(Content.styled("◉", "red"), "Yes", note=note)
    plain = entry.render_strips(20, None, Style(), OPTIONS)
    under = entry.render_strips(20, None, Style(bold=True), OPTIONS)
    assert plain[0].text == under[0].text == "◉ Yes          right"
    red = Style.parse("red").rich_style.color
    assert sum(_color(segment.style) == red for segment in plain[0]) == 2
    assert not any(_color(segment.style) == red for segment in under[0])


def _color(style: RichStyle | None) -> object:
    return style.color if style else None
