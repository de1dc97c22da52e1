"""The parts of a reading page that every kind of item has."""

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from hearts_tui.domain.address import Address
from hearts_tui.domain.claim import Claim, Part, Source
from hearts_tui.domain.spoilers import Shield, Spoiler, mask
from hearts_tui.widgets.badges import MEANINGS, badge
from hearts_tui.widgets.links import link
from hearts_tui.widgets.prose import prose
from hearts_tui.widgets.sheet import GAP, Block

_DOT = " · "


def heading(text: str) -> list[Block]:
    """Return a section heading with its gap above."""
    return [GAP, Block(Content.styled(text, "$accent bold"))]


def quiet(text: str) -> Block:
    """Return a line of less weight."""
    return Block(Content.styled(text, "$text-muted"))


def opening(claim: Claim, address: Address, shield: Shield, notes: Sequence[str]) -> list[Block]:
    """Return the title, the status with some notes, and a hint where the item is covered."""
    title = shield.cover(claim.title, claim.spoiler, str(address))
    line = Content.assemble(badge(claim.status), *(f"{_DOT}{note}" for note in notes if note))
    blocks = [Block(Content.styled(title, "bold")), Block(line)]
    if shield.hides(claim.spoiler, str(address)):
        blocks.append(spoiler_hint(claim.spoiler))
    return [*blocks, GAP]


def spoiler_hint(spoiler: Spoiler) -> Block:
    """Return the line that says why a text is covered and how to see it."""
    return quiet(f"Spoiler ({spoiler}). x shows it, s sets how much may be told.")


def masked(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with their text masked."""
    return [Block(Content(mask(b.content.plain)), b.indent, b.lead) for b in blocks]


def part(
    passage: Part, address: Address, shield: Shield, sources: Mapping[str, Source]
) -> list[Block]:
    """Return one further passage with its own heading, status and sources."""
    hidden = shield.hides(passage.spoiler, str(address))
    hint = [spoiler_hint(passage.spoiler)] if hidden else []
    text = prose(passage.text)
    return [
        *heading(mask(passage.heading) if hidden else passage.heading),
        Block(badge(passage.status)),
        *hint,
        *(masked(text) if hidden else text),
        quiet(f"From {said_by(passage.sources, sources)}"),
    ]


def certainty(claim: Claim, sources: Mapping[str, Source], *, hidden: bool = False) -> list[Block]:
    """Return why the item carries its status, and every account where sources disagree."""

    def shown(text: str) -> str:
        return mask(text) if hidden else text

    meaning = Content.assemble(badge(claim.status), f": {MEANINGS[claim.status]}.")
    blocks = [*heading("How sure is this?"), Block(meaning)]
    if claim.why:
        blocks.append(Block(Content(shown(claim.why))))
    for account in claim.accounts:
        blocks += [
            GAP,
            Block(Content(shown(account.says)), 2, "| "),
            Block(Content.styled(said_by(account.sources, sources), "$text-muted"), 2, "| "),
        ]
    return blocks


def source_list(claim: Claim, sources: Mapping[str, Source]) -> list[Block]:
    """Return who says it, a line a source, with what should be known about each."""
    blocks = heading("Sources")
    for source_id in claim.sources:
        source = sources.get(source_id)
        if source is None:
            blocks.append(Block(Content(source_id), 2, "- "))
            continue
        about = ", ".join(text for text in (source.kind, source.date) if text)
        line = Content.assemble(source.title, (f" ({about})", "$text-muted"))
        note = (f" {source.note}", "$text-muted") if source.note else ""
        blocks.append(Block(Content.assemble(line, note), 2, "- "))
    return blocks


def links(
    title: str, addresses: Iterable[Address], index: Mapping[Address, Claim], shield: Shield
) -> list[Block]:
    """Return a list of other items by section and title; nothing where there are none."""
    blocks = [
        Block(
            Content.assemble(
                (f"{address.section.capitalize()}: ", "$text-muted"),
                link(
                    shield.cover(index[address].title, index[address].spoiler, str(address)),
                    address,
                ),
            ),
            2,
            "- ",
        )
        for address in addresses
        if address in index
    ]
    return [*heading(title), *blocks] if blocks else []


def said_by(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """Name sources in a row."""
    return ", ".join(sources[name].title if name in sources else name for name in source_ids)
