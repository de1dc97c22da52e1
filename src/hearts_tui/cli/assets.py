"""Where the bundled content lies."""

from pathlib import Path


def content_folder() -> Path:
    """Return the content folder of the installed package, or of the repository it runs from."""
    package = Path(__file__).resolve().parents[1]
    repository = package.parents[1]
    packaged = package / "assets"
    return (packaged if packaged.is_dir() else repository / "assets") / "content"
