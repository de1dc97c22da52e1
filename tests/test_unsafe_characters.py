"""What can hide, turn round or shift text is told from what texts are written with."""

import pytest

from hearts_tui.unsafe_characters import is_safe, is_unsafe, printable


@pytest.mark.parametrize(
    "codes",
    [
        range(0x20),
        range(0x7F, 0xA0),
        [0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0],
        range(0x180B, 0x1810),
        range(0x200B, 0x2010),
        range(0x2028, 0x202F),
        range(0x2060, 0x2070),
        range(0xD800, 0xE000),
        [0xE000, 0xF8FF, 0xFFFE, 0x10FFFF],
        range(0xFE00, 0xFE10),
        range(0xFFF9, 0xFFFC),
        range(0xE0000, 0xE0080),
        range(0xE0100, 0xE01F0),
    ],
)
def test_invisible_characters_are_unsafe(codes: list[int]) -> None:
    assert [f"U+{code:04X}" for code in codes if not is_unsafe(chr(code))] == []


@pytest.mark.parametrize("text", ["Zoë", "e\u0301", "a\u00a0b", "漢字", "שלום", "ไทย", "😀", "— …"])
def test_what_texts_are_written_with_is_safe(text: str) -> None:
    assert is_safe(text)
    assert printable(text) == text


def test_a_message_shows_that_something_was_there() -> None:
    assert printable("a\x1b[2Jb\u202ec\udcff\nd") == "a?[2Jb?c?\nd"
