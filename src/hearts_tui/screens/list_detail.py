"""A screen whose list is a catalogue: everything that follows from that."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from textual import on
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList

from hearts_tui.domain.item import Item
from hearts_tui.domain.marks import MOST_STARS
from hearts_tui.domain.matching import fold, holds_all
from hearts_tui.domain.spoilers import mask
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.crisis_line import crisis_line
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.entry_list import BarCursorList
from hearts_tui.widgets.item_page import (
    certainty,
    links,
    masked,
    opening,
    part,
    source_list,
)
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.markdown import to_paragraphs

ItemT = TypeVar("ItemT", bound=Item)


class ClaimPages(BaseScreen, Generic[ItemT]):
    """A section screen that shows items of one kind on pages."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._known_texts: dict[str, tuple[ItemT, str]] = {}
        self._found: tuple[object, list[ItemT]] | None = None

    @property
    @abstractmethod
    def items(self) -> Sequence[ItemT]:
        """All items in the order of the list, before any filter."""

    def texts(self, item: ItemT) -> Iterable[str]:
        """Return what a filter looks into."""
        return item.title, item.summary, item.body

    def covers(self, item: ItemT) -> bool:
        """Tell whether an item is covered."""
        spoiler_filter = self.state.spoiler_filter
        return spoiler_filter.is_beyond(item.spoiler) and spoiler_filter.hides(
            item.spoiler, self.address(item.id)
        )

    def covered(self, item: ItemT, text: str) -> str:
        """Return a text of an item, or its mask where the item is covered."""
        return mask(text) if self.covers(item) else text

    def tells_if_covered(self, item: ItemT) -> bool:
        """Tell how to see an item that is covered, and whether it is."""
        is_covered = self.covers(item)
        if is_covered:
            self.clear_notifications()
            self.notify("This one is covered. x shows it.", timeout=3, markup=False)
        return is_covered

    def notes(self, item: ItemT) -> Sequence[str]:
        """Return what stands beside the status on a page."""
        del item
        return ()

    def opening(self, item: ItemT) -> list[Paragraph]:
        """Return what a page starts with."""
        notes = [*(self.covered(item, note) for note in self.notes(item)), self.stars(item)]
        return opening(item, self.address(item.id), self.state.spoiler_filter, notes)

    def before_body(self, item: ItemT) -> list[Paragraph]:
        """Return what a page tells before the body."""
        del item
        return []

    def after_body(self, item: ItemT) -> list[Paragraph]:
        """Return what a page tells after the body."""
        del item
        return []

    @property
    def shown(self) -> list[ItemT]:
        """The items that the filter lets through."""
        items, words = list(self.items), fold(self.query_text).split()
        if not words:
            return items
        # List and caption ask one after the other, for each key that is typed.
        asked = (words, self.state.spoiler_filter, [id(item) for item in items])
        if self._found is None or self._found[0] != asked:
            texts = ((item, self._folded(item)) for item in items)
            found = [item for item, text in texts if holds_all(text, words)]
            # Never by a covered text.
            self._found = asked, [item for item in found if not self.covers(item)]
        return self._found[1]

    def _folded(self, item: ItemT) -> str:
        """Return what a filter looks into, folded once for all the keys that are typed."""
        known = self._known_texts.get(item.id)
        if known is None or known[0] is not item:
            known = self._known_texts[item.id] = item, fold("\n".join(self.texts(item)))
        return known[1]

    @property
    def item(self) -> ItemT | None:
        """The item under the cursor."""
        current = self.current
        return next((item for item in self.items if item.id == current), None)

    def show_current(self, *, from_top: bool = True) -> None:
        """Show the page of the item under the cursor."""
        item = self.item
        page = self.page(item) if item else self.empty_page()
        self.reader.show(page, from_top=from_top, folded=not self.is_reading)

    def is_starred(self, item: ItemT) -> bool:
        """Tell whether an item carries the user's star."""
        return str(self.address(item.id)) in self.state.marks.starred

    def toggle_star(self, item: ItemT) -> None:
        """Give an item a star, or take it away, and keep that."""
        address, starred = str(self.address(item.id)), not self.is_starred(item)
        at = self.state.clock() if starred else None
        self.state.marks = self.state.marks.with_star(address, starred=starred)
        self.show_current(from_top=False)
        self.keep(lambda: self.state.stores.marks.save_star(address, at))

    def stars(self, item: ItemT) -> str:
        """Return an item's rating as stars; empty where it has none."""
        rating = self.state.marks.ratings.get(str(self.address(item.id)), 0)
        return "★" * rating + "☆" * (MOST_STARS - rating) if rating else ""

    def action_rate_up(self) -> None:
        """Give the item under the cursor a star more."""
        self._rate(1)

    def action_rate_down(self) -> None:
        """Give the item under the cursor a star less; from one, none."""
        self._rate(-1)

    def _rate(self, step: int) -> None:
        item = self.item
        if item is None:
            return
        address = str(self.address(item.id))
        before = self.state.marks.ratings.get(address, 0)
        rating = max(0, min(MOST_STARS, before + step))
        if rating != before:
            self.state.marks = self.state.marks.with_rating(address, rating)
            self.show_current(from_top=False)
            self.keep(lambda: self.state.stores.marks.save_rating(address, rating))

    def empty_page(self) -> Document:
        """Return what is shown when the list is empty."""
        from textual.content import Content

        if self.query_text:
            return Document([Paragraph(Content("Nothing here matches. Esc clears the filter."))])
        return Document(
            Paragraph(Content(f"Left out: {fault}")) for fault in self.state.library.faults
        )

    def page(self, item: ItemT) -> Document:
        """Return the page of an item: what it says, and below the fold what stands behind that.

        Of what is covered, nothing that it says stands above the fold.
        """
        state, address = self.state, self.address(item.id)
        hidden = self.covers(item)
        sources = state.library.sources
        begin = [*self.opening(item), *([crisis_line(), GAP] if item.sensitive else [])]
        story = [*self.before_body(item), *to_paragraphs(item.body)]
        more = [*_charted(item), *self.after_body(item)]
        fold = len(begin) + (0 if hidden else len(story))
        paragraphs = [*begin, *(masked([*story, *more]) if hidden else [*story, *more])]
        for passage in item.parts:
            paragraphs += part(passage, address, state.spoiler_filter, sources)
        paragraphs += certainty(item, sources, hidden=hidden)
        paragraphs += source_list(item, sources)
        return Document([*paragraphs, *(self.ties(item) if state.is_loaded else ())], fold=fold)

    def ties(self, item: ItemT) -> list[Paragraph]:
        """Return what an item goes with, and what else mentions it."""
        # The first page is shown without; nothing that it does not need is imported for it.
        from hearts_tui.widgets.evidence import bears_on

        state = self.state
        pointing = state.mentions.get(self.address(item.id), ())
        unnamed = [other for other in pointing if other not in item.related]
        evidence_by_item = state.evidence_by_item.get(self.address(item.id), ())
        return [
            *bears_on(item, evidence_by_item, state.spoiler_filter),
            *links("Goes with", item.related, state.index, state.spoiler_filter),
            *links("Also mentioned in", unnamed, state.index, state.spoiler_filter),
        ]


