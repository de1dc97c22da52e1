"""The ballot: what the reader votes, how that turned out, and how good it was."""

from collections.abc import Iterator, Sequence

from hearts_tui.domain.ballot import CANT_BE_TOLD
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.score import mean, settled
from hearts_tui.domain.theories import Theory
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.theories import NOUN, option_text, vote_words
from hearts_tui.printing.view import View

_NO_VOTES = "No votes yet. {} lists the questions."


def ballot_document(view: View) -> Document:
    """Return the votes, the verdicts and the score."""
    board = all_theories(view.library.theories, view.ballot)
    return Document(
        kind="ballot",
        head=_head(view, board),
        sections=[*_votes(view, board), *_verdicts(view, board), *_own(view, board)],
    )


def _head(view: View, board: Sequence[Theory]) -> Entry:
    voted = sum(view.ballot.vote(theory.id) is not None for theory in board)
    results = settled(board, view.ballot)
    score = mean(result.score for result in results) if results else None
    right = sum(result.right for result in results)
    told = "" if score is None else f"{right} of {len(results)} right, score {score:.2f}"
    return Entry(
        title="Your ballot",
        says="" if voted else _NO_VOTES.format(view.hints.theories),
        fields=[
            Field("voted", voted, f"You voted on {voted} of {len(board)}"),
            Field("theories", len(board)),
            Field("settled", len(results), told),
            Field("right", right),
            Field("score", score),
        ],
    )


def _votes(view: View, board: Sequence[Theory]) -> Iterator[Section]:
    entries = [_vote(view, theory) for theory in board if view.ballot.vote(theory.id)]
    if entries:
        yield Section(heading="Votes", entries=entries)


def _vote(view: View, theory: Theory) -> Entry:
    vote = view.ballot.votes[theory.id]
    return Entry(
        title=theory.title,
        address=str(NOUN.address(theory)),
        fields=[
            Field("id", theory.id),
            Field("option", vote.option, vote_words(view, theory)),
            Field("option_text", option_text(theory, vote.option)),
            Field("confidence", vote.confidence),
            Field("note", vote.note, f"“{vote.note}”" if vote.note else ""),
            Field("at", vote.at.isoformat() if vote.at else None),
        ],
    )


def _verdicts(view: View, board: Sequence[Theory]) -> Iterator[Section]:
    entries = [
        Entry(
            title=theory.title,
            address=str(NOUN.address(theory)),
            fields=[
                Field("id", theory.id),
                Field(
                    "outcome",
                    None if verdict.outcome == CANT_BE_TOLD else verdict.outcome,
                    option_text(theory, verdict.outcome),
                ),
            ],
        )
        for theory in board
        if (verdict := view.ballot.verdict(theory.id)) is not None
    ]
    if entries:
        yield Section(heading="Your verdicts", entries=entries)


def _own(view: View, board: Sequence[Theory]) -> Iterator[Section]:
    entries = [
        Entry(
            title=theory.title,
            address=str(NOUN.address(theory)),
            fields=[
                Field("id", theory.id),
                Field("archived", own.retired, "archived" if own.retired else ""),
            ],
        )
        for theory in board
        if (own := view.ballot.own(theory.id)) is not None
    ]
    if entries:
        yield Section(heading="Your own theories", entries=entries)
