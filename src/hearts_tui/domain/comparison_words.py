"""What is told of two voters side by side, a fact a line."""

from collections.abc import Sequence

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.comparison import Pair, compare
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.theories import Theory


def comparison_lines(
    mine: Slip, theirs: Slip, theories: Sequence[Theory], spoilers: SpoilerFilter
) -> list[str]:
    """Tell on how much the user and a friend agree, where they clash most, and least."""
    comparison = compare(mine, theirs, theories)
    if not comparison.pairs:
        return [f"You and {theirs.name} haven't voted on the same theory yet."]
    lines = [f"You and {theirs.name} agree on {comparison.agreed:,} of {len(comparison.pairs):,}."]
    by_id = {theory.id: theory for theory in theories}
    for title, pair in (
        ("Biggest clash", comparison.biggest_clash),
        ("Closest call", comparison.closest_call),
    ):
        if pair is not None:
            lines.append(f"{title}: {_stakes(by_id[pair.theory], pair, theirs.name, spoilers)}")
    return lines


def _stakes(theory: Theory, pair: Pair, name: str, spoilers: SpoilerFilter) -> str:
    address = Address(Section.THEORIES, theory.id)
    title = spoilers.cover_title(theory.title, theory.spoiler, address)
    if title != theory.title:
        return title
    return f"{title} You: {_stake(theory, pair.mine)}. {name}: {_stake(theory, pair.theirs)}."


def _stake(theory: Theory, vote: SlipVote) -> str:
    option = theory.option(vote.option)
    return f"{option.text if option else vote.option} {vote.confidence}%"
