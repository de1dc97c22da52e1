"""Nothing unsafe gets to the terminal, and no cell moves for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from hearts_tui.terminal.control_filter import ControlFilter, without_unsafe
from hearts_tui.unsafe_characters import is_safe

BLACK = Color(0, 0, 0)
UNSAFE = st.sampled_from("\x00\x07\x1b\x9b\xad\u061c\u200b\u200d\u202e\u2066\u2028\ufe0f\ufeff")
WRITTEN = st.sampled_from("ab é漢😀👩❤\u0301")
TEXTS = st.lists(UNSAFE | WRITTEN | st.characters()).map("".join)


@given(TEXTS)
def test_a_line_is_safe_and_as_wide_as_it_was(text: str) -> None:
    shown = without_unsafe(text)
    assert is_safe(shown)
    assert cell_len(shown) == cell_len(text)
    assert without_unsafe(shown) == shown


@given(TEXTS.filter(is_safe))
def test_a_safe_line_stays(text: str) -> None:
    assert without_unsafe(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "ab"),
        ("a\u200bb\ufeff", "ab"),
        ("a\x1b[2Jb", "a[2Jb"),
        ("e\u0301\u200be", "e\u0301e"),
        ("soft\xadhyphen", "soft hyphen"),
        ("\ud800x", " x"),
    ],
)
def test_of_a_text_the_rest_stays(text: str, shown: str) -> None:
    assert without_unsafe(text) == shown


def test_pictures_that_were_joined_do_not_push_the_line_aside() -> None:
    text = "\U0001f469\u200d\U0001f467 and more"
    assert without_unsafe(text).endswith(" and more")
    assert cell_len(without_unsafe(text)) == cell_len(text)


def test_the_filter_keeps_styles_and_the_terminals_own_segments() -> None:
    bold = Style(bold=True)
    segments = [Segment("a\u202eb", bold), Segment("\x1b[2J", None, [(1,)])]  # type: ignore[list-item]
    assert ControlFilter().apply(segments, BLACK) == [Segment("ab", bold), segments[1]]


def test_the_filter_leaves_a_safe_line_alone() -> None:
    segments = [Segment("Zoë"), Segment(" · ✓")]
    assert ControlFilter().apply(segments, BLACK) is segments
