"""Write a document as JSON; docs/json.md tells of the shape."""

import json
from collections.abc import Iterable

from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.printing.document import Document, Entry, Field, Section, Value
from hearts_tui.unsafe_characters import printable

VERSION = 1
"""Rises when a key goes, or comes to mean something else; new keys may come without that."""


def write_json(document: Document, *, is_ascii: bool = False, is_indented: bool = False) -> str:
    """Return a document as one JSON object, with a line end.

    It is one line unless it ``is_indented``, for people; ``is_ascii`` escapes all that isn't ASCII.
    """
    shape: dict[str, Value] = {
        "version": VERSION,
        "kind": document.kind,
        **_entry(document.head),
        "sections": [_section(section) for section in document.sections],
        "sources": [*document.sources],
    }
    text = json.dumps(shape, ensure_ascii=is_ascii, indent=2 if is_indented else None)
    return "".join(f"{printable(line)}\n" for line in text.split("\n"))


def _entry(entry: Entry) -> dict[str, Value]:
    return {
        "title": entry.title,
        "address": entry.address or None,
        "status": entry.status.value if entry.status else None,
        "hidden": _hidden(entry.hidden),
        "text": entry.says,
        "fields": _fields(entry.fields),
    }


def _section(section: Section) -> Value:
    return {
        "heading": section.heading,
        "status": section.status.value if section.status else None,
        "hidden": _hidden(section.hidden),
        "paragraphs": [prose.plain for prose in section.paragraphs],
        "items": [_entry(entry) for entry in section.entries],
    }


def _hidden(spoiler: Spoiler) -> str | None:
    return None if spoiler is Spoiler.NONE else spoiler.value


def _fields(fields: Iterable[Field]) -> dict[str, Value]:
    return {field.name: field.value for field in fields if field.name}
