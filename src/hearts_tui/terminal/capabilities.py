"""What the terminal is, told from the environment before anything is drawn.

Imports nothing but the standard library, because what is found here has to be settled before
Textual is imported: that reads its variables once, while it is being imported.
"""

import re
from collections.abc import Mapping, MutableMapping
from typing import Literal, NamedTuple

Colours = Literal["none", "16", "256", "truecolor"]

ESCAPE_DELAY_MS = 50
"""How long a lone Esc may be the beginning of an arrow key, where both come from this machine."""

REMOTE_ESCAPE_DELAY_MS = 400
"""The same over SSH: longer than it takes to send a lost packet once more."""

_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_FULL = r"kitty|ghostty|alacritty|wezterm|foot|contour|direct|truecolor|24bit"
_COLOURLESS = r"vt\d|.*-(m|mono)$|unknown$|hp|wyse|adm"
_PLAIN_GLYPHS = r"linux|vt\d|unknown$|hp|wyse|adm"
_CHOSEN: dict[str, Colours] = {"standard": "16", "256": "256", "truecolor": "truecolor"}
_COERCED = ("C.UTF-8", "C.utf8")


FRAMES_A_SECOND = 120
"""The most that Textual draws. Without animations there are as many as there is reason for."""


class Capabilities(NamedTuple):
    """What a program can count on; made by ``detect``, and by hand in tests."""

    colours: Colours = "truecolor"
    unicode: bool = True
    """Whether more than ASCII arrives as it was meant."""
    remote: bool = False
    """Whether the terminal is at the other end of an SSH connection."""
    motion: bool = True
    """Whether things may move or blink."""
    escape_delay_ms: int = ESCAPE_DELAY_MS
    kitty_keys: bool = True
    """Whether the kitty keyboard protocol may be switched on."""
    tells_background: bool = False
    """Whether it may be asked for the color of its background."""


EVERYTHING = Capabilities()
"""A terminal that can do it all, on this machine."""


def detect(environ: Mapping[str, str], encoding: str = "utf-8") -> Capabilities:
    """Return what the terminal can do, judged by an environment and the output's encoding."""
    remote = any(environ.get(name) for name in _REMOTE)
    colors = colours_of(environ)
    return Capabilities(
        colours=colors,
        unicode=has_unicode(environ, encoding),
        remote=remote,
        motion=not remote and not _asks_for_calm(environ),
        escape_delay_ms=_escape_delay(environ, remote=remote),
        kitty_keys=not remote and environ.get("TEXTUAL_DISABLE_KITTY_KEY") != "1",
        tells_background=colors in ("256", "truecolor") and not _is_simple(environ),
    )


def is_dumb(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal can't show a full screen at all: TERM is dumb, or not set."""
    return environ.get("TERM", "").strip().lower() in ("", "dumb")


def textual_variables(environ: Mapping[str, str], found: Capabilities) -> dict[str, str | None]:
    """Return the variables to set before Textual is imported; None is for those to drop.

    An exported size would be believed for ever, whatever the window does; an empty value is the
    same as none, which Textual does not always see so.
    """
    settled: dict[str, str | None] = {"COLUMNS": None, "LINES": None}
    settled.update((name, None) for name, value in environ.items() if _void(name, value))
    if environ.get("TEXTUAL_ALLOW_SIGNALS") == "0":
        settled["TEXTUAL_ALLOW_SIGNALS"] = None  # Textual takes any value for a yes.
    settled["ESCDELAY"] = str(found.escape_delay_ms)
    if not environ.get("TEXTUAL_FPS", "").strip():
        # How soon a second frame may follow on a first; a list and its page are often two.
        settled["TEXTUAL_FPS"] = str(FRAMES_A_SECOND)
    settled["NO_COLOR"] = "1" if found.colours == "none" else None
    settled["TEXTUAL_COLOR_SYSTEM"] = (
        "standard" if found.colours in ("none", "16") else (found.colours)
    )
    if found.colours in ("none", "16"):
        # Textual asks the theme that it starts with whether colours stay what they are called.
        settled["TEXTUAL_THEME"] = "ansi-dark"
    if not found.kitty_keys:
        settled["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    if not found.motion:
        settled["TEXTUAL_ANIMATIONS"] = "none"
    if found.remote:
        # With it come two more modes of the terminal, which a dropped connection leaves on.
        settled["TEXTUAL_SMOOTH_SCROLL"] = "0"
    return settled


def configure_textual(environ: MutableMapping[str, str], found: Capabilities) -> None:
    """Set and drop in the environment what ``variables`` says."""
    for name, value in textual_variables(environ, found).items():
        if value is None:
            environ.pop(name, None)
        else:
            environ[name] = value


def _void(name: str, value: str) -> bool:
    return not value.strip() and (name == "TEXTUAL" or name.startswith("TEXTUAL_"))


def colours_of(environ: Mapping[str, str]) -> Colours:
    """Choose the colours: no-color.org first, then Textual's own variable, then the terminal."""
    if environ.get("NO_COLOR"):
        return "none"
    chosen = _CHOSEN.get(environ.get("TEXTUAL_COLOR_SYSTEM", "").strip())
    return chosen or _terminals_colours(environ)


def _terminals_colours(environ: Mapping[str, str]) -> Colours:
    term = environ.get("TERM", "").strip().lower()
    if re.match(_COLOURLESS, term):
        return "none"
    full = environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    if full and environ.get("STY") and term.startswith("screen"):
        # GNU screen hands COLORTERM through, but garbles what it promises.
        full = False
    if full or re.search(_FULL, term):
        return "truecolor"
    return "256" if "256" in term else "16"


def has_unicode(environ: Mapping[str, str], encoding: str) -> bool:
    """Return whether more than ASCII arrives as it was meant, by environment and encoding."""
    if encoding.lower().replace("_", "-") not in ("utf-8", "utf8"):
        return False
    if _is_simple(environ):
        return False
    locale = character_locale(environ)
    return not locale or "utf-8" in locale.lower() or "utf8" in locale.lower()


def _is_simple(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal is the Linux console, or as old as its name."""
    return re.match(_PLAIN_GLYPHS, environ.get("TERM", "").strip().lower()) is not None


def character_locale(environ: Mapping[str, str]) -> str:
    """Return the locale that counts for characters; empty where nobody has set one.

    Python itself sets LC_CTYPE where it finds the C locale, or one that the machine does not have
    (PEP 538); what the user said of it is in LANG then.
    """
    everything, kind, language = (environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if not everything and kind in _COERCED and language:
        return language
    return everything or kind or language


def _asks_for_calm(environ: Mapping[str, str]) -> bool:
    return environ.get("TEXTUAL_ANIMATIONS", "").strip().lower() == "none" or environ.get(
        "REDUCE_MOTION", "0"
    ).strip() not in ("", "0")


def _escape_delay(environ: Mapping[str, str], *, remote: bool) -> int:
    chosen = environ.get("ESCDELAY", "").strip()
    if chosen.isdecimal() and int(chosen) > 0:
        return int(chosen)
    return REMOTE_ESCAPE_DELAY_MS if remote else ESCAPE_DELAY_MS
