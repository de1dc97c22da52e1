"""The countdown in a line, in the forms that the header chooses from."""

from collections.abc import Sequence
from typing import NamedTuple


class HeaderForms(NamedTuple):
    """The countdown with the name of what comes, and without; the longest form first."""

    named: Sequence[str] = ()
    bare: Sequence[str] = ()
