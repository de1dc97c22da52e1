"""Evidence on a page: what speaks for and against a theory, and where an item is evidence."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.claim import Claim
from hearts_tui.domain.spoilers import Shield, mask
from hearts_tui.domain.theories import Evidence, Side, Theory
from hearts_tui.widgets.claim_sheet import heading
from hearts_tui.widgets.links import link
from hearts_tui.widgets.sheet import Block

_SIGNS = {Side.FOR: "+ ", Side.AGAINST: "- "}
_INDENT = 2


def for_and_against(theory: Theory, index: Mapping[Address, Claim], shield: Shield) -> list[Block]:
    """Return what is listed with a theory, option by option, what speaks for it first."""
    blocks: list[Block] = []
    for option in theory.options:
        listed = [each for each in theory.evidence if each.option == option.id]
        if listed:
            text = shield.cover(option.text, theory.spoiler, _address(theory))
            blocks.append(Block(Content.styled(text, "bold")))
            for side in Side:
                blocks += [_said(theory, e, index, shield) for e in listed if e.side is side]
    return [*heading("What speaks for (+) and against (-)"), *blocks] if blocks else []


def bears_on(
    item: Claim, bearings: Iterable[tuple[Theory, Evidence]], shield: Shield
) -> list[Block]:
    """Return in which theories an item is evidence, and which way it points."""
    blocks = []
    for theory, evidence in bearings:
        option = theory.option(evidence.option)
        asked = shield.cover(theory.title, theory.spoiler, _address(theory))
        answer = option.text if option else evidence.option
        hidden = _hidden(theory, evidence, item, shield)
        line = Content.assemble(
            link(asked, _address(theory)),
            (f" {evidence.side} ", "$text-muted"),
            mask(answer) if hidden else answer,
            ". ",
            mask(evidence.says) if hidden else evidence.says,
        )
        blocks.append(Block(line, _INDENT, _SIGNS[evidence.side]))
    return [*heading("On the theory board"), *blocks] if blocks else []


def _said(
    theory: Theory, evidence: Evidence, index: Mapping[Address, Claim], shield: Shield
) -> Block:
    item = index.get(evidence.item)
    says = mask(evidence.says) if _hidden(theory, evidence, item, shield) else evidence.says
    if item is None:
        return Block(Content(says), _INDENT, _SIGNS[evidence.side])
    title = shield.cover(item.title, item.spoiler, str(evidence.item))
    line = Content.assemble(says, " ", link(title, evidence.item))
    return Block(line, _INDENT, _SIGNS[evidence.side])


def _hidden(theory: Theory, evidence: Evidence, item: Claim | None, shield: Shield) -> bool:
    """Tell whether the sentence is covered, which gives away as much as the deeper of the two."""
    of_item = item is not None and shield.hides(item.spoiler, str(evidence.item))
    return of_item or shield.hides(theory.spoiler, _address(theory))


def _address(theory: Theory) -> str:
    return str(Address(Section.THEORIES, theory.id))
