"""Find what somebody means by a word or two: one option among several."""

from collections.abc import Sequence

from hearts_tui.domain.matching import fold
from hearts_tui.domain.theories import Option


def find_option(options: Sequence[Option], said: str) -> Option:
    """Return the option that is meant by its text, its number, its id or a unique beginning.

    Raises:
        ValueError: none is meant, or several are; the message lists what would be right.

    """
    wanted = fold(" ".join(said.split()))
    named = {option.id: option for option in options}
    named |= {str(number): option for number, option in enumerate(options, 1)}
    named |= {fold(option.text): option for option in options}
    if wanted in named:
        return named[wanted]
    begun = [
        option
        for option in options
        if wanted and (fold(option.text).startswith(wanted) or option.id.startswith(wanted))
    ]
    if len(begun) == 1:
        return begun[0]
    if begun:
        texts = " and ".join(f"'{option.text}'" for option in begun)
        raise ValueError(f"{said!r} fits {texts}. Say a little more, or its number.")
    listed = ", ".join(f"{number} {option.text}" for number, option in enumerate(options, 1))
    raise ValueError(f"{said!r} is none of the options: {listed}.")
