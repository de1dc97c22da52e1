"""What a terminal answers when it is asked for its background."""

import pytest

from hearts_tui.terminal.background import AnswerReader, is_light

WHITE = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
DEVICE = b"\x1b[?64;1c"


def test_an_answer_is_read_in_whatever_pieces_it_comes() -> None:
    for cut in range(1, len(WHITE)):
        reader = AnswerReader()
        assert reader.feed(b"jj" + WHITE[:cut]) is None
        assert reader.feed(WHITE[cut:] + b"k") is True
        assert reader.is_over


def test_nothing_counts_after_the_device_has_answered() -> None:
    reader = AnswerReader()
    assert reader.feed(DEVICE) is None
    assert reader.is_over
    assert reader.feed(WHITE) is None
    assert AnswerReader().feed(DEVICE + WHITE) is None
    assert AnswerReader().feed(WHITE + DEVICE) is True


def test_an_answer_after_a_flood_of_anything_is_found() -> None:
    reader = AnswerReader()
    for _ in range(1_000):
        assert reader.feed(b"\x1b]11;rgb:" + b"f" * 500) is None
    assert reader.feed(b"\x1b\\" + WHITE) is True


@pytest.mark.parametrize(
    ("parts", "light"),
    [
        ((b"f", b"f", b"f"), True),
        ((b"fd", b"f6", b"e3"), True),
        ((b"0000", b"2b2b", b"3636"), False),
        ((b"ffff", b"ffff", b"0000"), True),
        ((b"0000", b"0000", b"ffff"), False),
        ((b"000", b"000", b"000"), False),
    ],
    ids=repr,
)
def test_light_is_what_the_eye_calls_light(parts: tuple[bytes, ...], light: bool) -> None:
    assert is_light(*parts) is light
