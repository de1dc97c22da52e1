"""Read the dates of the user's own, which stand in the settings file."""

from collections.abc import Mapping
from typing import Any

from hearts_tui.domain.own_dates import LONGEST_NAME, OwnDate
from hearts_tui.store.lenient import Faults, Values, read_entries

_MOST = 200
"""Dates that are shown; more would bury the others."""


def read_dates(table: Mapping[str, Any], faults: Faults) -> dict[str, OwnDate]:
    """Return the dates by their keys; what makes no sense is left out."""
    return read_entries(table, "dates", _date, faults, _MOST)


def _date(values: Values) -> OwnDate:
    name = " ".join(values.text("name").split())[:LONGEST_NAME]
    return OwnDate(name or "Your date", values.day("day"), values.truth("yearly"))
