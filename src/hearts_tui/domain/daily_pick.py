"""The pick of the day: another one each day, and the same one all day long."""

from collections.abc import Iterable
from datetime import date
from zlib import crc32

from hearts_tui.domain.address import Address


def daily_pick(addresses: Iterable[Address], today: date) -> Address | None:
    """Choose one of some addresses by the day; None where there are none.

    Each day ranks them anew and by themselves, so that one that is taken away changes the choice
    only where it was chosen.
    """
    return min(addresses, key=lambda address: crc32(f"{today} {address}".encode()), default=None)
