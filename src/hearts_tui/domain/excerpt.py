"""Write a value from a file into a sentence, whatever it is."""

import reprlib
from datetime import date, datetime, time

_MOST = 40


class _Excerpts(reprlib.Repr):
    """Short forms, also of what Python refuses to write out."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxlong = self.maxother = _MOST

    def repr_int(self, x: int, level: int) -> str:
        try:
            repr(x)
        except ValueError:
            # reprlib raises this as well, but from Python 3.14 on it names a place in memory.
            return f"a number of {x.bit_length():,} bits"
        return super().repr_int(x, level)

    def repr_datetime(self, x: datetime, level: int) -> str:
        del level
        return str(x)

    def repr_date(self, x: date, level: int) -> str:
        del level
        return str(x)

    def repr_time(self, x: time, level: int) -> str:
        del level
        return str(x)


def excerpt(value: object) -> str:
    """Return a short form of a value in one line, without any control characters."""
    return _Excerpts().repr(value)


def shorten(text: str, most: int = 100) -> str:
    """Return a text without its middle, if it has more characters than ``most``."""
    half = most // 2
    return text if len(text) <= most else f"{text[:half]}...{text[-half:]}"
