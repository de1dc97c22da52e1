"""The theories: questions, options, your vote, and what speaks for and against."""

from collections.abc import Iterator, Mapping, Sequence

from hearts_tui.domain import address
from hearts_tui.domain.ballot import CANT_BE_TOLD
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.closing import standing_vote, why_closed
from hearts_tui.domain.evidence import hides_evidence
from hearts_tui.domain.prose import plain_prose
from hearts_tui.domain.theories import Evidence, Option, Side, Theory
from hearts_tui.domain.verdicts import is_settled, outcome_of
from hearts_tui.printing.document import Entry, Field, Section
from hearts_tui.printing.noun import Noun
from hearts_tui.printing.view import View

_CHOSEN, _OTHER = "◉", "○"
_SIGNS = {Side.FOR: "+", Side.AGAINST: "-"}


def _board(view: View, items: Sequence[Theory]) -> Mapping[str, Sequence[Theory]]:
    del view
    return {"": items}


def _mark(view: View, item: Theory) -> str:
    return _CHOSEN if view.ballot.vote(item.id) else _OTHER


def _fields(view: View, item: Theory) -> Sequence[Field]:
    vote, closed = view.ballot.vote(item.id), why_closed(item, view.ballot, view.now)
    outcome = outcome_of(item, view.ballot)
    return [
        Field("topic", item.topic, "" if vote else item.topic),
        Field("vote", vote.option if vote else None, vote_words(view, item)),
        Field("confidence", vote.confidence if vote else None),
        Field("note", vote.note if vote else None),
        Field("closed", closed.value if closed else None, _closed_words(view, item)),
        Field("outcome", outcome),
    ]


def vote_words(view: View, item: Theory) -> str:
    """Return the vote on a theory in a few words, with how it turned out; empty without one."""
    vote = view.ballot.vote(item.id)
    if vote is None:
        return ""
    outcome, standing = outcome_of(item, view.ballot), standing_vote(item, view.ballot)
    turned_out = ""
    if outcome is not None and standing is not None:
        turned_out = " right" if standing.option == outcome else " wrong"
    return f"you: {option_text(item, vote.option)} {vote.confidence}%{turned_out}"


def option_text(item: Theory, option_id: str) -> str:
    """Return the text of an option or of an outcome."""
    if option_id == CANT_BE_TOLD:
        return "can't be decided"
    option = item.option(option_id)
    return option.text if option else f"{option_id} (not on the list)"


def _closed_words(view: View, item: Theory) -> str:
    own = view.ballot.own(item.id)
    if own is not None and own.retired:
        return "archived"
    return "decided" if is_settled(item, view.ballot) else ""


def _options(view: View, item: Theory) -> Sequence[Section]:
    entries = [_option(view, item, option) for option in item.options]
    return [Section(heading="Options", entries=entries), *_notes(view, item), *_group(view, item)]


def _option(view: View, item: Theory, option: Option) -> Entry:
    vote, outcome = view.ballot.vote(item.id), outcome_of(item, view.ballot)
    is_mine = vote is not None and vote.option == option.id
    confidence = vote.confidence if vote is not None and is_mine else None
    percent = next((each.percent for each in item.baseline if each.option == option.id), None)
    return Entry(
        mark=_CHOSEN if is_mine else _OTHER,
        title=option.text,
        fields=[
            Field("id", option.id, option.id),
            Field("confidence", confidence, f"your vote, {confidence}% sure" if is_mine else ""),
            Field("came_true", option.id == outcome, "came true" if option.id == outcome else ""),
            Field("fan_press_percent", percent),
        ],
    )


def _notes(view: View, item: Theory) -> Iterator[Section]:
    """Yield what the reader wrote down, and how the theory turned out."""
    vote, verdict = view.ballot.vote(item.id), view.ballot.verdict(item.id)
    lines = [f"Your note: {vote.note}"] if vote is not None and vote.note else []
    lines += [f"Your verdict: {option_text(item, verdict.outcome)}"] if verdict else []
    lines += [f"The news says: {option_text(item, item.outcome)}"] if item.outcome else []
    if lines:
        yield Section(paragraphs=[plain_prose(line) for line in lines])


def _group(view: View, item: Theory) -> Iterator[Section]:
    if view.group is not None:
        # Most who print have no group, and do without what counts its votes.
        from hearts_tui.printing.group import group_sections

        yield from group_sections(view, item)


def _arguments(view: View, item: Theory) -> Sequence[Section]:
    """Return the polls of the fan press, and what speaks for and against the options."""
    return [*_polls(item), *_evidence(view, item)]


def _polls(item: Theory) -> Iterator[Section]:
    if item.baseline:
        entries = [
            Entry(
                title=option_text(item, share.option),
                fields=[Field("percent", share.percent, f"{share.percent}%")],
            )
            for share in item.baseline
        ]
        notes = [plain_prose(item.baseline_note.strip())]
        yield Section(heading="In the fan press", paragraphs=notes, entries=entries)


def _evidence(view: View, item: Theory) -> Iterator[Section]:
    told = [
        each for each in item.evidence if not hides_evidence(item, each, view.index, view.spoilers)
    ]
    entries = [
        _argument(item, each)
        for option in item.options
        for side in Side
        for each in told
        if each.option == option.id and each.side is side
    ]
    if hidden := len(item.evidence) - len(told):
        lines = "1 more line is" if hidden == 1 else f"{hidden} more lines are"
        entries.append(Entry(title=f"{lines} hidden; {view.hints.reveal} shows all"))
    if entries:
        yield Section(heading="For (+) and against (-)", entries=entries)


def _argument(item: Theory, evidence: Evidence) -> Entry:
    return Entry(
        mark=_SIGNS[evidence.side],
        title=f"{option_text(item, evidence.option)}: {evidence.says}",
        address=str(evidence.item),
        fields=[
            Field("option", evidence.option),
            Field("side", evidence.side.value),
            Field("says", evidence.says),
        ],
    )


NOUN: Noun[Theory] = Noun(
    section=address.Section.THEORIES,
    title="Theories",
    items=lambda view: all_theories(view.library.theories, view.ballot),
    groups=_board,
    fields=_fields,
    before=_options,
    after=_arguments,
    mark=_mark,
)
