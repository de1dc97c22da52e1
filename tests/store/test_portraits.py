"""The user's own pictures, from real PNG files."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from hearts_tui.store.portraits import find_portrait


@pytest.fixture
def portraits(tmp_path: Path) -> Path:
    folder = tmp_path / "portraits"
    folder.mkdir()
    return folder


def test_a_portrait_is_made_to_fit_and_keeps_its_shape(portraits: Path) -> None:
    image = Image.new("RGBA", (440, 140), (255, 0, 0, 255))
    image.paste((0, 0, 255, 0), (0, 0, 220, 140))
    image.save(portraits / "luke.png")
    shown = find_portrait(portraits.parent, "luke")
    assert shown.notice == ""
    assert shown.value is not None
    rows = shown.value.rows
    assert (len(rows[0]), len(rows)) == (44, 14)
    assert rows[7][2] is None
    assert rows[7][40] == "#ff0000"


def test_few_colours_are_left(portraits: Path) -> None:
    Image.effect_noise((400, 400), 90).convert("RGB").save(portraits / "luke.png")
    picture = find_portrait(portraits.parent, "luke").value
    assert picture is not None
    assert len({pixel for row in picture.rows for pixel in row}) <= 32


def test_nobody_has_a_portrait_at_first(tmp_path: Path) -> None:
    shown = find_portrait(tmp_path, "luke")
    assert shown.value is None
    assert shown.notice == ""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _huge() -> bytes:
    """Return a PNG file that says it is of 30 000 x 30 000 pixels."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "luke.png is no PNG picture."),
        (b"GIF89a" + bytes(40), "luke.png is no PNG picture."),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "luke.png"),
        (_huge(), "luke.png has too many pixels"),
    ],
)
def test_what_is_no_picture_is_told_of(portraits: Path, data: bytes, told: str) -> None:
    (portraits / "luke.png").write_bytes(data)
    shown = find_portrait(portraits.parent, "luke")
    assert shown.value is None
    assert shown.notice.startswith(told)
    assert "\n" not in shown.notice


def test_a_picture_that_is_cut_off_is_told_of(portraits: Path) -> None:
    file = portraits / "luke.png"
    Image.effect_noise((64, 64), 90).save(file)
    file.write_bytes(file.read_bytes()[:900])
    shown = find_portrait(portraits.parent, "luke")
    assert shown.value is None
    assert shown.notice.startswith("luke.png can't be read")
