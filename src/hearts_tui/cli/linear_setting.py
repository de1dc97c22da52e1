"""What the settings say of linear mode, before anything else is opened."""

from collections.abc import Mapping

from hearts_tui.domain.settings import Linear
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.files import read_regular_file
from hearts_tui.store.config_dir import config_dir


def linear_setting(environ: Mapping[str, str]) -> str:
    """Return what the settings say of linear mode; they are not changed for it."""
    folder = config_dir(environ)
    try:
        # Nearly nobody sets it, and the app reads its settings later on anyway.
        if b"linear" not in read_regular_file(folder / "settings.toml", LARGEST_FILE):
            return Linear.AUTO
        from hearts_tui.store.settings import SettingsFile

        return SettingsFile(folder).examine().value.linear
    except (OSError, StorageError):
        return Linear.AUTO
