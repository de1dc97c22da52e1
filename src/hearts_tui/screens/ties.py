"""The ties of a person, drawn as a small map: the person at the root, the others as branches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.cast import Person, Relation, TieKind
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import heading
from hearts_tui.widgets.links import link

_TRUNK, _BRANCH, _LAST_BRANCH, _NOTHING = "│  ", "├─ ", "└─ ", "   "


@dataclass(frozen=True, slots=True)
class _Node:
    content: Content
    branches: Sequence["_Node"] = ()


class Ties:
    """The ties of a person to some of the ``people``; those that tell too much are counted only."""

    def __init__(self, person: Person, people: Iterable[Person], spoilers: SpoilerFilter) -> None:
        self._person = person
        self._people = {Address(Section.CAST, other.id): other for other in people}
        self._told = [tie for tie in person.relations if not self._hides(tie, spoilers)]

    def _hides(self, tie: Relation, spoilers: SpoilerFilter) -> bool:
        other = self._people.get(tie.to)
        return spoilers.hides(tie.spoiler, Address(Section.CAST, self._person.id)) or (
            other is not None and spoilers.hides_title(other.spoiler, tie.to)
        )

    @property
    def linked(self) -> list[Address]:
        """The addresses that the drawing leads to."""
        return [tie.to for tie in self._told]

    def drawn(self) -> list[Paragraph]:
        """Draw the ties by their kinds; nothing where nobody is tied to the person."""
        if not self._person.relations:
            return []
        kinds = {kind: [t for t in self._told if t.kind is kind] for kind in TieKind}
        nodes = [self._kind(kind, ties) for kind, ties in kinds.items() if ties]
        if hidden := len(self._person.relations) - len(self._told):
            line = _hidden_ties(hidden, more=bool(self._told))
            nodes.append(_Node(Content.styled(line, "$text-muted")))
        return [*heading("Connections"), *_boxed(self._person.title), *_drawn(nodes)]

    def _kind(self, kind: TieKind, ties: Iterable[Relation]) -> _Node:
        return _Node(Content.styled(kind.capitalize(), "$secondary"), [*map(self._tie, ties)])

    def _tie(self, tie: Relation) -> _Node:
        other = self._people.get(tie.to)
        name = other.title if other else tie.to.id
        return _Node(Content.assemble((f"{tie.phrase} ", "$text-muted"), link(name, tie.to)))


def _hidden_ties(count: int, *, more: bool) -> str:
    word = " more" if more else ""
    if count == 1:
        return f"1{word} tie is hidden. x shows it."
    return f"{count}{word} ties are hidden. x shows them."


def _boxed(name: str) -> list[Paragraph]:
    """Return a name in a box of which the left side goes on as the trunk of the tree."""
    rule = "─" * (Content(name).cell_length + 2)
    return [
        Paragraph(Content.styled(f"┌{rule}┐", "dim")),
        Paragraph(Content.assemble(("│ ", "dim"), (name, "$accent bold"), (" │", "dim"))),
        Paragraph(Content.styled(f"├{rule}┘", "dim")),
    ]


def _drawn(nodes: Sequence[_Node], before: str = "") -> Iterator[Paragraph]:
    for node in nodes:
        is_last = node is nodes[-1]
        below = before + (_NOTHING if is_last else _TRUNK)
        lead = before + (_LAST_BRANCH if is_last else _BRANCH)
        yield Paragraph(node.content, len(lead), lead, below)
        yield from _drawn(node.branches, below)
