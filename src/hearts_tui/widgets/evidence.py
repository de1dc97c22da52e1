"""Evidence on a page: what speaks for and against a theory, and where an item is evidence."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.evidence import hides_evidence
from hearts_tui.domain.item import Item
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.theories import Evidence, Side, Theory
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link

_SIGNS = {Side.FOR: "+ ", Side.AGAINST: "- "}
_INDENT = 2


def for_and_against(
    theory: Theory, index: Mapping[Address, Item], spoiler_filter: SpoilerFilter
) -> list[Paragraph]:
    """Return what is listed with a theory, option by option, what speaks for it first."""
    paragraphs: list[Paragraph] = []
    hidden = 0
    for option in theory.options:
        listed = [each for each in theory.evidence if each.option == option.id]
        told = [each for each in listed if not hides_evidence(theory, each, index, spoiler_filter)]
        hidden += len(listed) - len(told)
        if told:
            paragraphs.append(Paragraph(Content.styled(option.text, "bold")))
        for side in Side:
            paragraphs += [_said(e, index, spoiler_filter) for e in told if e.side is side]
    paragraphs += _hidden_lines(hidden)
    return [*heading("For (+) and against (-)"), *paragraphs] if paragraphs else []


def bears_on(
    evidence_by_item: Iterable[tuple[Theory, Evidence]],
    index: Mapping[Address, Item],
    spoiler_filter: SpoilerFilter,
) -> list[Paragraph]:
    """Return in which theories an item is evidence, and which way it points.

    ``evidence_by_item`` is all evidence of the item, each with its theory.
    """
    paragraphs = []
    hidden = 0
    for theory, evidence in evidence_by_item:
        if hides_evidence(theory, evidence, index, spoiler_filter):
            hidden += 1
            continue
        option = theory.option(evidence.option)
        line = Content.assemble(
            link(theory.title, _address(theory)),
            (f" {evidence.side} ", "$text-muted"),
            option.text if option else evidence.option,
            ". ",
            evidence.says,
        )
        paragraphs.append(Paragraph(line, _INDENT, _SIGNS[evidence.side]))
    paragraphs += _hidden_lines(hidden)
    return [*heading("Evidence for and against"), *paragraphs] if paragraphs else []


def _hidden_lines(count: int) -> list[Paragraph]:
    """Return the line that tells of hidden ones, where there are any."""
    if not count:
        return []
    lines = "1 more line is hidden. x shows it." if count == 1 else ""
    return [quiet(lines or f"{count} more lines are hidden. x shows them.")]


def _said(
    evidence: Evidence, index: Mapping[Address, Item], spoiler_filter: SpoilerFilter
) -> Paragraph:
    item = index.get(evidence.item)
    if item is None:
        return Paragraph(Content(evidence.says), _INDENT, _SIGNS[evidence.side])
    title = spoiler_filter.cover_title(item.title, item.spoiler, evidence.item)
    line = Content.assemble(evidence.says, " ", link(title, evidence.item))
    return Paragraph(line, _INDENT, _SIGNS[evidence.side])


def _address(theory: Theory) -> str:
    return str(Address(Section.THEORIES, theory.id))
