"""The neutral document: what a noun tells, whoever writes it down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearts_tui.domain.item import Status
from hearts_tui.domain.prose import Prose
from hearts_tui.domain.spoilers import Spoiler

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Field:
    """A fact with a name for programs and a text for people.

    Without a text only programs are told; one without a name is for people alone. A detail is left
    out where it stands in a list, which people only look through.
    """

    name: str
    value: Value
    text: str = ""
    is_detail: bool = False


def told(name: str, value: str, *, is_detail: bool = False) -> Field:
    """Return a fact that people read as it is."""
    return Field(name, value or None, value, is_detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a list: something with a title and, mostly, an address.

    ``says`` is a sentence about it; ``mark`` stands before it, in a list in the place of a status.
    ``shows_status`` is false where a status would tell people nothing.
    """

    title: str
    address: str = ""
    status: Status | None = None
    shows_status: bool = True
    fields: Sequence[Field] = ()
    says: str = ""
    mark: str = ""
    hidden: Spoiler = Spoiler.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under a heading, which may be empty: paragraphs, then entries.

    Where ``hidden`` names a spoiler, the reader is told of it in the place of the text. People are
    shown ``most`` of the entries, if that is given.
    """

    heading: str = ""
    status: Status | None = None
    hidden: Spoiler = Spoiler.NONE
    paragraphs: Sequence[Prose] = ()
    entries: Sequence[Entry] = ()
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a noun tells: ``kind`` names its shape for programs, and ``head`` is its title line."""

    kind: str
    head: Entry
    sections: Sequence[Section] = field(default_factory=tuple)
    sources: Sequence[str] = ()


def is_shown(status: Status | None, *, shows_status: bool) -> bool:
    """Return whether people are told a status."""
    return status is not None and (shows_status or status is not Status.CONFIRMED)
