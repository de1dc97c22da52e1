"""The page that puts a friend's votes beside the user's own."""

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.comparison import Comparison, Pair, compare
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.spoilers import HIDDEN, SpoilerFilter
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.info_dialogs import InfoDialog
from hearts_tui.screens.theory_entries import YOURS
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link

_YOU = "you"


def comparison_page(
    mine: Slip,
    theirs: Slip,
    name: str,
    theories: Sequence[Theory],
    spoilers: SpoilerFilter,
) -> InfoDialog:
    """Make the page from two slips; ``name`` is the friend's."""
    pages = _Pages(name, theories, spoilers)
    told = pages.told(compare(mine, theirs, theories))
    return InfoDialog(f"You and {name}", told, kind="fitted")


class _Pages:
    """Tells of pairs of votes; a friend's note is covered as the theory's own page is."""

    def __init__(self, name: str, theories: Sequence[Theory], spoilers: SpoilerFilter) -> None:
        self._name = name
        self._theories = {theory.id: theory for theory in theories}
        self._spoilers = spoilers

    def told(self, comparison: Comparison) -> list[Paragraph]:
        """Return the whole page."""
        pairs = comparison.pairs
        if not pairs:
            told = f"You and {self._name} haven't voted on the same theory yet."
            return [Paragraph(Content(told))]
        agreed = f"You and {self._name} agree on {comparison.agreed:,} of {len(pairs):,}."
        return [
            Paragraph(Content.styled(agreed, "bold")),
            *self._highlight("The biggest clash", comparison.biggest_clash),
            *self._highlight("The closest call", comparison.closest_call),
            *heading("Theory by theory"),
            *[paragraph for pair in pairs for paragraph in self._pair(pair, notes=True)],
        ]

    def _highlight(self, title: str, pair: Pair | None) -> list[Paragraph]:
        return [*heading(title), *self._pair(pair, notes=False)] if pair is not None else []

    def _pair(self, pair: Pair, *, notes: bool) -> list[Paragraph]:
        """Return a theory with both stakes, and, set apart, whether they agree."""
        theory = self._theories[pair.theory]
        sign = ("= ", "$success") if pair.agrees else ("≠ ", "$warning")
        address = Address(Section.THEORIES, theory.id)
        if self._spoilers.hides_title(theory.spoiler, address):
            # What somebody votes for tells as much as the title does.
            title = self._spoilers.cover_title(theory.title, theory.spoiler, address)
            return [Paragraph(Content.assemble(sign, title)), *([GAP] if notes else ())]
        return [
            Paragraph(Content.assemble(sign, link(theory.title, address))),
            self._stake(theory, _YOU, pair.mine, YOURS),
            self._stake(theory, self._name, pair.theirs),
            *(self._note(theory, pair.theirs) if notes else ()),
            *([GAP] if notes else ()),
        ]

    def _stake(self, theory: Theory, who: str, vote: SlipVote, style: str = "") -> Paragraph:
        option = theory.option(vote.option)
        text = f"{option.text if option else vote.option} {vote.confidence}%"
        return Paragraph(Content.assemble((f"{who}: ", "$text-muted"), (text, style)), 4, "  ")

    def _note(self, theory: Theory, vote: SlipVote) -> list[Paragraph]:
        if not vote.note:
            return []
        if self._spoilers.hides(theory.spoiler, Address(Section.THEORIES, theory.id)):
            note = f"{HIDDEN} {self._name}'s note is hidden, as the theory's page is."
        else:
            note = f"{self._name} notes: {vote.note}"
        return [replace(quiet(note), indent=4, lead="  ")]
