"""What is sent for what a program writes: the least, and always the same screen."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hearts_tui.terminal.diff_driver.parser import Renderer
from tests.terminal.diff_driver.emulator import Emulator, differences

COLUMNS, ROWS = 12, 4
ENTER = "\x1b[?1049h"


def painting(columns: int = COLUMNS, rows: int = ROWS, *, can_erase: bool = False) -> Renderer:
    """Return a painter within the alternate screen, that has sent nothing else yet."""
    painter = Renderer(can_erase=can_erase)
    painter.resize(columns, rows)
    painter.feed(ENTER)
    assert painter.take() == ENTER
    return painter


def sent(painter: Renderer, data: str) -> str:
    """Return what is sent for one more frame."""
    painter.feed(data)
    return painter.take()


def test_a_frame_that_changes_nothing_sends_nothing() -> None:
    painter = painting()
    frame = "\x1b[?2026h\x1b[1;1H\x1b[1;38;5;9mred\x1b[0m 日本\n\x1b[2;1Hmore\x1b[1;1H\x1b[?2026l"
    assert sent(painter, frame) != ""
    assert sent(painter, frame) == ""


@pytest.mark.parametrize(
    ("before", "after", "bytes_sent"),
    [
        ("abcdefghij", "abcdefghiJ", "\x1b[9CJ\x1b[H"),
        ("abcdefghij", "AbcdefghiJ", "A\x1b[8CJ\x1b[H"),
        ("abcdefghij", "AbcDefghij", "AbcD\x1b[H"),
        ("日本x", "ab本x", "ab\x1b[H"),
        ("ab本x", "日本x", "日\x1b[H"),
        ("a b", "a\x1b[1m \x1b[0mb", ""),
        ("a b", "a\x1b[4m \x1b[0mb", "\x1b[C\x1b[4m \x1b[H"),
        ("\x1b[1;31mab", "\x1b[1;32mab", "\x1b[32mab\x1b[H"),
        ("\x1b[1;3;4mab", "ab", "\x1b[mab\x1b[H"),
        ("\x1b[31;41mab", "\x1b[31;42mcb\x1b[41m", "\x1b[42mcb\x1b[H"),
        ("abcdefghijkl", "abcdefghijkL", "\x1b[11CL\x1b[H"),
    ],
)
def test_only_what_differs_is_sent(before: str, after: str, bytes_sent: str) -> None:
    painter = painting()
    sent(painter, f"\x1b[1;1H{before}\x1b[0m\x1b[1;1H")
    assert sent(painter, f"\x1b[1;1H{after}\x1b[0m\x1b[1;1H").replace("\r", "\x1b[H") == bytes_sent


def test_a_window_that_loses_rows_is_painted_without_them() -> None:
    painter = painting(columns=20, rows=6)
    painter.feed("\x1b[6;1Hlow")
    painter.resize(COLUMNS, ROWS)
    assert "up" in sent(painter, "\x1b[1;1Hup")


def test_after_a_reset_everything_is_sent_anew() -> None:
    painter = painting()
    sent(painter, "\x1b[1;1H\x1b[31mred\x1b[0m")
    painter.feed("\x1b[2;1Hhalf a fra")
    painter.reset()
    assert sent(painter, "\x1b[1;1H\x1b[31mred\x1b[0m").endswith("\x1b[0;31mred")


def test_what_is_of_one_style_is_written_together() -> None:
    painter = painting()
    frame = "".join(f"\x1b[{row};1H\x1b[38;5;200mone\x1b[38;5;201mtwo\x1b[0m" for row in (1, 2))
    assert sent(painter, frame).count("m") == 2


def test_a_style_that_holds_is_not_selected_again() -> None:
    painter = painting()
    sent(painter, "\x1b[1;1H\x1b[31mone\x1b[0m\x1b[1;1H")
    assert "m" not in sent(painter, "\x1b[2;1H\x1b[31mtwo\x1b[0m\x1b[1;1H").replace("\x1b[m", "")


def test_the_cursor_is_left_where_the_program_left_it() -> None:
    painter = painting()
    sent(painter, "\x1b[1;1Habc\x1b[3;5H")
    assert sent(painter, "\x1b[3;6H") == "\x1b[C"
    assert sent(painter, "\x1b[1;1Habc\x1b[3;6H") == ""
    assert sent(painter, "\x1b[?25h") == "\x1b[?25h"


def test_markers_surround_only_what_is_more_than_one_stretch() -> None:
    painter = painting()
    for frame in ("\x1b[1;1Hab", "\x1b[2;1Hcd\x1b[4;1Hef"):
        for part in ("\x1b[?2026h", frame):
            assert sent(painter, part) == "" or part == frame
            assert painter.is_mid_frame
        painter.feed("\x1b[?2026l")
        assert not painter.is_mid_frame
    painter = painting()
    painter.feed("\x1b[?2026h\x1b[1;1Hab\x1b[?2026l")
    assert "2026" not in painter.take()
    painter.feed("\x1b[?2026h\x1b[2;1Hab\x1b[4;1Hcd\x1b[?2026l")
    assert painter.take() == "\x1b[?2026h\x1b[2Hab\x1b[4Hcd\x1b[?2026l"


def test_frames_that_wait_become_one() -> None:
    painter = painting()
    for number in range(9):
        painter.feed(f"\x1b[1;1H{number}\x1b[1;1H")
    assert painter.take() == "\x1b[H\x1b[m8\r"


@pytest.mark.parametrize(
    "sequence",
    [
        "\x07",
        "\x1b[?25h",
        "\x1b[?1000h",
        "\x1b[?2026$p",
        "\x1b]52;c;YQ==\x07",
        "\x1b]0;title\x1b\\",
        "\x1b[<u",
    ],
)
def test_what_has_no_effect_on_cells_goes_through_and_all_stays_known(sequence: str) -> None:
    painter = painting()
    frame = "\x1b[1;1Habc\x1b[1;1H"
    sent(painter, frame)
    assert sent(painter, sequence) == sequence
    assert sent(painter, frame) == ""


@pytest.mark.parametrize(
    "unknown",
    [
        "\x1b[2J",
        "\x1b[K",
        "\x1b[1;2r",
        "\x1b[58;5;1mx\x1b[0m",
        "\x1b[38:2::1:2:3mx\x1b[0m",
        "\x1b[?6l",
        "\x1bM",
        "\x1b_Gi=1;AAAA\x1b\\",
        "\x1b[1;10Hlonger than the row",
        "\x1b[9;1Hbelow",
        "\t",
        "\x1b[3b",
        "\x1b[1;1H\u0301",
    ],
)
def test_what_is_not_understood_goes_through_and_nothing_stays_known(unknown: str) -> None:
    painter = painting()
    frame = "\x1b[1;1Habc\x1b[1;1H"
    first = sent(painter, frame)
    assert sent(painter, unknown).endswith(unknown.removeprefix("\x1b[1;1H").split("H")[-1])
    assert sent(painter, frame) == first


def test_after_an_unknown_style_text_goes_through_until_it_is_known_again() -> None:
    painter = painting()
    assert sent(painter, "\x1b[58;5;1m") == "\x1b[m\x1b[58;5;1m"
    assert sent(painter, "\x1b[1;1H\x1b[1mab").endswith("\x1b[1mab")
    sent(painter, "\x1b[0m")
    assert sent(painter, "\x1b[1;1Hab\x1b[1;1H") == "\x1b[H\x1b[mab\r"


def test_entering_the_alternate_screen_again_repaints_all_of_it() -> None:
    painter = painting()
    first = sent(painter, "\x1b[1;1Habc\x1b[1;1H")
    assert sent(painter, "\x1b[31m\x1b[?1049l") == "\x1b[?1049l"
    assert sent(painter, "\x1b[0mshell") == "\x1b[0mshell"
    assert sent(painter, ENTER) == ENTER + first


def test_the_style_is_reset_before_the_alternate_screen_is_left() -> None:
    painter = painting()
    sent(painter, "\x1b[1;1H\x1b[41mabc\x1b[0m")
    assert sent(painter, "\x1b[?1049l") == "\x1b[m\x1b[?1049l"


@pytest.mark.parametrize("size", [(COLUMNS, ROWS), (COLUMNS + 1, ROWS), (7, 2)])
def test_a_resize_repaints_what_still_fits(size: tuple[int, int]) -> None:
    painter = painting()
    sent(painter, "\x1b[1;1Habc日\x1b[2;6H日\x1b[1;1H")
    painter.resize(*size)
    terminal = Emulator(*size)
    terminal.feed(painter.take())
    assert terminal.display[0].startswith("abc日")
    assert ("日" in terminal.display[1]) == (size[0] > 6)


def test_where_terminals_disagree_on_a_width_the_cursor_is_placed_anew() -> None:
    painter = painting()
    assert sent(painter, "\x1b[1;1H❤\ufe0fx\x1b[1;1H") == "\x1b[H\x1b[m  \x1b[H❤\ufe0f\x1b[;3Hx\r"
    assert sent(painter, "\x1b[1;1H❤\ufe0fy\x1b[1;1H") == "\x1b[2Cy\r"


def test_a_link_is_part_of_a_cell() -> None:
    painter = painting()
    link = "\x1b]8;id=1;https://a.b\x1b\\"
    sent(painter, f"\x1b[1;1Ha{link}b\x1b]8;;\x1b\\c\x1b[1;1H")
    assert sent(painter, "\x1b[1;1Habc\x1b[1;1H") == "\x1b[C\x1b]8;;\x1b\\b\r"
    assert sent(painter, f"\x1b[1;1H{link}a\x1b]8;;\x1b\\bc\x1b[1;1H") == f"{link}a\r"


@pytest.mark.parametrize(
    ("after", "bytes_sent"),
    [
        ("abcd" + " " * 36, "\x1b[4C\x1b[36X"),
        ("abcd" + " " * 20 + "e" * 16, "\x1b[4C\x1b[20X\x1b[20C" + "e" * 16),
        ("abcd" + " " * 8 + "e" * 28, "\x1b[4C" + " " * 8 + "e" * 28),
        (" " * 40, "\x1b[40X"),
        ("\x1b[44m" + " " * 40 + "\x1b[0m", "\x1b[44m\x1b[40X"),
        ("\x1b[4m" + " " * 40 + "\x1b[0m", "\x1b[4m" + " " * 40),
        ("\x1b[7;44m" + " " * 40 + "\x1b[0m", "\x1b[7;44m" + " " * 40),
    ],
)
def test_long_blanks_are_erased_where_that_looks_the_same(after: str, bytes_sent: str) -> None:
    painter = painting(40, 1, can_erase=True)
    sent(painter, f"\x1b[1;1H{'abcd' * 10}\x1b[1;1H")
    assert (
        sent(painter, f"\x1b[1;1H{after}\x1b[1;1H").removesuffix("\r").removesuffix("\x1b[H")
        == bytes_sent
    )


TEXTS = st.text(st.sampled_from("abc   .-─é░日本한e\u0301漢"), max_size=8).map(
    lambda text: text.lstrip("\u0301").replace(" \u0301", " ").replace("\u0301\u0301", "\u0301")
)
SGR = st.lists(
    st.sampled_from(
        [str(code) for code in (*range(6), 7, 8, 9, *range(22, 26), 27, 29, 31, 32, 39, 41, 42)]
        + ["49", "53", "55", "91", "101", "38;5;9", "48;5;200", "38;2;1;2;3", "48;2;3;2;1"]
    ),
    max_size=3,
).map(lambda codes: f"\x1b[{';'.join(codes)}m")
MOVES = st.builds("\x1b[{};{}H".format, st.integers(1, ROWS), st.integers(1, COLUMNS))
LINKS = st.sampled_from(["\x1b]8;id=1;a:b\x1b\\", "\x1b]8;;\x1b\\", "\x1b]8;id=2;c:d\x1b\\"])
ODD = st.sampled_from(["\x1b[2J", "\x1b[K", "\x1b[J", "\x1b[3C", "\x1b[1A", "\r"])
CALM = st.sampled_from(["\x07", "\x1b[?25l", "\x1b[?25h", "\x1b[?2026h", "\x1b[?2026l", ENTER])
STYLED = st.builds("{}{}\x1b[0m".format, SGR, TEXTS)
BLANKS = st.builds("{}{}{:11}".format, SGR, st.sampled_from(["", "a"]), st.sampled_from(["", "b"]))


def frames(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Return frames that go to a place first, and last as well."""
    body = st.lists(st.one_of(MOVES, TEXTS, STYLED, *parts), max_size=9).map("".join)
    return st.lists(st.builds("{}{}{}".format, MOVES, body, MOVES), min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(frames(SGR, LINKS, CALM, ODD, BLANKS), st.booleans())
@example(["\x1b[1;11H日\x1b[1;12Ha\x1b[1;1H"], False)
@example(["\x1b[1;12Ha\x1b[2Jb", "\x1b[1;1Hc"], False)
@example(["\x1b[1;1H日\u0301\x1b[1;1H", "\x1b[1;1Ha\x1b[1;1H"], False)
def test_any_frames_show_what_they_would_without_us(written: list[str], can_erase: bool) -> None:
    painter = painting(can_erase=can_erase)
    plain, ours = Emulator(COLUMNS, ROWS), Emulator(COLUMNS, ROWS)
    for frame in ["\x1b[?7l", *written]:
        plain.feed(frame)
        painter.feed(frame)
        if not painter.is_mid_frame:
            ours.feed(painter.take())
            assert differences(plain, ours) == []
    painter.feed("\x1b[?2026l")
    ours.feed(painter.take())
    assert differences(plain, ours) == []


@settings(max_examples=150, deadline=None)
@given(frames())
def test_hardly_more_is_ever_sent_than_was_written(written: list[str]) -> None:
    painter = painting()
    for frame in written:
        # After a grapheme of uncertain width the cursor has to be placed.
        most = len(frame.encode()) + 24 + 16 * frame.count("\u0301")
        assert len(sent(painter, frame).encode()) <= most


def test_whole_lines_are_sent_from_the_top_down_whatever_their_styles() -> None:
    painter = painting(columns=20)
    painter.whole_lines = True
    blank = " " * 20
    sent(painter, "".join(f"\x1b[{row};1H{blank}" for row in (1, 2, 3)))
    sent(painter, "\x1b[1;1Hone \x1b[31mtwo\x1b[0m three\x1b[2;1Hfour\x1b[3;1H\x1b[31mfive\x1b[0m")
    data = sent(painter, "\x1b[1;9HT\x1b[2;1HF\x1b[3;1H\x1b[31mFive\x1b[0m six")
    texts = re.sub(r"\x1b\[[\d;]*[A-Za-z]", "|", data).split("|")
    assert [text.strip() for text in texts if text.strip()] == [
        "one", "two", "Three", "Four", "Five", "six",
    ]  # fmt: skip


@given(st.lists(st.text("ab \u65e5\u0301", max_size=COLUMNS), max_size=8))
def test_whole_lines_show_the_same_screen(lines: list[str]) -> None:
    painter, terminal, wanted = painting(), Emulator(COLUMNS, ROWS), Emulator(COLUMNS, ROWS)
    painter.whole_lines = True
    for number, line in enumerate(lines):
        frame = f"\x1b[{number % ROWS + 1};1H{line}\x1b[1;1H"
        wanted.feed(frame)
        terminal.feed(sent(painter, frame))
    assert differences(wanted, terminal) == []
