"""How well the reader's votes foretold."""

from collections.abc import Iterator, Sequence

from hearts_tui.domain.address import Address
from hearts_tui.domain.address import Section as Part
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.prose import parse_prose, plain_prose
from hearts_tui.domain.relative_words import (
    BELOW_IS_BETTER,
    RELATIVE_FORMULA,
    against_group,
    difference_in_all,
    over_theories,
    signed,
)
from hearts_tui.domain.score import Band, Settled, calibration, mean, settled
from hearts_tui.domain.score_words import FORMULA, certainty, habit
from hearts_tui.domain.tally import RelativeScore
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.view import View

_NOTHING_YET = (
    "Nothing to score yet. Vote on a theory. Once you know how it turned out, set your verdict. "
    "Votes close then, and your score starts here."
)


def score_document(view: View) -> Document:
    """Return the score in all, how sure the reader is and should be, and each theory's.

    It is compared with the group's, where there is one.
    """
    theories = all_theories(view.library.theories, view.ballot)
    results = settled(theories, view.ballot)
    titles = {theory.id: theory.title for theory in theories}
    group = view.group
    relative = group.relative_scores(theories, view.ballot) if group is not None else []
    formula = FORMULA if group is None else f"{FORMULA}\n{RELATIVE_FORMULA}"
    return Document(
        kind="score",
        head=Entry(title="Your score", says=_overall(results) if results else _NOTHING_YET),
        sections=[
            *_overall_relative(relative),
            *(_told(results, titles, relative) if results else ()),
            Section(heading="How it's counted", paragraphs=parse_prose(formula)),
        ],
    )


def _overall(results: Sequence[Settled]) -> str:
    right = sum(result.right for result in results)
    ours = mean(result.score for result in results)
    guess = mean(result.guessing for result in results)
    told = f"{right} of {len(results)} right. Score {ours:.2f}: lower is better, and guessing "
    return f"{told}scores {guess:.2f}. {habit(results)}".strip()


def _overall_relative(relative: Sequence[RelativeScore]) -> Iterator[Section]:
    if relative:
        difference = signed(difference_in_all(relative))
        told = [f"{difference}{over_theories(relative)}", BELOW_IS_BETTER]
        yield Section(heading="Against your group", paragraphs=[*map(plain_prose, told)])


def _told(
    results: Sequence[Settled], titles: dict[str, str], relative: Sequence[RelativeScore]
) -> Iterator[Section]:
    bands = [_band(band) for band in calibration(results) if band.votes]
    yield Section(heading="Calibration", entries=bands)
    yield Section(
        heading="Theory by theory",
        entries=[
            Entry(
                title=titles[result.theory],
                address=str(Address(Part.THEORIES, result.theory)),
                fields=[
                    Field("right", result.right, "right" if result.right else "wrong"),
                    Field("confidence", result.confidence, f"at {result.confidence}%"),
                    Field("score", result.score, f"score {result.score:.2f}"),
                    Field("", None, against_group(result.theory, relative)),
                ],
            )
            for result in results
        ],
    )


def _band(band: Band) -> Entry:
    told = f"{band.right} of {band.votes} right{certainty(band)}"
    return Entry(
        title=f"{band.least} to {band.most}% sure",
        fields=[Field("right", band.right, told), Field("votes", band.votes)],
    )
