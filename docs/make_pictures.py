"""Make the README's pictures from the running app: python docs/make_pictures.py [FOLDER]."""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from animated_svg import Frame, draw
from recording import PICTURES, STANDARD_SIZE, record


class Picture(NamedTuple):
    """A picture's file, what it shows, and the keys that lead there."""

    name: str
    title: str
    keys: str
    size: tuple[int, int] = STANDARD_SIZE


ALL = (
    Picture("today", "The front page of a day", "", (120, 36)),
    Picture("cast", "Cassie's page in the cast", "2"),
    Picture("tracks", "The tracklist", "3"),
    Picture("film", "A scene of the film", "6"),
    Picture("countdown", "The countdown", "4"),
    Picture("theories", "A vote on a theory", "5\r\r+"),
)
"""In an order in which none shows what another left behind."""


def main(folder: Path) -> None:
    """Write all pictures, as somebody sees them who has seen the film and was here before."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        config = Path(place, "config")
        list(record(config, ["y"]))
        for picture in ALL:
            *_, screen = record(config, picture.keys or [""], size=picture.size)
            drawing = draw([Frame(0.0, screen, "")], 1.0, picture.title)
            (folder / f"{picture.name}.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
