"""Evidence on a page: what speaks for and against a theory, and where an item is evidence."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item
from hearts_tui.domain.spoilers import SpoilerFilter, mask
from hearts_tui.domain.theories import Evidence, Side, Theory
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import heading
from hearts_tui.widgets.links import link

_SIGNS = {Side.FOR: "+ ", Side.AGAINST: "- "}
_INDENT = 2


def for_and_against(
    theory: Theory, index: Mapping[Address, Item], spoiler_filter: SpoilerFilter
) -> list[Paragraph]:
    """Return what is listed with a theory, option by option, what speaks for it first."""
    paragraphs: list[Paragraph] = []
    for option in theory.options:
        listed = [each for each in theory.evidence if each.option == option.id]
        if listed:
            paragraphs.append(Paragraph(Content.styled(option.text, "bold")))
            for side in Side:
                paragraphs += [
                    _said(theory, e, index, spoiler_filter) for e in listed if e.side is side
                ]
    return [*heading("For (+) and against (-)"), *paragraphs] if paragraphs else []


def bears_on(
    item: Item, evidence_by_item: Iterable[tuple[Theory, Evidence]], spoiler_filter: SpoilerFilter
) -> list[Paragraph]:
    """Return in which theories an item is evidence, and which way it points."""
    paragraphs = []
    for theory, evidence in evidence_by_item:
        option = theory.option(evidence.option)
        answer = option.text if option else evidence.option
        hidden = _hidden(theory, evidence, item, spoiler_filter)
        line = Content.assemble(
            link(theory.title, _address(theory)),
            (f" {evidence.side} ", "$text-muted"),
            mask(answer) if hidden else answer,
            ". ",
            mask(evidence.says) if hidden else evidence.says,
        )
        paragraphs.append(Paragraph(line, _INDENT, _SIGNS[evidence.side]))
    return [*heading("Evidence for"), *paragraphs] if paragraphs else []


def _said(
    theory: Theory, evidence: Evidence, index: Mapping[Address, Item], spoiler_filter: SpoilerFilter
) -> Paragraph:
    item = index.get(evidence.item)
    says = mask(evidence.says) if _hidden(theory, evidence, item, spoiler_filter) else evidence.says
    if item is None:
        return Paragraph(Content(says), _INDENT, _SIGNS[evidence.side])
    title = spoiler_filter.cover_title(item.title, item.spoiler, evidence.item)
    line = Content.assemble(says, " ", link(title, evidence.item))
    return Paragraph(line, _INDENT, _SIGNS[evidence.side])


def _hidden(
    theory: Theory, evidence: Evidence, item: Item | None, spoiler_filter: SpoilerFilter
) -> bool:
    """Return whether the sentence is hidden: by what it tells, or by the item that it sums up.

    Opening the theory, or that item, opens it.
    """
    address = _address(theory)
    if address in spoiler_filter.opened:
        return False
    of_item = item is not None and spoiler_filter.hides(item.spoiler, evidence.item)
    return of_item or spoiler_filter.hides(evidence.spoiler, address)


def _address(theory: Theory) -> str:
    return str(Address(Section.THEORIES, theory.id))
