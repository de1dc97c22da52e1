"""Pictures that come with hearts: text grids, one file each."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hearts_tui.content.toml_reader import ContentError, read_table
from hearts_tui.domain.pictures import Picture, Pixel
from hearts_tui.domain.storage import Loaded

_CLEAR = "."
_NAME = re.compile("[a-z0-9-]+")
"""What a picture can be called: content names them, and must not lead to other folders."""


def find_picture(folder: Path, name: str) -> Loaded[Picture | None]:
    """Read the picture ``name.toml``; nothing where there is none."""
    if not _NAME.fullmatch(name):
        return Loaded(None)
    file = folder / f"{name}.toml"
    if not file.exists():
        return Loaded(None)
    try:
        return Loaded(_picture(read_table(file)))
    except (ContentError, ValueError, KeyError, AttributeError, TypeError) as error:
        return Loaded(None, f"Left out: the picture {file.name} ({error}).")


def _picture(table: Mapping[str, Any]) -> Picture:
    """Make a picture of ``title``, ``pixels``, ``palette`` and ``ascii``.

    Raises:
        ValueError: a row is longer than another, or a letter has no colour.
        KeyError: one of them is missing.

    """
    palette: dict[str, Pixel] = {_CLEAR: None, **table["palette"]}
    grid = table["pixels"].strip("\n").split("\n")
    if len({len(row) for row in grid}) != 1:
        raise ValueError("its rows are not of one length")
    if unknown := sorted(set("".join(grid)) - palette.keys()):
        raise ValueError(f"{unknown[0]!r} has no colour")
    rows = [[palette[letter] for letter in row] for row in grid]
    return Picture(table["title"], rows, table["ascii"].strip("\n").split("\n"))
