"""The film: scene by scene, the songs in order, the book beside it, its making, and words."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.film import FilmGroup, FilmPage, by_group
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.list_item import Entry

_HEADINGS = {
    FilmGroup.SCENES: "Scene by scene",
    FilmGroup.SONGS: "Songs in order",
    FilmGroup.BOOK: "Book and film",
    FilmGroup.MAKING: "How it was made",
    FilmGroup.PLACES: "Places",
    FilmGroup.NUMBERS: "By the numbers",
    FilmGroup.GLOSSARY: "Words",
}


class FilmScreen(BaseScreen):
    """Pages about the film, under a heading for each group."""

    SECTION = Section.FILM
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.FILM,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILM.bindings]

    @property
    def items(self) -> Sequence[FilmPage]:
        """All pages, group by group."""
        return [page for pages in by_group(self.state.library.film).values() for page in pages]

    @property
    def caption(self) -> str:
        """How many pages there are."""
        return f"Purple Hearts, 2022 · {len(self.shown)} pages"

    def rows(self, items: Sequence[FilmPage]) -> Sequence[Row]:
        """Return the pages under the headings of their groups."""
        rows: list[Row] = []
        for group, pages in by_group(items).items():
            rows += [Heading(_HEADINGS[group]), *(page.id for page in pages)]
        return rows

    def entry(self, item: FilmPage) -> Visual:
        """Draw a title, with the reader's stars."""
        return Entry(" ", self.title_of(item), detail=self.marker.stars(self.address(item.id)))

    def page(self, item: FilmPage) -> Page:
        """Return a page with its group and rating beside the status."""
        notes = (_HEADINGS[item.group].lower(), self.marker.stars(self.address(item.id)))
        return self.pages.build(item, Extras(notes=notes))
