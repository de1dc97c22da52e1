"""The commands that vote: ``vote``, ``unvote`` and ``verdict``."""

from collections.abc import Mapping
from dataclasses import replace

import click

from hearts_tui.cli.answers import answer_saved, json_option, save
from hearts_tui.cli.completion_values import complete_option, complete_theory
from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.lookup import find_theory
from hearts_tui.cli.workspace import Workspace, pass_workspace
from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    LONGEST_NOTE,
    MOST_CONFIDENCE,
    Entry,
    Kind,
    Verdict,
    Vote,
    cast_vote,
    is_same_answer,
    least_confidence,
    with_confidence,
    with_note,
)
from hearts_tui.domain.choosing import find_option
from hearts_tui.domain.closing import Closed, why_closed
from hearts_tui.domain.dates import on_day
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.theories import Option, Theory

FILE = "ballot.toml"
OPEN, UNDECIDED = "open", "undecided"
_WORDS = ((OPEN, "no verdict yet"), (UNDECIDED, "can't be decided"))

_CLOSED: Mapping[Closed, str] = {
    Closed.ARCHIVED: "{id} is archived. Start hearts and press r on it to reopen it.",
    Closed.DECIDED: "{id} is decided, so votes are closed.",
    Closed.PAST_DATE: "Votes on {id} closed after {day}. Yours counts as it stood then.",
}

theory_argument = click.argument("theory", shell_complete=complete_theory)


@click.command(
    epilog="""\
    Example: hearts vote t01 wedding --confidence 80 --note "cake first"

    Exit codes: 0 saved; 1 not saved, because votes are closed or the file can't be changed; 2 no
    such theory or option."""
)
@theory_argument
@click.argument("option", shell_complete=complete_option())
@click.option("--confidence", type=int, help="How sure you are, in percent. A new vote has 70.")
@click.option("--note", help="A note to yourself; an empty one deletes it.")
@json_option
@pass_workspace
def vote(
    work: Workspace,
    theory: str,
    option: str,
    confidence: int | None,
    note: str | None,
    *,
    as_json: bool,
) -> int:
    """Vote for an OPTION of a THEORY, or change your vote.

    Name the option by its text, how that begins, its number or its id. A hearts that is running
    shows the vote within a second.
    """
    asked = find_theory(work, theory)
    chosen, before = _option(asked, option), work.ballot.vote(asked.id)
    if confidence is not None:
        _require_confidence(asked, confidence)
    now = _voted(before, chosen.id, confidence, work)
    if note is not None:
        now = with_note(now, _note(note))
    said = "Saved"
    if now == before:
        said = "That's your vote already"
    else:
        if not is_same_answer(before, now):
            _require_open(asked, work)
        _save(work, Kind.VOTE, asked, now)
    details = {
        "kind": "vote",
        "theory": asked.id,
        "title": asked.title,
        "option": chosen.id,
        "text": chosen.text,
        "confidence": now.confidence,
        "note": now.note,
    }
    with_a_note = ", with your note" if now.note else ""
    said = f"{said}: {chosen.text}, {now.confidence}% sure{with_a_note}."
    return answer_saved(work, FILE, said, details, as_json=as_json)


@click.command(
    epilog="""\
    Example: hearts unvote t01

    Exit codes: 0 withdrawn, or there was none; 1 not saved; 2 no such theory."""
)
@theory_argument
@json_option
@pass_workspace
def unvote(work: Workspace, theory: str, *, as_json: bool) -> int:
    """Withdraw your vote on a THEORY."""
    asked = find_theory(work, theory)
    said = "No vote there, so nothing to withdraw."
    if work.ballot.vote(asked.id) is not None:
        _require_open(asked, work)
        _save(work, Kind.VOTE, asked, None)
        said = "Saved: vote withdrawn."
    details = {"kind": "unvote", "theory": asked.id, "title": asked.title, "option": None}
    return answer_saved(work, FILE, said, details, as_json=as_json)


@click.command(
    epilog="""\
    Example: hearts verdict t01 wedding

    Exit codes: 0 saved; 1 not saved; 2 no such theory or option."""
)
@theory_argument
@click.argument("option", shell_complete=complete_option(*_WORDS))
@json_option
@pass_workspace
def verdict(work: Workspace, theory: str, option: str, *, as_json: bool) -> int:
    """Say how a THEORY turned out, which closes its vote.

    OPTION is one of the theory's, as in hearts vote; "undecided" where it can't be decided; "open"
    where there's no verdict yet, which takes yours back.
    """
    asked = find_theory(work, theory)
    outcome = _outcome(asked, option)
    before = work.ballot.verdict(asked.id)
    is_new = outcome != (before.outcome if before else "")
    if is_new:
        _save(work, Kind.VERDICT, asked, Verdict(outcome, work.now) if outcome else None)
    said = f"{'Saved' if is_new else 'Nothing changed'}: {_in_words(asked, outcome)}."
    details = {
        "kind": "verdict",
        "theory": asked.id,
        "title": asked.title,
        "verdict": UNDECIDED if outcome == CANT_BE_TOLD else outcome or OPEN,
    }
    return answer_saved(work, FILE, said, details, as_json=as_json)


def _option(theory: Theory, said: str) -> Option:
    try:
        return find_option(theory.options, said)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _outcome(theory: Theory, said: str) -> str:
    """Return the outcome that is meant; empty for none."""
    words = {OPEN: "", UNDECIDED: CANT_BE_TOLD}
    return words[said] if said in words else _option(theory, said).id


def _in_words(theory: Theory, outcome: str) -> str:
    option = theory.option(outcome)
    if option is not None:
        return f"your verdict, {option.text}"
    return "can't be decided" if outcome else "no verdict yet"


def _voted(before: Vote | None, option: str, confidence: int | None, work: Workspace) -> Vote:
    """Return a vote for an option; what the vote before says of it stays."""
    if before is not None and before.option == option:
        return before if confidence is None else with_confidence(before, confidence, work.now)
    vote = cast_vote(before, option, work.now)
    return vote if confidence is None else replace(vote, confidence=confidence)


def _require_confidence(theory: Theory, confidence: int) -> None:
    least = least_confidence(len(theory.options))
    if not least <= confidence <= MOST_CONFIDENCE:
        raise click.UsageError(
            f"{confidence}% won't do. With {len(theory.options)} options it's {least} to "
            f"{MOST_CONFIDENCE}: less, and another one is your favorite."
        )


def _note(text: str) -> str:
    note = " ".join(sanitize(text).split())
    if len(note) > LONGEST_NOTE:
        raise click.UsageError(
            f"A note has at most {LONGEST_NOTE} characters; this one has {len(note)}."
        )
    return note


def _require_open(theory: Theory, work: Workspace) -> None:
    """Check that the vote on a theory can change.

    Raises:
        NotDoneError: it can't.

    """
    closed = why_closed(theory, work.ballot, work.now)
    if closed is None:
        return
    day = theory.closes and on_day(theory.closes)
    told = _CLOSED[closed].format(id=theory.id, day=day)
    if closed is Closed.DECIDED and work.ballot.verdict(theory.id) is not None:
        told += f" hearts verdict {theory.id} {OPEN} takes your verdict back."
    raise NotDoneError(told)


def _save(work: Workspace, kind: Kind, theory: Theory, entry: Entry | None) -> None:
    save(work, lambda: work.stores.ballot.save(kind, theory.id, entry).notice)
