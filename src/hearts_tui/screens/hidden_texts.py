"""What the pages of a section hide from a reader who isn't ready for it."""

from typing import TYPE_CHECKING

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item
from hearts_tui.screens.state import AppState

if TYPE_CHECKING:
    from hearts_tui.domain.theories import Evidence


class HiddenTexts:
    """Tells what of an item is hidden, and opens it."""

    def __init__(self, state: AppState, section: Section) -> None:
        self._state = state
        self._section = section

    def title_of(self, item: Item) -> str:
        """Return the title of an item, or what stands for a hidden one."""
        return self._state.spoiler_filter.cover_title(item.title, item.spoiler, self._address(item))

    def covers(self, item: Item) -> bool:
        """Return whether what an item tells is hidden."""
        return self._state.spoiler_filter.hides(item.spoiler, self._address(item))

    def are_on_page(self, item: Item) -> bool:
        """Return whether something on an item's page is hidden unless the item is opened."""
        passages = [item.spoiler, *(part.spoiler for part in item.parts)]
        if any(map(self._state.spoiler_filter.is_beyond, passages)):
            return True
        evidence = self._state.evidence_by_item.get(self._address(item), ())
        return any(self.are_in_evidence(each) for _, each in evidence)

    def are_in_evidence(self, evidence: "Evidence") -> bool:
        """Return whether a line of evidence is hidden unless what it stands with is opened."""
        from hearts_tui.domain.evidence import is_beyond

        return is_beyond(evidence, self._state.index, self._state.spoiler_filter)

    def are_opened(self, item: Item) -> bool:
        """Return whether the reader has opened an item."""
        return str(self._address(item)) in self._state.spoiler_filter.opened

    def toggle(self, item: Item) -> None:
        """Open an item in spite of its spoilers, or hide them again."""
        self._state.spoiler_filter = self._state.spoiler_filter.toggled(str(self._address(item)))

    def _address(self, item: Item) -> Address:
        return Address(self._section, item.id)
