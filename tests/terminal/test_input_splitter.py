"""What is of use passes, everything else is dropped, whatever pieces it all arrives in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.events import Key

from hearts_tui.terminal.input_items import AltKey, InputItem, Keys, PastedText, Sequence
from hearts_tui.terminal.input_splitter import (
    LONGEST_PASTE,
    LONGEST_SEQUENCE,
    PATIENCE,
    InputSplitter,
)
from hearts_tui.terminal.silence import TYPED_BYTES

ESCAPE_DELAY = 0.1
SOON, LATER = ESCAPE_DELAY / 2, PATIENCE + 0.1

PIECES = [
    *(b"\x1b", b"[", b"]", b"P", b"O", b"M", b"\\", b";", b"1", b"?", b"$", b"~", b"q", b"\r"),
    *(b"\x07", b"\x18", b"\x00", b"\xe9", b"\xc3\xa9", b"\xe6\xbc\xa2", b"\x9b", b"\x7f"),
    *(b"\x1b[A", b"\x1bOA", b"\x1b[[A", b"\x1b[M !!", b"\x1b[<0;5;5M", b"\x1b[3$", b"\x1b[1;5C"),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b]11;x\x1b\\", b"\x1b[48;24;80;0;0t", b"\x1b[?2026;2$y"),
    *(b"x" * LONGEST_PASTE, b"1" * LONGEST_SEQUENCE),
]
JUNK = st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=12).map(b"".join)


def a_splitter(encoding: str = "utf-8") -> InputSplitter:
    return InputSplitter(encoding, ESCAPE_DELAY)


def joined(items: list[InputItem]) -> list[InputItem]:
    """Return items with keys that follow one another in one."""
    found: list[InputItem] = []
    for item in items:
        if isinstance(item, Keys) and found and isinstance(found[-1], Keys):
            found[-1] = Keys(found[-1].text + item.text)
        else:
            found.append(item)
    return found


def read(data: bytes, encoding: str = "utf-8") -> list[InputItem]:
    """Return what a filter makes of bytes that nothing follows."""
    input_splitter = a_splitter(encoding)
    return joined(input_splitter.feed(data, 0.0) + input_splitter.feed(b"", LATER))


@given(JUNK, st.lists(st.integers(0, 200_000), max_size=10), st.sampled_from([0.0, SOON, LATER]))
def test_the_pieces_that_bytes_arrive_in_make_no_difference(
    data: bytes, cuts: list[int], pause: float
) -> None:
    whole, cut = a_splitter(), a_splitter()
    places = sorted({0, len(data), *(place for place in cuts if place < len(data))})
    expected = whole.feed(data, 0.0)
    found = [item for begin, end in pairwise(places) for item in cut.feed(data[begin:end], 0.0)]
    assert joined(found) == joined(expected)
    assert cut.deadline == whole.deadline
    assert joined(cut.feed(b"q", pause)) == joined(whole.feed(b"q", pause))


@given(JUNK)
def test_whatever_came_a_key_acts_after_a_second_of_silence(data: bytes) -> None:
    input_splitter = a_splitter()
    input_splitter.feed(data, 0.0)
    input_splitter.feed(b"", LATER)
    assert input_splitter.feed(b"q", LATER + 0.1) == [Keys("q")]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1b")))
def test_plain_keys_pass_unchanged(text: str) -> None:
    expected = "".join(key for key in text if not "\x80" <= key <= "\x9f")
    assert "".join(item.text for item in read(text.encode())) == expected


NEVER_KEYS = ("\x1b[1;2R", "\x1b[1;5R", "\x1b[1;6R")
"""Textual takes these for the position of the cursor, for which it has not asked."""


@pytest.mark.parametrize(
    "sequence",
    [key for key in ANSI_SEQUENCES_KEYS if key.startswith(("\x1b[", "\x1bO"))],
    ids=ascii,
)
def test_every_key_that_textual_knows_passes(sequence: str) -> None:
    expected: list[InputItem] = [] if sequence in NEVER_KEYS else [Sequence(sequence)]
    assert read(sequence.encode()) == expected
    assert read(sequence.encode() + b"q") == [*expected, Keys("q")]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[106u",
        "\x1b[106;5u",
        "\x1b[233;1;233u",
        "\x1b[57399;1;49u",
        "\x1b[1;5A",
        "\x1b[27;5;9~",
        "\x1b[<0;80;24M",
        "\x1b[<0;80;24m",
        "\x1b[<65;500;200M",
        "\x1b[I",
        "\x1b[O",
        "\x1b[?2026;2$y",
    ],
    ids=ascii,
)
def test_other_keys_and_reports_of_use_pass(sequence: str) -> None:
    assert read(sequence.encode()) == [Sequence(sequence)]


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]52;c;aGVhcnRz\x07",
        b"\x1bP>|xterm(380)\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b^pm\x1b\\",
        b"\x1bXsos\x1b\\",
        b"\x1b[?62;1;6c",
        b"\x1b[>41;380;0c",
        b"\x1b[24;80R",
        b"\x1b[0n",
        b"\x1b[?2048;2$y",
        b"\x1b[48;24;80;480;800t",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[8;24;80t",
        b"\x1b[M !!",
        b"\x1b[M \xff\xff",
        b"\x1b[32;10;10M",
        b"\x1b[<0;-1;5M",
        b"\x1b[<0;99999999999999999999;5M",
        b"\x1b[99999999999u",
        b"\x1b[55296u",
        b"\x1b[97;;55296u",
        b"\x1b[97:65;1u",
        b"\x1b[97;1:3u",
        b"\x1b[1\x1b[2",
        b"\x1b[" + b"1;" * 100 + b"A",
        b"\x1b[" + b"1" * (LONGEST_SEQUENCE + 1),
        b"\x1b[201~",
        b"\x1b[[Z",
        b"\x1b\\",
        b"\xe9\xff",
        "\x85\x9b".encode(),
    ],
)
def test_junk_is_dropped_and_what_stands_beside_it_passes(data: bytes) -> None:
    assert read(b"a" + data) == [Keys("a")]
    assert read(data + b"\x1b[A") == [Sequence("\x1b[A")]


@given(st.from_regex(r"\x1b\[[0-9;:<?]{0,24}[@-~]", fullmatch=True))
def test_what_passes_is_nothing_that_textual_fails_on(sequence: str) -> None:
    items = a_splitter().feed(sequence.encode(), 0.0)
    parser = XTermParser()
    for item in items:
        assert isinstance(item, Sequence)
        list(parser.feed(item.text))
    assert [event.key for event in parser.feed("q") if isinstance(event, Key)] == ["q"]


def test_without_the_protocol_of_kitty_its_keys_are_dropped() -> None:
    input_splitter = InputSplitter(kitty_keys=False)
    assert input_splitter.feed(b"\x1b[106;1;106u\x1b[1;5Aj", 0.0) == [
        Sequence("\x1b[1;5A"),
        Keys("j"),
    ]


def test_an_escape_that_nothing_follows_is_a_key() -> None:
    input_splitter = a_splitter()
    assert input_splitter.feed(b"\x1b", 0.0) == []
    assert input_splitter.deadline == ESCAPE_DELAY
    assert input_splitter.feed(b"", SOON) == []
    assert input_splitter.feed(b"q", ESCAPE_DELAY) == [Keys("\x1b"), Keys("q")]


@pytest.mark.parametrize("key", ["\x1bb", "\x1bq", "\x1b\r", "\x1b[", "\x1bO", "\x1b]", "\x1bP"])
def test_an_escape_and_a_character_is_a_key_with_alt(key: str) -> None:
    input_splitter = a_splitter()
    found = input_splitter.feed(key.encode(), 0.0) + input_splitter.feed(b"", ESCAPE_DELAY)
    assert found == [AltKey(key)]


def test_escapes_in_a_row_are_keys_and_so_is_what_follows() -> None:
    assert read(b"\x1b\x1b\x1bq") == [Keys("\x1b\x1b\x1bq")]
    assert read(b"\x1b\x1b[A") == [Keys("\x1b"), Sequence("\x1b[A")]


def test_a_sequence_may_come_in_pieces_with_pauses() -> None:
    input_splitter = a_splitter()
    for place, byte in enumerate(b"\x1b[1;5"):
        assert input_splitter.feed(bytes([byte]), place * SOON) == []
    assert input_splitter.feed(b"A", 4 * SOON + PATIENCE / 2) == [Sequence("\x1b[1;5A")]


@pytest.mark.parametrize("begin", [b"\x1b[12", b"\x1b[M ", b"\x1b[[", b"\x1b]11;", b"\x1bPx"])
def test_what_is_unfinished_is_given_up_after_a_second(begin: bytes) -> None:
    input_splitter = a_splitter()
    assert input_splitter.feed(begin, 0.0) == []
    assert input_splitter.deadline == PATIENCE
    assert input_splitter.feed(b"q", PATIENCE) == [Keys("q")]


@pytest.mark.parametrize("begin", [b"\x1b[12", b"\x1b]11;"])
def test_where_an_escape_may_take_long_so_may_the_rest_of_a_sequence(begin: bytes) -> None:
    input_splitter = InputSplitter(escape_delay=10)
    assert input_splitter.feed(begin, 0.0) == []
    whole = InputSplitter(escape_delay=10).feed(begin + b"A\x07", 0.0)
    assert input_splitter.feed(b"A\x07", 9.0) == whole


def test_a_sequence_that_is_too_long_does_not_take_the_next_key_with_it() -> None:
    assert read(b"\x1b[" + b"1" * LONGEST_SEQUENCE + b"q") == [Keys("q")]


def test_somebody_typing_gets_out_of_a_string_that_never_ends() -> None:
    input_splitter = a_splitter()
    input_splitter.feed(b"\x1b]" + b"x" * 10_000, 0.0)
    assert input_splitter.feed(b"q", 0.4) == []
    assert input_splitter.feed(b"q", 0.8) == []
    assert input_splitter.feed(b"q", 1.2) == [Keys("q")]


def test_a_string_goes_on_as_long_as_more_comes_than_anybody_types() -> None:
    input_splitter = a_splitter()
    for tenth in range(100):
        assert input_splitter.feed(b"x" * TYPED_BYTES if tenth else b"\x1b]x", tenth / 10) == []


def test_a_pasted_text_passes_without_control_characters() -> None:
    pasted = b"\x1b[200~two\tw\x00or\x1b[2Jds\r\nBeyonc\xc3\xa9\xff\xc2\x9b\x1b[201~q"
    assert read(pasted) == [PastedText("two\twor[2Jds\r\nBeyoncé"), Keys("q")]


def test_a_pasted_text_that_is_too_long_is_cut_and_its_rest_is_no_key() -> None:
    text = b"x" * LONGEST_PASTE
    expected = [PastedText(text.decode()), Keys("q")]
    assert read(b"\x1b[200~" + text + b"\x1b[201~q") == expected
    assert read(b"\x1b[200~" + text + b"more" * 1000 + b"\x1b[201~q") == expected


def test_a_pasted_text_whose_end_is_lost_passes_after_a_second() -> None:
    input_splitter = a_splitter()
    assert input_splitter.feed(b"\x1b[200~some text", 0.0) == []
    assert input_splitter.feed(b"q", PATIENCE) == [PastedText("some text"), Keys("q")]


@pytest.mark.parametrize(
    ("encoding", "data", "text"),
    [
        ("utf-8", b"\xc3\xa9q", "éq"),
        ("utf-8", b"\xe9q", "q"),
        ("utf-8", b"\xe6\xbc\x1b[Aq", "q"),
        ("iso8859-1", b"\xe9q\x9b", "éq"),
        ("iso8859-15", b"\xa4", "€"),
        ("koi8-r", b"\xc4\xc1", "да"),
        ("euc_jp", b"\xb4\xc1", "漢"),
    ],
)
def test_characters_are_read_in_the_encoding_of_the_terminal(
    encoding: str, data: bytes, text: str
) -> None:
    input_splitter = a_splitter(encoding)
    items = [item for byte in data for item in input_splitter.feed(bytes([byte]), 0.0)]
    assert "".join(item.text for item in items if isinstance(item, Keys)) == text
