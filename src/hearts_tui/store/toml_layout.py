"""Find tables and keys in the text of a TOML file by how they are usually written.

Nothing is parsed here, so that a large text costs little: a line that looks like a heading may be
part of a text in quotes. Whoever changes what was found has to check what came of it.
"""

import re
from collections.abc import Iterable
from itertools import product

TablePath = tuple[str, ...]
"""Where a table or a value is: the keys that lead to it, from the outermost; () is the file."""

_HEADING = re.compile(r"\n[ \t]*\[\[?([^\n]*)")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def blocks(text: str, paths: Iterable[TablePath]) -> dict[TablePath, tuple[int, int]]:
    """Find where tables begin and end, with the tables inside them that follow at once.

    The block of the path () is what stands before the first heading. A path without a heading of
    its own is left out.
    """
    # A line break before all lines makes the search ten times as fast as an anchor does.
    lines = f"\n{text}"
    found = {}
    wanted = {}
    for path in paths:
        if path:
            wanted.update(dict.fromkeys(_spellings(path), path))
        else:
            found[path] = 0, _end(lines, 0, "")
    names = "|".join(map(re.escape, wanted))
    pattern = rf"\n[ \t]*\[({names})\][ \t\r]*(?:#[^\n]*)?$"
    for heading in re.finditer(pattern, lines, re.MULTILINE) if names else ():
        block = heading.start(), _end(lines, heading.end(), heading[1])
        found.setdefault(wanted[heading[1]], block)
    return found


def _end(lines: str, place: int, name: str) -> int:
    """Find the next heading that is not of a table inside the one of this name."""
    for heading in _HEADING.finditer(lines, place):
        if not name or not heading[1].startswith(f"{name}."):
            return heading.start()
    return len(lines) - 1


def line_of(text: str, path: TablePath) -> int:
    """Return the line in which a value is set, or else that of its table; 1 if both are hidden."""
    prefixes = [path[:depth] for depth in range(len(path) + 1)]
    found = blocks(text, prefixes)
    for prefix in reversed(prefixes):
        if prefix not in found:
            continue
        start, end = found[prefix]
        if prefix == path:
            return _line_at(text, start)
        keys = "|".join(map(re.escape, _key_spellings(path[len(prefix)])))
        key = re.compile(rf"^[ \t]*(?:{keys})[ \t]*[.=]", re.MULTILINE).search(text, start, end)
        if key is not None:
            return _line_at(text, key.start())
        if prefix:
            return _line_at(text, start)
    return 1


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _spellings(path: TablePath) -> list[str]:
    """Return the usual ways to write a path in a heading."""
    return [".".join(keys) for keys in product(*map(_key_spellings, path))]


def _key_spellings(key: str) -> list[str]:
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    quoted = [f'"{escaped}"', f"'{key}'"]
    return [key, *quoted] if _BARE.fullmatch(key) else quoted
