"""Addresses: one way to name any item, such as ``cast/luke``."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The six screens, in the order of their keys; also the first half of every address."""

    NEWS = "news"
    CAST = "cast"
    TRACKS = "tracks"
    COUNTDOWN = "countdown"
    THEORIES = "theories"
    FILM = "film"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where an item lives: its section and its id in that section."""

    section: Section
    id: str

    def __str__(self) -> str:
        return f"{self.section}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read ``section/id``.

        Raises:
            ValueError: the text is no address; the message says what one looks like.

        """
        section, slash, item_id = text.partition("/")
        if not slash or not item_id or section not in set(Section):
            raise ValueError(f"{text!r} is no address; one looks like 'cast/luke'")
        return cls(Section(section), item_id)
