"""What can be chosen on the page of a theory."""

from collections.abc import Iterator

from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    LONGEST_NOTE,
    MOST_CONFIDENCE,
    Kind,
    Verdict,
    Vote,
    cast_vote,
    least_confidence,
    with_confidence,
    with_note,
)
from hearts_tui.domain.closing import why_closed
from hearts_tui.domain.group_words import why_hidden
from hearts_tui.domain.plural import count
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.domain.verdicts import outcome_of
from hearts_tui.linear.ballots import change, is_open
from hearts_tui.linear.choices import Choice
from hearts_tui.linear.own_theories import OwnTheories
from hearts_tui.linear.session import Session
from hearts_tui.printing.theories import option_text

_NO_VERDICT = "no verdict yet"


def vote_choices(session: Session, theory: Theory) -> Iterator[Choice]:
    """Yield the options of a theory."""
    for option in theory.options:
        yield _option(session, theory, option)


def _option(session: Session, theory: Theory, option: Option) -> Choice:
    vote = session.state.ballot.vote(theory.id)
    details = []
    if vote is not None and vote.option == option.id:
        details.append(f"your vote, {vote.confidence}% sure")
    if option.id == outcome_of(theory, session.state.ballot):
        details.append("came true")
    return Choice(
        label=option.text,
        lead="Vote for",
        detail=", ".join(details),
        names=[option.id],
        run=lambda _: _vote(session, theory, option),
        actions=["vote", "vote_today", "vote_by_number"],
    )


def ballot_choices(session: Session, theory: Theory) -> Iterator[Choice]:
    """Yield what else can be said of a theory."""
    own = OwnTheories(session)
    yield Choice(
        label="sure",
        question="How sure are you, in percent?",
        run=lambda said: _be_sure(session, theory, said),
        names=["confidence"],
        actions=["more_sure", "less_sure"],
    )
    yield Choice(
        label="note",
        question=f"Your note, up to {LONGEST_NOTE} characters; an empty line deletes it:",
        run=lambda said: _annotate(session, theory, said),
        actions=["annotate"],
    )
    yield Choice(label="withdraw", run=lambda _: _withdraw(session, theory), actions=["withdraw"])
    yield Choice(label="verdict", run=lambda _: _settle(session, theory), actions=["settle"])
    if session.state.ballot.own(theory.id) is not None:
        yield Choice(label="edit", run=lambda _: own.edit(theory), actions=["edit"])
        yield Choice(
            label="archive",
            names=["reopen"],
            run=lambda _: own.archive(theory),
            actions=["archive"],
        )


def _vote(session: Session, theory: Theory, option: Option) -> None:
    if not is_open(session, theory):
        return
    before, state = session.state.ballot.vote(theory.id), session.state
    if before is not None and before.option == option.id:
        session.say("vote", f"That's your vote already, {before.confidence}% sure.")
        return
    vote = cast_vote(before, option.id, state.clock())
    if change(session, Kind.VOTE, theory.id, vote, f"{option.text}, {vote.confidence}% sure."):
        session.say("vote", "'sure' says how sure you are, 'note' adds a note, 'undo' takes back.")
        if before is None:
            _tell_of_group(session, theory)


def _tell_of_group(session: Session, theory: Theory) -> None:
    """Say that the group's votes are open now, or what they still wait for."""
    state = session.state
    group, ballot = state.view.group, state.ballot
    if group is None or ballot.own(theory.id) is not None:
        return
    told = group.tally(theory, ballot)
    if told.hidden is None:
        session.say("group", f"{count(told.voters, 'vote')}. 'again' reads what the others think.")
    else:
        is_closed = why_closed(theory, ballot, state.clock()) is not None
        session.say("group", why_hidden(told, is_closed=is_closed))


def _vote_on(session: Session, theory: Theory) -> Vote | None:
    """Return the vote on a theory; tell how to give one where there is none."""
    vote = session.state.ballot.vote(theory.id)
    if vote is None:
        session.say("vote", "Vote first: choose one of the options.")
    return vote


def _be_sure(session: Session, theory: Theory, said: str) -> None:
    vote = _vote_on(session, theory)
    if vote is None or not is_open(session, theory):
        return
    least = least_confidence(len(theory.options))
    number = said.removesuffix("%").strip()
    if number not in {str(percent) for percent in range(least, MOST_CONFIDENCE + 1)}:
        why = "less, and another option is your favorite"
        told = f"With {len(theory.options)} options it's {least} to {MOST_CONFIDENCE}: {why}."
        session.say("unclear", told)
        return
    changed = with_confidence(vote, int(number), session.state.clock())
    if changed == vote:
        session.say("vote", f"You're {vote.confidence}% sure already.")
        return
    said = f"{option_text(theory, vote.option)}, {changed.confidence}% sure."
    change(session, Kind.VOTE, theory.id, changed, said)


def _annotate(session: Session, theory: Theory, note: str) -> None:
    vote = _vote_on(session, theory)
    if vote is None:
        return
    if len(note) > LONGEST_NOTE:
        told = f"A note has at most {LONGEST_NOTE} characters; this one has {len(note):,}."
        session.say("unclear", told)
        return
    shares = bool(note) and _may_share(session, theory) and _is_shared(session, vote)
    said = "Your note." if note else "No note."
    change(session, Kind.VOTE, theory.id, with_note(vote, note, shares=shares), said)


def _may_share(session: Session, theory: Theory) -> bool:
    """Return whether others see the user's vote on a theory; of the user's own they know none."""
    has_board = session.state.stores.own_slip is not None
    return has_board and session.state.ballot.own(theory.id) is None


def _is_shared(session: Session, vote: Vote) -> bool:
    options = [("no", "Only I see it"), ("yes", "Others see it")]
    current = "yes" if vote.shares_note else "no"
    return session.pick("note", "Do others see this note?", options, current) == "yes"


def _withdraw(session: Session, theory: Theory) -> None:
    if _vote_on(session, theory) is not None and is_open(session, theory):
        change(session, Kind.VOTE, theory.id, None, "Vote withdrawn.")


def _settle(session: Session, theory: Theory) -> None:
    present = session.state.ballot.verdict(theory.id)
    options = [(option.id, option.text) for option in theory.options]
    options += [(CANT_BE_TOLD, "Can't be decided"), (_NO_VERDICT, "No verdict yet")]
    current = present.outcome if present else _NO_VERDICT
    chosen = session.pick("verdict", "How did it turn out?", options, current)
    if chosen is None:
        return
    if chosen == current:
        session.say("verdict", "Nothing changed.")
        return
    verdict = None if chosen == _NO_VERDICT else Verdict(chosen, session.state.clock())
    said = f"Your verdict, {option_text(theory, chosen)}." if verdict else "No verdict."
    change(session, Kind.VERDICT, theory.id, verdict, said)
