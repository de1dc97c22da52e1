"""The parts of a reading page that every kind of item has."""

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item, Part, Source
from hearts_tui.domain.spoilers import Spoiler, SpoilerFilter, mask
from hearts_tui.widgets.badges import MEANINGS, badge
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.links import link
from hearts_tui.widgets.markdown import to_paragraphs

_DOT = " · "


def heading(text: str) -> list[Paragraph]:
    """Return a section heading with its gap above."""
    return [GAP, Paragraph(Content.styled(text, "$accent bold"))]


def quiet(text: str) -> Paragraph:
    """Return a line of less weight."""
    return Paragraph(Content.styled(text, "$text-muted"))


def opening(
    item: Item, address: Address, spoiler_filter: SpoilerFilter, notes: Sequence[str]
) -> list[Paragraph]:
    """Return the title, the status with some notes, and a hint where the item is covered."""
    title = spoiler_filter.cover(item.title, item.spoiler, str(address))
    line = Content.assemble(badge(item.status), *(f"{_DOT}{note}" for note in notes if note))
    paragraphs = [Paragraph(Content.styled(title, "bold")), Paragraph(line)]
    if spoiler_filter.hides(item.spoiler, str(address)):
        paragraphs.append(spoiler_hint(item.spoiler))
    return [*paragraphs, GAP]


def spoiler_hint(spoiler: Spoiler) -> Paragraph:
    """Return the line that says why a text is covered and how to see it."""
    return quiet(f"Spoiler ({spoiler}). x shows it, s sets how much may be told.")


def masked(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return blocks with their text masked."""
    return [Paragraph(Content(mask(b.content.plain)), b.indent, b.lead) for b in paragraphs]


def part(
    passage: Part, address: Address, spoiler_filter: SpoilerFilter, sources: Mapping[str, Source]
) -> list[Paragraph]:
    """Return one further passage with its own heading, status and sources."""
    hidden = spoiler_filter.hides(passage.spoiler, str(address))
    hint = [spoiler_hint(passage.spoiler)] if hidden else []
    text = to_paragraphs(passage.text)
    return [
        *heading(mask(passage.heading) if hidden else passage.heading),
        Paragraph(badge(passage.status)),
        *hint,
        *(masked(text) if hidden else text),
        quiet(f"From {said_by(passage.sources, sources)}"),
    ]


def certainty(
    item: Item, sources: Mapping[str, Source], *, hidden: bool = False
) -> list[Paragraph]:
    """Return why the item carries its status, and every account where sources disagree."""

    def shown(text: str) -> str:
        return mask(text) if hidden else text

    meaning = Content.assemble(badge(item.status), f": {MEANINGS[item.status]}.")
    paragraphs = [*heading("How sure is this?"), Paragraph(meaning)]
    if item.why:
        paragraphs.append(Paragraph(Content(shown(item.why))))
    for account in item.accounts:
        paragraphs += [
            GAP,
            Paragraph(Content(shown(account.says)), 2, "| "),
            Paragraph(Content.styled(said_by(account.sources, sources), "$text-muted"), 2, "| "),
        ]
    return paragraphs


def source_list(item: Item, sources: Mapping[str, Source]) -> list[Paragraph]:
    """Return who says it, a line a source, with what should be known about each."""
    paragraphs = heading("Sources")
    for source_id in item.sources:
        source = sources.get(source_id)
        if source is None:
            paragraphs.append(Paragraph(Content(source_id), 2, "- "))
            continue
        about = ", ".join(text for text in (source.kind, source.date) if text)
        line = Content.assemble(source.title, (f" ({about})", "$text-muted"))
        note = (f" {source.note}", "$text-muted") if source.note else ""
        paragraphs.append(Paragraph(Content.assemble(line, note), 2, "- "))
    return paragraphs


def links(
    title: str,
    addresses: Iterable[Address],
    index: Mapping[Address, Item],
    spoiler_filter: SpoilerFilter,
) -> list[Paragraph]:
    """Return a list of other items by section and title; nothing where there are none."""
    paragraphs = [
        Paragraph(
            Content.assemble(
                (f"{address.section.capitalize()}: ", "$text-muted"),
                link(
                    spoiler_filter.cover(
                        index[address].title, index[address].spoiler, str(address)
                    ),
                    address,
                ),
            ),
            2,
            "- ",
        )
        for address in addresses
        if address in index
    ]
    return [*heading(title), *paragraphs] if paragraphs else []


def said_by(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """Name sources in a row."""
    return ", ".join(sources[name].title if name in sources else name for name in source_ids)
