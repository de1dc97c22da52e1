"""The page that tells how well the votes foretold."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.score import Band, Settled, calibration, mean, settled
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.info_dialogs import InfoDialog
from hearts_tui.widgets.charts import bar, columns
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.markdown import to_paragraphs

FORMULA = """\
Brier score: for each option, the share of belief put on it, less 1 if it came true, squared; then
the sum. 0 is certain and right, 2 is certain and wrong: lower is better. Your confidence is the
share of the option you voted for; the rest is spread evenly over the others. After G. W. Brier,
Monthly Weather Review 78, 1950. It is a proper score: to say what you believe is the best you can
do.
"""
_BAR_WIDTH = 20
_CHART_HEIGHT = 8


def score_page(theories: Sequence[Theory], ballot: Ballot, titles: Mapping[str, str]) -> InfoDialog:
    """Make the page from the board, the ballot and how each theory may be called, by id."""
    results = settled(theories, ballot)
    paragraphs = _overall(results)
    if results:
        paragraphs += heading("Theory by theory")
        for result in results:
            paragraphs += [Paragraph(Content(titles[result.theory])), quiet(_result(result))]
        bands = calibration(results)
        paragraphs += heading("Said and come true")
        paragraphs += [_band(band) for band in bands]
        paragraphs += [GAP, *_chart(bands)]
    return InfoDialog(
        "Your score", [*paragraphs, *heading("How it is counted"), *to_paragraphs(FORMULA)]
    )


def _overall(results: Sequence[Settled]) -> list[Paragraph]:
    if not results:
        text = (
            "Nothing to score yet. Once you know how a theory you voted on turned out, v on it "
            "sets its verdict."
        )
        return [Paragraph(Content(text))]
    ours = mean(result.score for result in results)
    guess = mean(result.guessing for result in results)
    compared = "better than" if ours < guess else "worse than" if ours > guess else "the same as"
    right = sum(result.right for result in results)
    return [
        Paragraph(
            Content.assemble((f"{ours:.2f}", "bold"), f", {compared} plain guessing ({guess:.2f})")
        ),
        Paragraph(Content(f"{right} of {len(results)} right")),
    ]


def _result(result: Settled) -> str:
    verdict = "right" if result.right else "wrong"
    return f"{result.score:.2f}, {verdict} at {result.confidence} %; guessing {result.guessing:.2f}"


def _chart(bands: Sequence[Band]) -> list[Paragraph]:
    """Draw the table: columns that end at their lines are votes as sure as they should be."""
    rows = columns(
        [band.right / band.votes if band.votes else None for band in bands],
        [(band.least + band.most) / 200 for band in bands],
        [f"{band.least}+" for band in bands],
        _CHART_HEIGHT,
    )
    told = quiet("Columns: what came true. Lines: what you said. Best is where they meet.")
    return [*(Paragraph(Content(row)) for row in rows), told]


def _band(band: Band) -> Paragraph:
    label = f"{band.least}-{band.most} %  "
    if not band.votes:
        return quiet(f"{label}no votes")
    share = band.right / band.votes
    return Paragraph(
        Content(f"{label}{bar(share, _BAR_WIDTH)} {band.right} of {band.votes} came true")
    )
