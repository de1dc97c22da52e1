"""Evidence: which lines of it a reader may see."""

from collections.abc import Mapping

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.theories import Evidence, Theory


def is_beyond(
    evidence: Evidence, index: Mapping[Address, Item], spoiler_filter: SpoilerFilter
) -> bool:
    """Return whether a sentence is hidden until its theory or its item is opened.

    What it tells may hide it, and so may the item that it sums up.
    """
    item = index.get(evidence.item)
    spoilers = [evidence.spoiler, *([item.spoiler] if item else [])]
    return any(map(spoiler_filter.is_beyond, spoilers))


def hides_evidence(
    theory: Theory,
    evidence: Evidence,
    index: Mapping[Address, Item],
    spoiler_filter: SpoilerFilter,
) -> bool:
    """Return whether a line of evidence is hidden: neither its theory nor its item is opened."""
    openers = {str(Address(Section.THEORIES, theory.id)), str(evidence.item)}
    return not openers & spoiler_filter.opened and is_beyond(evidence, index, spoiler_filter)
