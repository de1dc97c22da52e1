"""Where the bundled content lies."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def content_folder() -> Traversable:
    """Return the content folder of the installed package, or of the repository it runs from."""
    packaged = files("hearts_tui") / "assets"
    if packaged.is_dir():
        return packaged / "content"
    repository = Path(__file__).resolve().parents[3]
    return repository / "assets" / "content"
