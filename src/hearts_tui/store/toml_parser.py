"""Parse the text of a TOML file of the user's."""

import contextlib
import gc
from collections.abc import Iterator
from typing import Any

import tomli

from hearts_tui.domain.excerpt import shorten

FORMAT = 1
"""The major version of every file that this hearts writes; it changes none with a higher one."""


class DamagedFileError(Exception):
    """A file's bytes are no TOML that can be read; the message says where and why."""


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Parse without the garbage collector, which would look at thousands of new tables in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def parse_toml(text: str) -> dict[str, Any]:
    """Parse a TOML text.

    Raises:
        DamagedFileError: it is no TOML, or nothing that can be read.

    """
    try:
        with _uncollected():
            return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        # The message may hold a key, which can be long.
        raise DamagedFileError(shorten(str(error))) from error
    except RecursionError as error:
        raise DamagedFileError("nested too deeply") from error
    except ValueError as error:
        # What is left is Python's own limit for the digits of a number.
        raise DamagedFileError("a number in it is too long") from error
