"""Where what comes with hearts lies."""

from pathlib import Path


def assets_folder() -> Path:
    """Return the assets of the installed package, or of the repository it runs from."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "assets"
    return packaged if packaged.is_dir() else package.parents[1] / "assets"


def content_folder() -> Path:
    """Return the folder of the bundled content."""
    return assets_folder() / "content"


def art_folder() -> Path:
    """Return the folder of the bundled pictures."""
    return assets_folder() / "art"
