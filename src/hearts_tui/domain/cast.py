"""Cast: the characters with their actors, and the makers."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item, Passage
from hearts_tui.domain.spoilers import Spoiler


class PersonKind(StrEnum):
    """Which part of the cast list a person stands in."""

    CHARACTER = "character"
    MAKER = "maker"
    RUMORED = "rumored"


PERSON_HEADINGS = {
    PersonKind.CHARACTER: "Characters",
    PersonKind.MAKER: "Who made it",
    PersonKind.RUMORED: "Rumored",
}
"""The headings of the cast list, in its order."""


class TieKind(StrEnum):
    """What ties two people to each other."""

    LOVE = "love"
    FAMILY = "family"
    FRIENDS = "friends"
    BAND = "band"
    SERVICE = "service"
    TROUBLE = "trouble"
    MADE_BY = "made by"
    IN_THE_STORY = "in the story"
    AT_WORK = "at work"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to another person; ``phrase`` reads on from the first person's name."""

    to: Address
    phrase: str
    spoiler: Spoiler
    kind: TieKind = TieKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Item):
    """A character (with the actor) or a maker; ``title`` is the name."""

    kind: PersonKind
    role: str
    actor: str = ""
    relations: tuple[Relation, ...] = ()

    @property
    def details(self) -> Iterator[Passage]:
        """The role and the actor."""
        yield self.role, self.spoiler
        yield self.actor, self.spoiler
