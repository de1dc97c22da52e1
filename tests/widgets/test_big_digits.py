"""The large digits."""

import pytest

from hearts_tui.domain.countdown import Remaining
from hearts_tui.terminal.ascii import to_ascii
from hearts_tui.widgets.big_digits import drawn, in_one_line, sized, units
from hearts_tui.widgets.bitmap import digit, half_blocks, side_by_side, whole_blocks

LEFT = Remaining(0, 245, 12, 4, 5)


def test_units_are_told_to_the_second_or_to_the_minute() -> None:
    assert units(LEFT, seconds=True) == [
        ("days", "245"),
        ("hours", "12"),
        ("minutes", "04"),
        ("seconds", "05"),
    ]
    assert [name for name, _ in units(LEFT, seconds=False)] == ["days", "hours", "minutes"]
    assert units(Remaining(3, 1, 0, 0, 0), seconds=False)[0] == ("years", "3")
    assert in_one_line(LEFT, seconds=True) == "245 d 12:04:05"
    assert in_one_line(Remaining(3, 1, 0, 0, 0), seconds=False) == "3 y 1 d 00:00"


@pytest.mark.parametrize(
    ("columns", "rows", "scale", "lines"),
    [(38, 3, 1, 3), (78, 5, 2, 5), (118, 12, 4, 10), (198, 16, 6, 15), (1000, 400, 6, 15)],
)
def test_digits_are_as_large_as_there_is_room(
    columns: int, rows: int, scale: int, lines: int
) -> None:
    shown = sized(units(LEFT, seconds=True), columns, rows)
    assert [unit.scale for unit in shown[:-1]] == [scale] * 3
    assert sum(unit.width for unit in shown) + 3 <= columns
    pictures = [drawn(unit, has_halves=True) for unit in shown]
    assert max(map(len, pictures)) == lines
    for unit, picture in zip(shown, pictures, strict=True):
        assert all(len(line) <= unit.width for line in picture)


def test_what_has_no_room_at_all_is_left_out_from_the_end() -> None:
    shown = sized(units(Remaining(3, 245, 12, 4, 5), seconds=True), 38, 3)
    assert [unit.name for unit in shown] == ["years", "days", "hours", "minutes"]
    assert [unit.name for unit in sized(units(LEFT, seconds=True), 1, 0)] == ["days"]


def test_half_blocks_draw_two_rows_of_pixels_a_line() -> None:
    assert half_blocks(digit("2", 2, rounded=True)) == [
        "█████▄",
        "    ██",
        "▄████▀",
        "██    ",
        "▀█████",
    ]
    assert half_blocks(digit("0", 1, rounded=False)) == ["▄▄▄", "█ █", "█▄█"]


def test_without_half_blocks_every_pixel_is_a_cell_and_has_a_form_in_ascii() -> None:
    (unit, *_) = sized([("days", "7")], 78, 5)
    assert [to_ascii(line) for line in drawn(unit, has_halves=False)] == [
        "######",
        "    ##",
        "    ##",
        "    ##",
        "    ##",
    ]
    assert whole_blocks(digit("1", 1, rounded=False))[0] == "██ "


@pytest.mark.parametrize("scale", range(1, 7))
@pytest.mark.parametrize("rounded", [True, False])
def test_all_digits_differ_at_every_size(scale: int, rounded: bool) -> None:
    pictures = [half_blocks(digit(each, scale, rounded=rounded)) for each in "0123456789"]
    assert len({*map(tuple, pictures)}) == 10


def test_digits_stand_apart() -> None:
    one = digit("1", 1, rounded=False)
    assert [len(row) for row in side_by_side([one, one, one], 2)] == [13] * 5
