"""What there is to see around a page about the film: a drawing, and what comes next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.address import Address
from hearts_tui.domain.film import FilmGroup, FilmPage
from hearts_tui.screens.companions import (
    Companions,
    Company,
    has_much_room,
    has_room,
    line_on,
)
from hearts_tui.screens.portraits import Portraits
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import GAP, Block, Paragraph
from hearts_tui.widgets.figure import Figure
from hearts_tui.widgets.item_page import quiet

_TAKEN, _DRAWING = 20, 8
"""Rows that a page takes besides its text, and those of the drawing of the next page."""


@dataclass(frozen=True, slots=True)
class Sights:
    """What stands around the text of a page."""

    picture: Sequence[Content] = ()
    facts: Sequence[Paragraph] = ()
    company: Company = field(default_factory=Company)


class FilmSights:
    """Finds what there is to see around the pages about the film."""

    def __init__(self, state: AppState) -> None:
        self._portraits = Portraits(state)
        self._companions = Companions(state, self._portraits)

    def around(
        self, item: FilmPage, window: Size, *, wide: bool, linked: Collection[Address]
    ) -> Sights:
        """Return what a window has room for; ``wide`` where it has a side pane.

        What is ``linked`` elsewhere on the page is not told of again.
        """
        if not has_room(window):
            return Sights()
        picture = self._portraits.at_head(item.picture, window) if item.picture else ()
        facts = [GAP, quiet(item.summary)]
        if not wide:
            return Sights(picture, facts)
        company = self._companions.of(
            item,
            window,
            _TAKEN + (_DRAWING if has_much_room(window) else 0),
            linked=linked,
            drawn=item.picture,
            # Pages about songs tell it themselves.
            tells_scene=item.group is not FilmGroup.SONGS,
        )
        return Sights(picture, facts, company)

    def teaser(self, page: FilmPage, window: Size, *, drawn: str) -> list[Block]:
        """Return the line on a page that comes next, in the largest windows with its drawing.

        What is ``drawn`` on the page already is not drawn again.
        """
        if not has_room(window):
            return []
        if not has_much_room(window) or page.picture in ("", drawn):
            return [Paragraph(line_on(page), 2)]
        picture = self._portraits.at_head(page.picture, window)
        return [Figure(picture, [Paragraph(line_on(page))])]
