"""How large a user's files may grow."""

from typing import NamedTuple

from hearts_tui.domain.toml_limits import LARGEST_FILE


class Sizes(NamedTuple):
    """The most bytes that each of a user's files may have; each has a last good copy beside it."""

    ballot: int = LARGEST_FILE
    marks: int = LARGEST_FILE
    settings: int = LARGEST_FILE


OF_STRANGER = Sizes(76 * 1024, 40 * 1024, 10 * 1024)
"""For somebody whom the host knows by an SSH key alone: with the copies, less than 256 KiB."""
