"""Turn the tables of a pack into domain values, and name every fault in them.

The domain's own dataclasses are the schema. General libraries for this take as long to import as
hearts takes to draw its first screen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin

from hearts_tui.content.toml_reader import ContentError
from hearts_tui.domain.address import Address
from hearts_tui.domain.dates import When, Yearly, parse_milestone_date, parse_when
from hearts_tui.domain.excerpt import excerpt
from hearts_tui.domain.web_address import WebAddress

Record = TypeVar("Record")
Convert = Callable[[Any], Any]
"""Turns a value as TOML has it into one of the domain; a ValueError says what is wrong with it."""


def structure(file: str, table: str, rows: object, kind: type[Record]) -> tuple[Record, ...]:
    """Make items of one kind, a dataclass, from the rows of a table.

    Raises:
        ContentError: a row misses a key, has one too many, or a value is not allowed. The message
            names the file, the row, the key and the reason.

    """
    if not isinstance(rows, list):
        raise ContentError(f"{file}: no [[{table}]] found")
    shape: Any = kind
    convert = _converter(shape)
    items = []
    for number, row in enumerate(rows, 1):
        try:
            items.append(convert(row))
        except ValueError as error:
            name = row.get("id") if isinstance(row, Mapping) else None
            told = name if isinstance(name, str) else number
            raise ContentError(f"{file}: {table} {told}: {error}") from error
    repeated = _first_repeated([row["id"] for row in rows if "id" in row])
    if repeated is not None:
        raise ContentError(f"{file}: {table}: the id {repeated!r} is used twice")
    return tuple(items)


def _first_repeated(ids: Sequence[str]) -> str | None:
    return next((item_id for index, item_id in enumerate(ids) if item_id in ids[:index]), None)


@cache
def _converter(kind: Any) -> Convert:
    """Make the conversion to a type, once for each type."""
    if kind in _LEAVES:
        return _LEAVES[kind]
    if get_origin(kind) is tuple:
        return partial(_several, _converter(get_args(kind)[0]))
    if get_origin(kind) is UnionType:
        (wanted,) = (part for part in get_args(kind) if part is not NoneType)
        return _converter(wanted)
    if is_dataclass(kind):
        return _record_converter(kind)
    return partial(_choice, kind)


def _record_converter(kind: Any) -> Convert:
    shapes: Mapping[str, Any] = {field.name: field.type for field in fields(kind)}
    converters = {name: _converter(shape) for name, shape in shapes.items()}
    needed = [
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    ]
    return partial(_record, kind, converters, needed)


def _record(
    kind: Callable[..., Any], converters: Mapping[str, Convert], needed: Sequence[str], row: Any
) -> Any:
    if not isinstance(row, Mapping):
        raise ValueError(f"{excerpt(row)} is no table of keys and values")
    values = {}
    for key, value in row.items():
        if key not in converters:
            raise ValueError(f"{key}: no such key; known are {', '.join(converters)}")
        try:
            values[key] = converters[key](value)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from error
    for key in needed:
        if key not in values:
            raise ValueError(f"{key} is missing")
    return kind(**values)


def _several(convert: Convert, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{excerpt(value)} is no list in brackets")
    return tuple(map(convert, value))


def _choice(kind: type[StrEnum], value: Any) -> StrEnum:
    try:
        return kind(value)
    except ValueError as error:
        raise ValueError(f"{excerpt(value)} is none of {', '.join(kind)}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{excerpt(value)} is not text in quotes")
    return value


def _whole_number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{excerpt(value)} is not a whole number")
    return value


def _number(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not isfinite(value):
        raise ValueError(f"{excerpt(value)} is not a number")
    return float(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{excerpt(value)} is neither true nor false")
    return value


def _day(value: Any) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{excerpt(value)} is no date such as 2026-11-23")
    return value


def _moment(value: Any) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(f"{excerpt(value)} is no date and time with an offset")
    return value


_LEAVES: Mapping[Any, Convert] = {
    str: _text,
    int: _whole_number,
    float: _number,
    bool: _truth,
    date: _day,
    datetime: _moment,
    Address: lambda value: Address.parse(_text(value)),
    WebAddress: lambda value: WebAddress.parse(_text(value)),
    When: lambda value: parse_when(_text(value)),
    When | Yearly: lambda value: parse_milestone_date(_text(value)),
}
