"""What is said of tables and lists that are nested without an end."""

import sys


def too_deep(length: int) -> str:
    """Return what is said of a text of one line that opens tables or lists to its end.

    Python reads down to such a depth from 3.13 on, and then misses what would close them.
    """
    ends = sys.version_info >= (3, 13)
    return f"it isn't JSON (line 1, column {length + 1})" if ends else "it is nested too deeply"
