"""The actions that the palette offers: those of the key table, and each setting."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from textual.binding import Binding

from hearts_tui.domain.address import Section
from hearts_tui.domain.matching import fold, has_word
from hearts_tui.domain.setting_words import LABELS, values_of
from hearts_tui.domain.settings import CHOICES, KEYS
from hearts_tui.widgets import keys
from hearts_tui.widgets.action_texts import text_of
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.keymap import shown

_SECTIONS = {
    Section.NEWS: keys.NEWS,
    Section.CAST: keys.CAST,
    Section.TRACKS: keys.TRACKS,
    Section.COUNTDOWN: keys.COUNTDOWN,
    Section.THEORIES: KeyGroup("", (keys.VOTE, *keys.BOARD.bindings)),
    Section.FILM: keys.FILM,
}
_LEFT_OUT = {"command_palette", "next_pane", "previous_pane", "back"}

_SETTING_WORDS = {
    "seen_film": "spoilers plot hide show",
    "sequel_rumors": "spoilers hide show",
    "theme": "theme colours look mode",
    "motion": "motion moving blink",
    "cursor": "braille magnifier screen reader accessibility",
    "screen_reader": "accessibility blind braille speech nvda orca accessible",
    "linear": "screen reader lines text accessibility",
    "start": "start home",
    "zone": "timezone",
    "hours": "time am pm",
    "board_name": "display nick board share",
    KEYS: "shortcuts keybindings remap",
}


@dataclass(frozen=True, slots=True)
class Command:
    """An action of the app.

    ``section`` is the screen that has it, None where all have. ``waits`` tells that it acts on what
    is under the cursor, so that it is not done on a screen that was not in front. ``words`` are
    those that it is found by besides its title.
    """

    title: str
    action: str
    key: str = ""
    words: str = ""
    section: Section | None = None
    waits: bool = False

    def matches(self, query: str) -> bool:
        """Return whether every word of a query begins a word of the command."""
        known = fold(f"{self.title} {self.words}")
        return all(has_word(known, word, whole=False) for word in fold(query).split())

    def has_words(self, query: str) -> bool:
        """Return whether the command has every word of a query as a whole."""
        known = fold(f"{self.title} {self.words}")
        return all(has_word(known, word) for word in fold(query).split())


def commands(
    front: Section, given: Mapping[str, str], unavailable: Collection[str] = ()
) -> list[Command]:
    """Return all commands, those of the screen in front first, each action once.

    ``given`` are the keys of the user's own; ``unavailable`` are the ids of actions to leave out.
    """
    found: dict[str, Command] = {}
    sections = sorted(_SECTIONS, key=lambda section: section is not front)
    for section in sections[:1]:
        _add(found, _SECTIONS[section], section, given)
    for group in (keys.SPOILERS, keys.PANES, keys.EVERYWHERE):
        _add(found, group, None, given)
    for section in sections[1:]:
        _add(found, _SECTIONS[section], section, given)
    available = [command for name, command in found.items() if name not in unavailable]
    return [*available, *map(_setting, LABELS)]


def _add(
    found: dict[str, Command],
    group: KeyGroup,
    section: Section | None,
    given: Mapping[str, str],
) -> None:
    for binding in group.bindings:
        name = str(binding.id)
        if name not in found and name not in _LEFT_OUT:
            found[name] = _command(binding, section, given.get(name))


def _command(binding: Binding, section: Section | None, own: str | None) -> Command:
    says, words, waits = text_of(binding)
    key = shown(own) if own else str(binding.key_display)
    words = f"{words} {binding.description}"
    return Command(says, binding.action, key, words, section, waits)


def _setting(name: str) -> Command:
    values = ", ".join(values_of(name).values()) if name in CHOICES else ""
    label = LABELS[name]
    title = f"{label}{'' if label.endswith('?') else ':'} {values}" if values else label
    return Command(title, f"setting('{name}')", words=f"settings {_SETTING_WORDS[name]}")
