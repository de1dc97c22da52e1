"""Keys of the user's own: which can be given, and which would get in the way."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from textual.binding import Binding
from textual.keys import Keys, key_to_character

from hearts_tui.domain.excerpt import excerpt, shorten
from hearts_tui.widgets import key_places
from hearts_tui.widgets.action_texts import text_of
from hearts_tui.widgets.key_group import KeyGroup

_NAMED = {str(key.value) for key in Keys}
_MODIFIED = re.compile(r"(ctrl|shift|alt)\+(.+)")
_RESERVED = {"ctrl+q": "it always quits", "ctrl+c": "it copies text"}


def refusals(given: Mapping[str, str]) -> dict[str, str]:
    """Return why keys can't be given to their actions, by the action's name."""
    known = key_places.actions()
    fail = {}
    for name, text in given.items():
        if name not in known:
            fail[name] = f"{shorten(name)} is no action; the comma key lists them all."
        elif bad := next((key for key in split(text) if not _is_key(key)), None):
            fail[name] = f"{excerpt(bad)} is no key; try one such as g, ctrl+g or f5."
        elif taken := next((key for key in split(text) if key in _RESERVED), None):
            fail[name] = f"{taken} can't be changed: {_RESERVED[taken]}."
    while clash := _clash({name: text for name, text in given.items() if name not in fail}):
        name, key, other = clash
        fail[name] = f"{_quoted(key)} is taken ({other.description.lower()})."
    return fail


def complaints(given: Mapping[str, str]) -> dict[str, str]:
    """Return the same reasons with what each key was meant to do, by the action's name."""
    known = key_places.actions()
    return {
        name: f"No key to {_lowered(text_of(known[name]).says)}: {reason}"
        if name in known
        else reason
        for name, reason in refusals(given).items()
    }


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def shown(text: str) -> str:
    """Write keys as people do."""
    return ", ".join(_shown(key) for key in split(text))


def remapped(group: KeyGroup, given: Mapping[str, str]) -> KeyGroup:
    """Return a group of keys with those in it that were given anew."""
    return replace(group, bindings=tuple(_rebound(b, given) for b in group.bindings))


def _rebound(binding: Binding, given: Mapping[str, str]) -> Binding:
    key = given.get(str(binding.id))
    return replace(binding, key=key, key_display=shown(key)) if key else binding


def split(text: str) -> list[str]:
    """Return the keys that a text names, between commas."""
    return [key.strip() for key in text.split(",")] if len(text) > 1 else [text]


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and not key.isspace()
    found = _MODIFIED.fullmatch(key)
    return _is_key(found[2]) if found else key in _NAMED or key_to_character(key) is not None


def _quoted(key: str) -> str:
    """Write a key into a sentence, where a sign alone would be taken for one of the sentence."""
    text = _shown(key)
    return text if text.isalnum() or len(text) > 1 else f"'{text}'"


def _shown(key: str) -> str:
    character = key_to_character(key) or ""
    if len(character) == 1 and character.isprintable() and character != " ":
        return character
    return key if "+" in key else key.capitalize()


def _clash(given: Mapping[str, str]) -> tuple[str, str, Binding] | None:
    """Find a given key that something else has in the same place; the later one is at fault."""
    order = [*(name for name in key_places.actions() if name not in given), *given]
    for place in _places():
        owners: dict[str, Binding] = {}
        # Those that were given come after those that were there, in the order of the file.
        for binding in sorted(place, key=lambda b: order.index(str(b.id))):
            for key in split(given.get(str(binding.id), binding.key)):
                owner = owners.setdefault(_normal(key), binding)
                is_new = owner.id != binding.id and not _share(owner, binding, key)
                if is_new and binding.id in given:
                    return str(binding.id), key, owner
    return None


def _share(one: Binding, other: Binding, key: str) -> bool:
    """Return whether two actions come with a key, of which one goes before the other."""
    return all(key in split(binding.key) for binding in (one, other))


def _places() -> Iterator[Sequence[Binding]]:
    """Yield the bindings that hold at the same time, for each screen and what has its focus."""
    always = [binding for group in key_places.ALWAYS for binding in group.bindings]
    for screen in key_places.SCREENS:
        for place in key_places.PLACES:
            yield [*always, *screen.bindings, *place.bindings]


def _normal(key: str) -> str:
    """Return one name for a key that has several."""
    return key_to_character(key) or key
