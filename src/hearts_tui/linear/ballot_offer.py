"""Read the ballot, and offer the last good copy of one that is damaged or lacks something."""

from hearts_tui.linear.session import Session

_BRING_BACK, _GO_ON = "back", "present"


def settle_ballot(session: Session) -> None:
    """Read the ballot into the state; ask which one to take where that is not clear.

    The same is asked when another session changes it for the worse.
    """
    session.ballot_changed = lambda: offer_last_good(session)
    state = session.state
    loaded = session.save(state.stores.ballot.load)
    if loaded is None:
        return
    state.ballot = loaded.value
    session.warn(loaded.notice)
    offer_last_good(session)


def offer_last_good(session: Session) -> None:
    """Ask which ballot to take, where the present one is damaged or lacks something."""
    state = session.state
    last_good = session.save(state.stores.ballot.last_good)
    if last_good is None:
        return
    present = len(state.ballot.votes)
    options = [
        (_BRING_BACK, f"Bring back the last good copy, {_votes(len(last_good.votes))}"),
        (_GO_ON, f"Go on with {_votes(present)}" if present else "Start empty"),
    ]
    question = "Your ballot is missing something. The other one is kept under another name."
    chosen = session.pick("ballot", question, options, _BRING_BACK)
    if chosen == _BRING_BACK:
        saved = session.save(state.stores.ballot.restore)
        if saved is not None:
            state.ballot = saved.ballot
            session.say("saved", "The last good copy is back.")
            session.warn(saved.notice)
    elif chosen == _GO_ON:
        session.keep(state.stores.ballot.accept, "")


def _votes(count: int) -> str:
    return "1 vote" if count == 1 else f"{count:,} votes"
