"""The user's own pictures: PNG files in the folder ``portraits``, named after an id."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from hearts_tui.domain.pictures import Picture, Pixel
from hearts_tui.domain.storage import Loaded
from hearts_tui.files import read_regular_file

if TYPE_CHECKING:
    from PIL import Image

_COLUMNS, _ROWS = 44, 28
"""In pixels, two to a line: what a window of 80x24 has room for."""

_LARGEST_FILE = 16 * 1024 * 1024
"""In bytes. A picture of 1000x1000 takes a quarter of it where nothing is compressed."""

_HALF = 128
_MOST_COLOURS = 32
"""A picture of few colours is sent with few bytes."""


def find_portrait(folder: Path, name: str) -> Loaded[Picture | None]:
    """Read the portrait of a name, made to fit; nothing where there is none.

    It needs Pillow, which comes with the extra ``images``.
    """
    file = folder / "portraits" / f"{name}.png"
    try:
        data = read_regular_file(file, _LARGEST_FILE)
    except (FileNotFoundError, NotADirectoryError):
        return Loaded(None)
    except OSError as error:
        return Loaded(None, f"{file.name} can't be read ({error.strerror}).")
    if len(data) > _LARGEST_FILE:
        return Loaded(None, f"{file.name} is larger than {_LARGEST_FILE // 2**20} MiB.")
    return _read(file.name, data)


def _read(name: str, data: bytes) -> Loaded[Picture | None]:
    try:
        from PIL import Image, UnidentifiedImageError
    except ImportError:
        return Loaded(None, f"{name} is shown once hearts is installed with its extra images.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=["PNG"]) as image:
                return Loaded(_picture(image))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return Loaded(None, f"{name} has too many pixels; 1000x1000 is plenty.")
    except UnidentifiedImageError:
        return Loaded(None, f"{name} is no PNG picture.")
    except (OSError, ValueError, SyntaxError) as error:
        return Loaded(None, f"{name} can't be read ({error}).")


def _picture(image: "Image.Image") -> Picture:
    """Make a picture of few pixels; what is rather clear than not lets the ground through."""
    small = image.convert("RGBA")
    small.thumbnail((_COLUMNS, _ROWS))
    few = small.convert("RGB").quantize(_MOST_COLOURS).convert("RGB").tobytes()
    clear = [alpha < _HALF for alpha in small.getchannel("A").tobytes()]
    colours = [f"#{few[place : place + 3].hex()}" for place in range(0, len(few), 3)]
    pixels: list[Pixel] = [
        None if through else colour for colour, through in zip(colours, clear, strict=True)
    ]
    width = small.width
    rows = [pixels[begin : begin + width] for begin in range(0, len(pixels), width)]
    return Picture("Your own picture", rows)
