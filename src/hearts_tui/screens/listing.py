"""What a screen lists: the items of its section, how the list draws them, and their pages."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.visual import Visual

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item
from hearts_tui.screens.hidden_texts import HiddenTexts
from hearts_tui.screens.page_builder import Page, PageBuilder, page_of
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.item_list import Row
from hearts_tui.widgets.stars import stars

ItemT = TypeVar("ItemT", bound=Item)


class Listing(ABC, Generic[ItemT]):
    """The items of a section, as a list and as pages.

    It needs no window. Besides items a list may have entries that are none, such as Today.
    """

    def __init__(self, state: AppState, section: Section) -> None:
        self.state = state
        self.section = section
        self.pages = PageBuilder(state, section)
        self.hidden = HiddenTexts(state, section)

    @property
    @abstractmethod
    def items(self) -> Sequence[ItemT]:
        """All items in the order of the list, before any filter."""

    @abstractmethod
    def entry(self, item: ItemT) -> Visual:
        """Draw one item for the list."""

    @abstractmethod
    def caption(self, shown: Sequence[ItemT]) -> str:
        """Return what the list holds now, in a few words."""

    def page(self, item: ItemT) -> Page:
        """Return the page of an item."""
        return self.pages.build(item)

    def rows(self, shown: Sequence[ItemT]) -> Sequence[Row]:
        """Return the rows of the list: the ids of items, and headings between them."""
        return [item.id for item in shown]

    @property
    def first_rows(self) -> Sequence[Row]:
        """The rows above those of the items; a filter leaves them out."""
        return ()

    def other_entry(self, entry_id: str) -> Visual:
        """Draw an entry of the first rows, which is no item."""
        raise KeyError(entry_id)

    def other_page(self, entry_id: str) -> Page | None:
        """Return the page of an entry that is no item; None for the page of an empty list."""
        del entry_id
        return None

    @property
    def starting_at(self) -> str | None:
        """The id of the entry that the cursor is on at first; None for the one on top."""
        return None

    @property
    def empty_text(self) -> str:
        """What is told where the list is empty without a filter."""
        return "Nothing here yet."

    @property
    def help_text(self) -> str:
        """What the help tells besides the keys, as Markdown."""
        from hearts_tui.domain.query import HELP

        return HELP

    def show_all(self) -> None:
        """Let everything in that was left out of ``items``."""

    def has_hidden_text(self, item: ItemT) -> bool:
        """Return whether something on an item's page is hidden."""
        return self.hidden.are_on_page(item)

    def command(self, entry_id: str | None) -> str:
        """Return the command that shows an entry; empty where none does."""
        is_item = entry_id is not None and self.find(entry_id) is not None
        return f"hearts show {self.section}/{entry_id}" if is_item else ""

    # What follows from that.

    def address(self, item_id: str) -> Address:
        """Return the address of an item."""
        return Address(self.section, item_id)

    def find(self, entry_id: str | None) -> ItemT | None:
        """Return the item of an id; None where there is none."""
        return next((item for item in self.items if item.id == entry_id), None)

    def page_at(self, entry_id: str | None, *, is_filtered: bool) -> Page:
        """Return the page of whatever the list's cursor is on, or of a list without entries."""
        item = self.find(entry_id)
        if item is not None:
            return self.page(item)
        page = self.other_page(entry_id) if entry_id is not None else None
        return page or self._empty_page(is_filtered=is_filtered)

    def _empty_page(self, *, is_filtered: bool) -> Page:
        if is_filtered:
            return page_of("Nothing here matches. Esc clears the filter.")
        faults = [f"Left out: {text}" for text in self.state.library.faults]
        return page_of(*(faults or [self.empty_text]))

    # The reader's marks.

    def is_starred(self, item: ItemT) -> bool:
        """Return whether an item carries the reader's star."""
        return self.state.marks.is_starred(self.address(item.id))

    def rating(self, item: ItemT) -> int:
        """Return the stars of five that an item was given; 0 for none."""
        return self.state.marks.rating(self.address(item.id))

    def stars(self, item: ItemT) -> str:
        """Return the rating of an item as stars; empty where it has none."""
        return stars(self.rating(item))
