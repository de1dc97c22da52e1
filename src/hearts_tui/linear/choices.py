"""What can be chosen, and finding what somebody means by a number, a word or a beginning."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hearts_tui.domain.excerpt import shorten
from hearts_tui.domain.matching import fold
from hearts_tui.linear.spoken import joined

_MOST_NAMED = 4
"""Choices that are named where a word fits several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose: what is read of it, and what it does.

    ``label`` is what one chooses it by, with ``lead`` before it and ``detail`` behind in the menu.
    ``names`` are other words for it, an id among them. ``actions`` are the ids of the app's
    actions that it stands for. One with a ``question`` is given what stands behind its name, or
    asks for it.
    """

    label: str
    run: Callable[[str], object]
    lead: str = ""
    detail: str = ""
    names: Sequence[str] = ()
    actions: Sequence[str] = ()
    question: str = ""

    @property
    def row(self) -> str:
        """The choice as it stands in the menu."""
        lead = f"{self.lead}: " if self.lead else ""
        return joined([f"{lead}{self.label}", self.detail])

    @property
    def words(self) -> list[str]:
        """All that it is known by, folded."""
        return [fold(word) for word in (self.label, *self.names)]


@dataclass(frozen=True, slots=True)
class Menu:
    """What can be chosen in a place by number or word, and by word alone."""

    numbered: Sequence[Choice]
    words: Sequence[Choice] = field(default_factory=tuple)

    def lines(self) -> list[str]:
        """Return the menu as it is read."""
        rows = [f"{number}: {choice.row}" for number, choice in enumerate(self.numbered, 1)]
        words = ", ".join(_usage(choice) for choice in self.words)
        return [*rows, *([f"Words: {words}."] if words else [])]

    def find(self, said: str, everywhere: Sequence[Choice]) -> tuple[Choice, str]:
        """Return what is meant, and what was said behind its name.

        ``everywhere`` are words that mean the same in all places; here they give way to a choice
        of the place, unless they are given in full.

        Raises:
            ValueError: nothing is meant, or several are; the message is a sentence.

        """
        if said.isdecimal():
            return self._numbered(said), ""
        wanted = fold(said)
        here = [*self.numbered, *self.words]
        for choice in (*here, *everywhere):
            if wanted in choice.words:
                return choice, ""
        for choice in (*here, *everywhere):
            if choice.question and (rest := _behind(choice, said)):
                return choice, rest
        return _begun(here, said) or _begun(everywhere, said) or _nothing(said), ""

    def _numbered(self, said: str) -> Choice:
        count = len(self.numbered)
        # A number with thousands of digits is none that anybody means, and slow to read.
        number = int(said) if len(said) <= len(str(count)) + 1 else 0
        if not 1 <= number <= count:
            if not count:
                raise ValueError("There are no numbers here; say a word.")
            raise ValueError(f"The numbers here go from 1 to {count}; {shorten(said)} is none.")
        return self.numbered[number - 1]


def _usage(choice: Choice) -> str:
    return f"{choice.label} (say what)" if choice.question else choice.label


def _behind(choice: Choice, said: str) -> str:
    """Return what was said behind the name of a choice; empty if it doesn't begin with that."""
    words = said.split()
    for name in choice.words:
        length = len(name.split())
        if length < len(words) and fold(" ".join(words[:length])) == name:
            return " ".join(words[length:])
    return ""


def _begun(choices: Sequence[Choice], said: str) -> Choice | None:
    """Return the one choice that begins so; None where none does."""
    wanted = fold(said)
    found = [choice for choice in choices if any(word.startswith(wanted) for word in choice.words)]
    if len(found) > 1:
        listed = [f"'{choice.label}'" for choice in found[:_MOST_NAMED]]
        more = len(found) - len(listed)
        named = ", ".join(listed) if more else f"{', '.join(listed[:-1])} and {listed[-1]}"
        more_too = f" and {more} more" if more else ""
        raise ValueError(f"'{shorten(said)}' fits {named}{more_too}. Say more, or a number.")
    return found[0] if found else None


def _nothing(said: str) -> Choice:
    raise ValueError(f"'{shorten(said)}' is none of the choices here. 'menu' reads them to you.")
