"""The parts of a page that every kind of item has."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Account, Item, Part, Source, Status
from hearts_tui.domain.spoilers import Spoiler, SpoilerFilter, mask
from hearts_tui.widgets.badges import MEANINGS, badge
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.links import link

HOW_WE_KNOW = "how-we-know"
"""The address of the page that compares the fan press with what is known."""

WELCOME = "news/welcome"
"""The address of the page that welcomes a new reader."""

_DOT = " · "

_HINTS = {
    Spoiler.FILM: "This part tells the plot of the film. Press x to read it, s if you've seen it.",
    Spoiler.SEQUEL: "A rumor that tells what happens in a sequel. Press x to read it.",
}


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


def spoiler_hint(spoiler: Spoiler) -> Paragraph:
    """Return the line that says why a text is hidden and how to see it."""
    return quiet(_HINTS[spoiler])


def masked(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with their text masked."""
    return [Paragraph(Content(mask(p.content.plain)), p.indent, p.lead) for p in paragraphs]


def accounts(item: Item, sources: Mapping[str, Source], *, hidden: bool = False) -> list[Paragraph]:
    """Return each account where sources differ, with who gives it."""
    paragraphs: list[Paragraph] = []
    for account in item.accounts:
        says = mask(account.says) if hidden else account.says
        given_by = f"  {names_of(account.sources, sources)}"
        text = Content.assemble(says, (given_by, "$text-muted"))
        paragraphs += [GAP, Paragraph(text, 2, "┃ ")]
    return paragraphs


def certainty(item: Item, *, hidden: bool = False) -> list[Paragraph]:
    """Return what the item's status means, and why it carries it."""
    meaning = Content.assemble(badge(item.status), (f": {MEANINGS[item.status]}", "$text-muted"))
    paragraphs = [*heading("How sure?"), Paragraph(meaning)]
    if item.why:
        paragraphs.append(quiet(mask(item.why) if hidden else item.why))
    if item.status is not Status.CONFIRMED:
        paragraphs.append(Paragraph(link("How we know", HOW_WE_KNOW)))
    return paragraphs


def source_line(item: Item, sources: Mapping[str, Source]) -> Paragraph:
    """Return who says what the page says, passages included, in one line."""
    ids = [*item.sources]
    passages: tuple[Part | Account, ...] = (*item.parts, *item.accounts)
    for passage in passages:
        ids += [source for source in passage.sources if source not in ids]
    label = "Source" if len(ids) == 1 else "Sources"
    return quiet(f"{label}: {names_of(ids, sources)}")


def names_of(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """Name sources in a row."""
    return ", ".join(sources[name].title if name in sources else name for name in source_ids)


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
