"""Spoilers: what a text gives away, and the filter that hides what a reader is not ready for."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from hearts_tui.domain.address import Address

MASK = "░"

HIDDEN = MASK * 3
"""What stands in the place of a hidden passage, however long it is."""

HIDDEN_TITLE = f"{HIDDEN} hidden sequel rumor"
"""What stands in the place of a hidden title, the same for all."""


class Spoiler(StrEnum):
    """What a text gives away."""

    NONE = "none"
    FILM = "film"
    SEQUEL = "sequel"


_HIDDEN_WORDS = {Spoiler.FILM: "film plot", Spoiler.SEQUEL: "sequel rumor"}


def hidden_words(spoiler: Spoiler) -> str:
    """Return what stands in the place of a hidden passage, the same whatever the passage tells."""
    return f"{HIDDEN} hidden {_HIDDEN_WORDS[spoiler]}"


class SeenFilm(StrEnum):
    """Whether the reader has seen the film; until they say so, its plot stays hidden."""

    UNANSWERED = "unanswered"
    NOT_YET = "not yet"
    YES = "yes"


class SequelRumors(StrEnum):
    """How much a reader wants to see of the rumors that tell what happens in a sequel."""

    HIDE = "hide"
    TITLES = "titles only"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class SpoilerFilter:
    """What a reader is ready for: two switches, and single items opened by address."""

    seen_film: SeenFilm = SeenFilm.UNANSWERED
    sequel_rumors: SequelRumors = SequelRumors.TITLES
    opened: frozenset[str] = field(default_factory=frozenset)

    def is_beyond(self, spoiler: Spoiler) -> bool:
        """Return whether texts with a spoiler are hidden, opened items apart."""
        match spoiler:
            case Spoiler.NONE:
                return False
            case Spoiler.FILM:
                return self.seen_film is not SeenFilm.YES
            case Spoiler.SEQUEL:
                return self.sequel_rumors is not SequelRumors.SHOW

    def hides(self, spoiler: Spoiler, address: Address | str) -> bool:
        """Return whether a text with this spoiler, found at this address, is hidden."""
        return self.is_beyond(spoiler) and str(address) not in self.opened

    def hides_title(self, spoiler: Spoiler, address: Address | str) -> bool:
        """Return whether the title of an item is hidden; those of the film tell no plot."""
        return (
            spoiler is Spoiler.SEQUEL
            and self.sequel_rumors is SequelRumors.HIDE
            and str(address) not in self.opened
        )

    def cover(self, text: str, spoiler: Spoiler, address: Address | str) -> str:
        """Return the text, or what stands for a hidden one."""
        return HIDDEN if self.hides(spoiler, address) else text

    def cover_title(self, title: str, spoiler: Spoiler, address: Address | str) -> str:
        """Return the title, or what stands for a hidden one: the length of a title tells too."""
        return HIDDEN_TITLE if self.hides_title(spoiler, address) else title

    def with_opened(self, address: str) -> "SpoilerFilter":
        """Return a filter with one item opened."""
        return replace(self, opened=self.opened | {address})

    def toggled(self, address: str) -> "SpoilerFilter":
        """Return a filter with one item opened, or covered again."""
        return replace(self, opened=self.opened ^ {address})
