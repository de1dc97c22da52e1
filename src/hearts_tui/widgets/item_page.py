"""The parts of a page that every kind of item has."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item, Source, Status
from hearts_tui.domain.sources import source_ids, source_names
from hearts_tui.domain.spoilers import Spoiler, SpoilerFilter, hidden_words
from hearts_tui.domain.status_words import MEANINGS
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.links import link

HOW_WE_KNOW = "how-we-know"
"""The address of the page that compares the fan press with what is known."""

MORE_MENTIONS = "more:"
"""What the address of an item stands behind in a link that shows all that mentions it."""

WELCOME = "news/welcome"
"""The address of the page that welcomes a new reader."""

_DOT = " · "


def heading(text: str) -> list[Paragraph]:
    """Return a section heading with its gap above."""
    return [GAP, Paragraph(Content.styled(text, "$secondary bold"))]


def quiet(text: str) -> Paragraph:
    """Return a line of less weight."""
    return Paragraph(Content.styled(text, "$text-muted"))


def status_line(status: Status, notes: Iterable[str]) -> Paragraph:
    """Return the sign and the word of a status, with some notes."""
    rest = "".join(f"{_DOT}{note}" for note in notes if note)
    return Paragraph(Content.assemble(badge(status), (rest, "$text-muted")))


def hidden_line(spoiler: Spoiler) -> Paragraph:
    """Return the line in the place of a hidden passage, the same whatever the passage tells.

    It fits into the narrowest of windows.
    """
    return quiet(f"{hidden_words(spoiler)}{_DOT}x shows it")


def accounts(item: Item, sources: Mapping[str, Source]) -> list[Paragraph]:
    """Return each account where sources differ, with who gives it."""
    paragraphs: list[Paragraph] = []
    for account in item.accounts:
        given_by = f"  {', '.join(source_names(account.sources, sources))}"
        text = Content.assemble(account.says, (given_by, "$text-muted"))
        paragraphs += [GAP, Paragraph(text, 2, "┃ ")]
    return paragraphs


def certainty(item: Item, *, hidden: bool = False) -> list[Paragraph]:
    """Return what the item's status means, and why it carries it."""
    meaning = Content.assemble(badge(item.status), (f": {MEANINGS[item.status]}", "$text-muted"))
    paragraphs = [*heading("How sure?"), Paragraph(meaning)]
    if item.why and not hidden:
        paragraphs.append(quiet(item.why))
    return paragraphs


def rumor_check(item: Item) -> list[Paragraph]:
    """Return a link to the page that checks the rumor, where an item tells some of it."""
    return [Paragraph(link("How we know", HOW_WE_KNOW))] if item.tells_rumor else []


def source_line(item: Item, sources: Mapping[str, Source]) -> Paragraph:
    """Return who says what the page says, passages included, in one line."""
    ids = source_ids(item)
    label = "Source" if len(ids) == 1 else "Sources"
    names = map(_name_with_page, source_names(ids, sources), map(sources.get, ids))
    line = Content.assemble(f"{label}: ", Content(", ").join(names))
    return Paragraph(line.stylize_before("$text-muted"))


def _name_with_page(name: str, source: Source | None) -> Content:
    """Return a name that leads to the source's page on the web, where it has one."""
    return link(name, source.url) if source and source.url else Content(name)


def more_mentions(count: int, address: Address) -> list[Paragraph]:
    """Return the link that shows as many more items that mention one; nothing for none."""
    text = link(f"and {count} more", f"{MORE_MENTIONS}{address}")
    return [Paragraph(text, 2)] if count > 0 else []


def links(
    title: str,
    addresses: Iterable[Address],
    index: Mapping[Address, Item],
    spoiler_filter: SpoilerFilter,
) -> list[Paragraph]:
    """Return a list of other items; nothing where there are none."""
    paragraphs = [
        Paragraph(
            Content.assemble(
                link(
                    spoiler_filter.cover_title(
                        index[address].title, index[address].spoiler, address
                    ),
                    address,
                ),
                (f"  {address.section}", "$text-muted"),
            ),
            2,
            "· ",
        )
        for address in addresses
        if address in index
    ]
    return [*heading(title), *paragraphs] if paragraphs else []
