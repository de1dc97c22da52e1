"""How well votes foretold, in words."""

from collections.abc import Sequence

from hearts_tui.domain.score import Band, Settled, mean

FORMULA = """\
Brier score: for each option, take how much you believed in it, less 1 if it came true, and square
that; then add it all up. 0 is sure and right, 2 is sure and wrong. Your confidence goes to the
option you voted for, the rest in equal parts to the others. Honest confidence gives the best score.
(G. W. Brier, Monthly Weather Review 78, 1950.)

"Likely" is where your true share lies, nine times in ten. Fewer than five verdicts tell too little.
(E. B. Wilson, Journal of the American Statistical Association 22, 1927.)
"""


_FEWEST_FOR_A_HABIT = 5
"""Verdicts below which nothing is said of how sure somebody is in general."""

_CLOSE = 0.08
"""How far what was said may be from what came true, and still hits it."""


def habit(results: Sequence[Settled]) -> str:
    """Compare how sure the votes were with how often they were right."""
    if len(results) < _FEWEST_FOR_A_HABIT:
        return ""
    sure = mean(result.confidence / 100 for result in results)
    right = mean(float(result.right) for result in results)
    told = f"You say {sure * 100:.0f}%, and you're right {right * 100:.0f}% of the time: "
    if abs(sure - right) <= _CLOSE:
        return f"{told}spot on."
    return f"{told}a little too sure." if sure > right else f"{told}trust yourself more."


def certainty(band: Band) -> str:
    """Return what the votes of a band can tell of all votes like them."""
    if not band.is_telling:
        return ", too few to tell"
    low, high = (round(share * 100) for share in band.interval)
    return f", likely {low}-{high}%"
