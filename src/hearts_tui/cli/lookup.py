"""Find what a command was given the name of; who meant another one is told the nearest."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

import click

from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.workspace import Workspace
from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item
from hearts_tui.domain.library import Library
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.theories import Theory

_MOST_NEAREST = 3
_LEAST_ALIKE = 0.4


def find_theory(work: Workspace, named: str) -> Theory:
    """Return the theory of an id or an address.

    Raises:
        click.UsageError: there is none; the message names the nearest ids.
        NotDoneError: the content or the ballot can't be read.

    """
    theory_id = named.removeprefix(f"{Section.THEORIES}/")
    theories = work.theories
    for theory in theories:
        if theory.id == theory_id:
            return theory
    _require_content(work)
    raise unknown("theory", named, [theory.id for theory in theories])


def find_address(work: Workspace, named: str) -> Address:
    """Return an address at which there is an item.

    Raises:
        click.UsageError: there is none; the message names the nearest ones.
        NotDoneError: the content or the ballot can't be read.

    """
    items = all_items(work)
    if any(str(address) == named for address in items):
        return Address.parse(named)
    _require_content(work)
    raise unknown("address", named, map(str, open_addresses(work, items)))


def all_items(work: Workspace) -> dict[Address, Item]:
    """Return all items by their addresses."""
    return {
        Address(section, item.id): item
        for section in Section
        for item in (
            work.theories if section is Section.THEORIES else items_of(work.library, section)
        )
    }


def open_addresses(work: Workspace, items: Mapping[Address, Item]) -> list[Address]:
    """Return the addresses of items whose titles are not hidden: an address tells as much."""
    settings = work.settings
    spoilers = SpoilerFilter(settings.seen_film, settings.sequel_rumors)
    return [
        address
        for address, item in items.items()
        if not spoilers.hides_title(item.spoiler, address)
    ]


def items_of(library: Library, section: Section) -> Sequence[Item]:
    """Return the items of one section; no other is read for it."""
    parts = {Section.CAST: "people", Section.COUNTDOWN: "milestones"}
    items: Sequence[Item] = getattr(library, parts.get(section, section.value))
    return items


def unknown(kind: str, named: str, known: Iterable[str]) -> click.UsageError:
    """Return the error for a name that nothing has; the nearest names are in its message."""
    nearest = get_close_matches(named, [*known], _MOST_NEAREST, _LEAST_ALIKE)
    hint = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
    return click.UsageError(f"There's no {kind} {named!r}.{hint}")


def _require_content(work: Workspace) -> None:
    if work.library.faults:
        raise NotDoneError(work.library.faults[0])
