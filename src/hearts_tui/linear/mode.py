"""Whether linear mode is on, and what turned it on."""

from collections.abc import Callable, Mapping

VARIABLE = "HEARTS_LINEAR"
FLAG, SETTING = "--linear", "the setting linear"
_ON, _OFF = ("1", "on", "yes", "true"), ("0", "off", "no", "false")


def what_turns_it_on(
    flag: bool | None,  # noqa: FBT001 - the option as it was given
    environ: Mapping[str, str],
    setting: Callable[[], str],
    dumb: str,
) -> str:
    """Return what turns linear mode on, in a word or two; empty where it is off.

    The flag comes before the environment, and that before the setting, which is one of auto, on and
    off. ``dumb`` tells of a terminal that can't show a full screen; it counts where nothing else
    was said.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    if flag is not None:
        return FLAG if flag else ""
    value = environ.get(VARIABLE, "")
    if value:
        return VARIABLE if _is_on(value) else ""
    said = setting()
    if said == "auto":
        return dumb
    return SETTING if said == "on" else ""


def _is_on(value: str) -> bool:
    word = value.strip().lower()
    if word not in (*_ON, *_OFF):
        raise ValueError(f"{VARIABLE} is {value!r}; 1 turns linear mode on, and 0 off.")
    return word in _ON
