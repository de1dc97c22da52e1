"""Check the environment variables of Textual for values that it can't use."""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class _Rule(NamedTuple):
    wanted: str
    holds: Callable[[str], bool]


def _one_of(*words: str) -> _Rule:
    *most, last = words
    return _Rule(f"{', '.join(most)} or {last}", lambda value: value.lower() in words)


def _number(least: int, most: int) -> _Rule:
    return _Rule(
        f"a whole number from {least} to {most}",
        lambda value: value.removeprefix("-").isdecimal() and least <= int(value) <= most,
    )


def _several(*words: str) -> _Rule:
    return _Rule(
        f"{' or '.join(words)}, with commas between",
        lambda value: {word.strip().lower() for word in value.split(",")} <= {*words, ""},
    )


_SWITCH = _one_of("0", "1")
_RULES = {
    "ESCDELAY": _number(1, 60_000),
    "TEXTUAL": _several("debug", "devtools", "headless"),
    "TEXTUAL_ALLOW_SIGNALS": _SWITCH,
    "TEXTUAL_ANIMATIONS": _one_of("none", "basic", "full"),
    "TEXTUAL_COLOR_SYSTEM": _one_of("auto", "standard", "256", "truecolor"),
    "TEXTUAL_DEBUG": _SWITCH,
    "TEXTUAL_DEVTOOLS_PORT": _number(0, 65_535),
    "TEXTUAL_DIM_FACTOR": _number(0, 100),
    "TEXTUAL_DISABLE_KITTY_KEY": _SWITCH,
    "TEXTUAL_FILTERS": _several("dim"),
    "TEXTUAL_FPS": _number(1, 1_000),
    "TEXTUAL_SCREENSHOT": _number(-1, 86_400),
    "TEXTUAL_SHOW_RETURN": _SWITCH,
    "TEXTUAL_SLOW_THRESHOLD": _number(100, 600_000),
    "TEXTUAL_SMOOTH_SCROLL": _SWITCH,
    "TEXTUAL_SPEEDUPS": _SWITCH,
}


def env_error(environ: Mapping[str, str]) -> str:
    """Return a sentence on the first variable that holds what Textual can't use, or an empty one.

    An empty variable counts as none. Needs no Textual.
    """
    for name, rule in _RULES.items():
        value = environ.get(name, "").strip()
        if value and not rule.holds(value):
            return _sentence(name, value, rule.wanted)
    return ""


def name_error(environ: Mapping[str, str]) -> str:
    """Do the same for the two that name something of Textual's, which is imported for it."""
    theme = environ.get("TEXTUAL_THEME", "").strip()
    if theme and not _is_theme(theme):
        return _sentence("TEXTUAL_THEME", theme, "the name of a theme such as textual-dark")
    driver = environ.get("TEXTUAL_DRIVER", "").strip()
    if driver and not _is_driver(driver):
        wanted = "a driver such as textual.drivers.linux_driver:LinuxDriver"
        return _sentence("TEXTUAL_DRIVER", driver, wanted)
    return ""


def _is_theme(names: str) -> bool:
    from textual.theme import BUILTIN_THEMES

    return any(name.strip() in BUILTIN_THEMES for name in names.split(","))


def _is_driver(name: str) -> bool:
    from importlib import import_module

    from textual.driver import Driver

    module, _, symbol = name.partition(":")
    try:
        found = getattr(import_module(module), symbol)
    except (ImportError, AttributeError, ValueError, SyntaxError):
        return False
    return isinstance(found, type) and issubclass(found, Driver)


def _sentence(name: str, value: str, wanted: str) -> str:
    return f"{name} is {value!r}; {wanted} is wanted."
