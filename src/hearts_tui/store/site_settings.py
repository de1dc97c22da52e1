"""What whoever runs a host says for all of its users."""

from pathlib import Path

import platformdirs

from hearts_tui.domain.storage import Loaded, StorageError
from hearts_tui.store.config_dir import APP_NAME
from hearts_tui.store.settings import SettingsFile


def site_folder() -> Path:
    """Return the folder of the host's settings, such as /etc/xdg/hearts-tui."""
    return platformdirs.site_config_path(APP_NAME, appauthor=False)


def site_board(folder: Path) -> Loaded[str]:
    """Return the board that the host's ``settings.toml`` names; empty where it names none."""
    try:
        return Loaded(SettingsFile(folder).examine().value.board)
    except StorageError as error:
        return Loaded("", f"The host's settings in {folder}: {error}")
