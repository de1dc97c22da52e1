"""The page that tells how well the votes foretold."""

from collections.abc import Callable, Sequence

from textual.content import Content

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.relative_words import RELATIVE_FORMULA, against_group
from hearts_tui.domain.score import Band, Settled, calibration, mean, settled
from hearts_tui.domain.score_words import FORMULA, certainty, habit
from hearts_tui.domain.tally import RelativeScore
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.info_dialogs import InfoDialog
from hearts_tui.screens.relative_score import VOTERS, group_lines
from hearts_tui.screens.theory_entries import verdict_word
from hearts_tui.widgets.charts import bar_with_target
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.markdown import to_paragraphs

_NOTHING_YET = """\
Nothing to score yet. Vote on a theory. Once you know how it turned out, press V on it to set your
verdict. Votes close then, and your score starts here.
"""
_BAR_WIDTH = 16


def score_page(
    theories: Sequence[Theory],
    ballot: Ballot,
    relative: Sequence[RelativeScore] | None = None,
    show_voters: Callable[[], None] | None = None,
) -> InfoDialog:
    """Make the page from the board and the ballot.

    ``relative`` are the scores against the user's group, None without one, whose page
    ``show_voters`` opens.
    """
    results = settled(theories, ballot)
    titles = {theory.id: theory.title for theory in theories}
    paragraphs = _overall(results) if results else to_paragraphs(_NOTHING_YET)
    if relative is not None:
        paragraphs += group_lines(relative)
    if results:
        paragraphs += heading("Calibration")
        paragraphs += [_band(band) for band in calibration(results) if band.votes]
        paragraphs.append(quiet("Bars: how often you were right. Lines: how sure you were."))
        paragraphs += heading("Theory by theory")
        for result in results:
            against = against_group(result.theory, relative or ())
            paragraphs += [Paragraph(Content(titles[result.theory])), _result(result, against)]
    formula = FORMULA if relative is None else f"{FORMULA}\n{RELATIVE_FORMULA}"
    explained = [*heading("How it's counted"), *to_paragraphs(formula)]
    doors = {VOTERS: show_voters} if show_voters is not None else {}
    return InfoDialog("Your score", [*paragraphs, *explained], kind="fitted", doors=doors)


def _overall(results: Sequence[Settled]) -> list[Paragraph]:
    right = sum(result.right for result in results)
    ours = mean(result.score for result in results)
    guess = mean(result.guessing for result in results)
    told = Content.assemble(
        (f"{right} of {len(results)} right.", "bold"),
        " Score ",
        (f"{ours:.2f}", "bold"),
        f" (lower is better; guessing scores {guess:.2f})",
    )
    habitually = habit(results)
    return [Paragraph(told), *([GAP, Paragraph(Content(habitually))] if habitually else [])]


def _result(result: Settled, against: str) -> Paragraph:
    score = f" at {result.confidence}% · score {result.score:.2f}"
    said = " · ".join(filter(None, (score, against)))
    return Paragraph(Content.assemble(verdict_word(is_right=result.right), (said, "$text-muted")))


def _band(band: Band) -> Paragraph:
    label = f"{band.least:>2}-{band.most}%  "
    level = (band.least + band.most) / 200
    drawn = bar_with_target(band.right / band.votes, level, _BAR_WIDTH)
    counted = f" {band.right} of {band.votes}"
    return Paragraph(Content.assemble(label, drawn, counted, (certainty(band), "$text-muted")))
