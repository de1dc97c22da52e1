"""Find out the encoding of what is typed."""

import codecs
import locale
from collections.abc import Mapping

from hearts_tui.terminal.capabilities import character_locale

UTF_8 = "utf-8"


def input_encoding(environ: Mapping[str, str], stream_encoding: str | None) -> str:
    """Return the encoding in which a terminal sends characters.

    ``stream_encoding`` is that of standard input. Where it is UTF-8, or ASCII, which is part of
    UTF-8, the encoding that the locale names counts: Python reads UTF-8 also where the machine does
    not have the locale that the user set. What can't be an encoding of a terminal is UTF-8.
    """
    for name in (stream_encoding or "", _codeset(environ)):
        if (found := _terminal_encoding(name)) != UTF_8:
            return found
    return UTF_8


def _codeset(environ: Mapping[str, str]) -> str:
    name = locale.normalize(character_locale(environ))
    return name.partition(".")[2].partition("@")[0]


def _terminal_encoding(name: str) -> str:
    """Return Python's name for an encoding of which ASCII is a part, else that of UTF-8."""
    try:
        found = codecs.lookup(name).name
        is_superset = bytes(range(128)).decode(found) == "".join(map(chr, range(128)))
    except (LookupError, ValueError):
        return UTF_8
    return found if is_superset and found != "ascii" else UTF_8
