"""Read one TOML file of a pack, with limits that keep a hostile file from stopping the app."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli

from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.toml_limits import LARGEST_FILE, toml_limit_error
from hearts_tui.files import read_regular_file


class ContentError(Exception):
    """A content file can't be used. The message names the file, the key and the reason."""


def read_table(file: Path) -> dict[str, Any]:
    """Read a TOML file and clean every text in it.

    Raises:
        ContentError: it is missing, unreadable, too large or no TOML.

    """
    try:
        data = read_regular_file(file, LARGEST_FILE)
    except OSError as error:
        raise ContentError(f"{file.name}: can't be read ({error.strerror})") from error
    if hazard := toml_limit_error(data):
        raise ContentError(f"{file.name}: {hazard}")
    try:
        table = tomli.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ContentError(f"{file.name}: not UTF-8 text (byte {error.start})") from error
    except tomli.TOMLDecodeError as error:
        raise ContentError(f"{file.name}: not valid TOML ({error})") from error
    except RecursionError as error:
        raise ContentError(f"{file.name}: nested too deeply") from error
    except ValueError as error:
        # What is left is Python's own limit for the digits of a number.
        raise ContentError(f"{file.name}: a number in it is too long") from error
    return {sanitize(key): _cleaned(value) for key, value in table.items()}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return sanitize(value)
    if isinstance(value, list):
        return [_cleaned(entry) for entry in value]
    if isinstance(value, Mapping):
        return {sanitize(key): _cleaned(entry) for key, entry in value.items()}
    return value
