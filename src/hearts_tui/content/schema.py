"""Turn the tables of a pack into domain values, and name every fault in them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter, transform_error
from cattrs.v import format_exception

from hearts_tui.content.reading import ContentError
from hearts_tui.domain.address import Address
from hearts_tui.domain.dates import When, Yearly, parse_milestone_date, parse_when

Item = TypeVar("Item")


def structure(file: str, table: str, rows: object, kind: type[Item]) -> tuple[Item, ...]:
    """Make items of one kind from the rows of a table.

    Raises:
        ContentError: a row misses a key, has one too many, or a value is not allowed. The message
            names the file, the first faulty key and the reason.

    """
    if not isinstance(rows, list):
        raise ContentError(f"{file}: no [[{table}]] found")
    try:
        items = tuple(_converter(thorough=False).structure(row, kind) for row in rows)
    except Exception as error:
        raise ContentError(f"{file}: {_first_fault(rows, kind, table)}") from error
    repeated = _first_repeated([row["id"] for row in rows])
    if repeated is not None:
        raise ContentError(f"{file}: {table}: the id {repeated!r} is used twice")
    return items


def _first_repeated(ids: Sequence[str]) -> str | None:
    return next((item_id for index, item_id in enumerate(ids) if item_id in ids[:index]), None)


def _first_fault(rows: Sequence[object], kind: type[Item], table: str) -> str:
    for index, row in enumerate(rows):
        try:
            _converter(thorough=True).structure(row, kind)
        except Exception as error:  # noqa: BLE001 - cattrs raises whatever a hook raised
            name = row.get("id", index + 1) if isinstance(row, Mapping) else index + 1
            return f"{table} {name}: {transform_error(error, path='', format_exception=_reason)[0]}"
    raise AssertionError("the rows were faulty a moment ago")


def _reason(error: BaseException, kind: type | None) -> str:
    """Give the words of a plain ValueError (all hooks and enumerations have good ones)."""
    return str(error) if type(error) is ValueError else format_exception(error, kind)


@cache
def _converter(*, thorough: bool) -> Converter:
    """Make a converter; only a thorough one, which is slower, tells where a fault lies."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=thorough)
    converter.register_structure_hook(str, _text)
    # An enumeration of texts is a text too: without its own hook, the one for texts takes it.
    converter.register_structure_hook(StrEnum, lambda value, kind: kind(value))
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(datetime, _moment)
    converter.register_structure_hook(Address, lambda value, _: Address.parse(_text(value, str)))
    converter.register_structure_hook(When, lambda value, _: parse_when(_text(value, str)))
    converter.register_structure_hook(
        When | Yearly, lambda value, _: parse_milestone_date(_text(value, str))
    )
    return converter


def _text(value: Any, _: type) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text in quotes")
    return value


def _whole_number(value: Any, _: type) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _truth(value: Any, _: type) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _moment(value: Any, _: type) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(f"{value!r} is no date and time with an offset")
    return value