def _charted(item: Item) -> list[Paragraph]:
    if item.chart is None:
        return []
    from hearts_tui.widgets.chart import chart_paragraphs

    return chart_paragraphs(item.chart)


class CatalogueScreen(ClaimPages[ItemT]):
    """A screen of pages whose list is a catalogue."""

    def make_list(self) -> Widget:
        """Make an empty list."""
        return BarCursorList(classes="catalogue", compact=True, markup=False)

    def on_mount(self) -> None:
        """Show the page of the entry that the cursor comes to."""
        self.watch(self.item_list, "moves", self._cursor_moved, init=False)

    def _cursor_moved(self) -> None:
        self.show_current()

    @property
    def item_list(self) -> BarCursorList:
        """The list."""
        return self.query_one(".catalogue", BarCursorList)

    @property
    def current(self) -> str | None:
        """The id of the item under the cursor."""
        return self.item_list.current

    @property
    def listed(self) -> Sequence[str | None]:
        """The ids of the items in the list."""
        return self.item_list.ids

    def go_to(self, item_id: str) -> None:
        """Put the cursor on an item."""
        self.item_list.place(item_id)

    @abstractmethod
    def entry(self, item: ItemT) -> Visual:
        """Draw one item for the list."""

    @property
    def starting_at(self) -> str | None:
        """The id of the entry that the cursor is on at first; None for the one on top."""
        return None

    def entries_above(self) -> Sequence[tuple[str, Visual]]:
        """Return entries for the top of the list that are no items, each with an id."""
        return ()

    def fill(self, *, from_top: bool = False) -> None:
        """Fill the list with what the filter lets through; the cursor stays, or goes to the top."""
        above = dict(self.entries_above())
        items = {item.id: item for item in self.shown}
        ids = [*above, *items]
        start = None if self.current else self.starting_at
        if from_top and ids:
            start = ids[0]

        def draw(entry_id: str) -> Visual:
            return above[entry_id] if entry_id in above else self.entry(items[entry_id])

        self.item_list.fill(ids, draw, start)
        self.report_faults()

    def redraw(self, item: ItemT) -> None:
        """Draw one entry anew, and the caption."""
        self.item_list.redraw(item.id, self.entry(item))
        self.update_caption()
        self.mark_drawn()

    def covered_entry(
        self, item: ItemT, mark: str, detail: str, *, brief: str = "", strong: bool = False
    ) -> Entry:
        """Draw an entry; where the shield hides the item, its mask over the brief detail."""
        if self.covers(item):
            below = " · ".join(filter(None, (f"{item.spoiler} spoiler", brief)))
            return Entry(mark, mask(item.title), detail=below)
        return Entry(mark, item.title, detail=detail, strong=strong)

    @on(OptionList.OptionSelected, ".catalogue")
    def _opened(self) -> None:
        self.open_current()
