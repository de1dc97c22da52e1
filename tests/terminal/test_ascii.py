"""Whatever is drawn arrives in ASCII where nothing else does, and every cell stays a cell."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.digits import DIGITS3X3, DIGITS3X3_BOLD

from hearts_tui.terminal.ascii import to_ascii
from hearts_tui.terminal.ascii_filter import AsciiFilter
from hearts_tui.terminal.monochrome import MonochromeFilter
from tests.terminal.test_widths import STRINGS

BLACK = Color(0, 0, 0)


@pytest.mark.parametrize(
    ("text", "ascii_"),
    [
        ("✓ confirmed · ≠ disputed", "v confirmed . ! disputed"),
        ("● ○ ★ ◆ ◇ ▾ …", "@ o * # + v ."),
        ("━━──│┃", "==--||"),
        ("╭─╮├┤╰─╯┏┓╺", "+-+++" + "+-+++" + "="),
        ("░▒▓█", ":%##"),
        ("Beyoncé, Zoë, Łódź, Straße", "Beyonce, Zoe, Lodz, Strase"),
        ("\u201cso\u201d \u2013 \u2018so\u2019", "\"so\" - 'so'"),
        ("\uff57\uff49\uff44\uff45", "w i d e "),
        ("漢字", "????"),
        ("plain", "plain"),
    ],
)
def test_stand_ins(text: str, ascii_: str) -> None:
    assert to_ascii(text) == ascii_


@given(st.characters(exclude_categories=("Cc", "Cs")))
def test_every_character_becomes_as_many_as_it_has_cells(character: str) -> None:
    plain = to_ascii(character)
    assert plain.isascii()
    assert plain.isprintable()
    assert len(plain) == cell_len(character)


def test_nothing_that_hearts_itself_draws_becomes_a_question_mark() -> None:
    drawn = {*"".join(STRINGS), *"".join([*DIGITS3X3, *DIGITS3X3_BOLD])} - {*string.printable}
    assert sorted(glyph for glyph in drawn if to_ascii(glyph) == "?") == []


def test_signs_that_stand_side_by_side_stay_apart() -> None:
    for signs in ("✓~≠✗?", "●★ ", "◉○", "◆◇", "◆○ ", "━─", "★✓", "░-"):
        assert len({*to_ascii(signs)}) == len(signs)


def test_the_filter_keeps_styles_and_what_is_ascii() -> None:
    plain, drawn = Segment("News", Style(bold=True)), Segment("·", Style(dim=True))
    first, second = AsciiFilter().apply([plain, drawn], BLACK)
    assert first is plain
    assert second == Segment(".", Style(dim=True))


def test_a_background_becomes_reverse_video_in_the_terminals_own_colours() -> None:
    chosen = Style(color="white", bgcolor="magenta", bold=True)
    default = Style(color="magenta", bgcolor="default")
    segments = [Segment("a", chosen), Segment("b", default), Segment("c")]
    first, second, third = MonochromeFilter().apply(segments, BLACK)
    assert first.style is not None
    assert first.style.reverse
    assert first.style.bold
    assert first.style.color is not None
    assert first.style.color.is_default
    assert second.style == default
    assert third.style is None
