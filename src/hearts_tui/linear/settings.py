"""The settings: a place that lists them, and asks for their values."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from hearts_tui.domain.setting_words import LABELS, NOTES, shown_value, values_of, with_setting
from hearts_tui.domain.settings import CHOICES, KEYS
from hearts_tui.domain.slip import WIDEST_NAME
from hearts_tui.linear.choices import Choice, Menu
from hearts_tui.linear.session import Session
from hearts_tui.linear.spoken import joined
from hearts_tui.zones import fault_of_zone

_SPOILERS = ("seen_film", "sequel_rumors")
_TEXTS = {
    "zone": "A zone such as Europe/Berlin; an empty line for the system's:",
    "board_name": f"Up to {WIDEST_NAME} letters; an empty line for none:",
}
_NOTES = {
    **NOTES,
    "sequel_rumors": "Rumors that tell what happens in a second film. 'reveal' shows one, whatever "
    "you pick here.",
}


class SettingsPlace:
    """Lists the settings, or some of them."""

    def __init__(self, session: Session, names: Sequence[str] = ()) -> None:
        self._session = session
        self._names = names or [name for name in LABELS if name != KEYS]

    @property
    def lines(self) -> Sequence[str]:
        """What this is."""
        told = "Choose one to change it."
        return [f"spoilers: {told}" if tuple(self._names) == _SPOILERS else f"settings: {told}"]

    @property
    def menu(self) -> Menu:
        """The settings with their values."""
        return Menu([self._choice(name) for name in self._names])

    def _choice(self, name: str) -> Choice:
        value = shown_value(self._session.state.settings, name)
        return Choice(
            label=LABELS[name],
            detail=f"now {value}",
            names=[name],
            run=lambda _: ask_setting(self._session, name),
            actions=[f"setting('{name}')"],
        )


def spoiler_settings(session: Session) -> SettingsPlace:
    """Return the place of the two switches of spoilers."""
    return SettingsPlace(session, _SPOILERS)


def ask_setting(session: Session, name: str) -> None:
    """Ask for the value of a setting and keep it."""
    value = _picked(session, name) if name in CHOICES else _typed(session, name)
    if value is not None:
        keep_setting(session, name, value)


def keep_setting(session: Session, name: str, value: str) -> None:
    """Keep a setting."""
    state = session.state
    settings = with_setting(state.settings, name, value)
    kept, label = str(getattr(settings, name)), LABELS[name].rstrip("?")
    said = f"{label}, {shown_value(settings, name)}."
    if session.keep(partial(state.stores.settings.save, name, kept), said):
        state.settings = settings
        state.spoilers = replace(
            state.spoilers, seen_film=settings.seen_film, sequel_rumors=settings.sequel_rumors
        )


def _picked(session: Session, name: str) -> str | None:
    current = str(getattr(session.state.settings, name))
    question = joined([LABELS[name], _NOTES[name]])
    return session.pick(name, question, list(values_of(name).items()), current)


def _typed(session: Session, name: str) -> str | None:
    session.say(name, joined([LABELS[name], _NOTES[name]]))
    value = session.ask(_TEXTS[name])
    if value is not None and name == "zone" and (fault := fault_of_zone(value)):
        session.say("unclear", fault)
        return None
    return value
