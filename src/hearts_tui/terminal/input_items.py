"""What the input of a terminal consists of, once it is split."""

from dataclasses import dataclass


@dataclass(slots=True)
class Keys:
    """Characters that are one key each; an ESC among them is the Esc key."""

    text: str


@dataclass(slots=True)
class Sequence:
    """One complete escape sequence that Textual's parser knows."""

    text: str


@dataclass(slots=True)
class AltKey:
    """An ESC and the character of the key that was pressed together with Alt."""

    text: str


@dataclass(slots=True)
class PastedText:
    """A pasted text; the only control characters in it are line ends and tabs."""

    text: str


InputItem = Keys | Sequence | AltKey | PastedText
