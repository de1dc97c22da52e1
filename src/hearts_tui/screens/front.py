"""An entry above the news feed that is no news item."""

from collections.abc import Callable
from dataclasses import dataclass

from hearts_tui.widgets.document import Document


@dataclass(frozen=True, slots=True)
class Front:
    """An entry that is no item: its title, what stands under it, and what makes its page.

    The page is made when it is shown, which at the start is after the list.
    """

    title: str
    detail: str
    page: Callable[[], Document]
