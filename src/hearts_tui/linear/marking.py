"""What the reader makes of items: read, starred and rated."""

from collections.abc import Iterable

from hearts_tui.domain.address import Address
from hearts_tui.domain.marks import MOST_STARS
from hearts_tui.linear.session import Session


def set_read(session: Session, addresses: Iterable[Address], *, read: bool, said: str) -> bool:
    """Mark items read or unread; return whether that is saved."""
    names, state = [*map(str, addresses)], session.state
    at = state.clock() if read else None
    saved = session.keep(lambda: state.stores.marks.save_read(names, at), said)
    if saved:
        state.marks = state.marks.with_read(names, read=read)
    return saved


def toggle_star(session: Session, address: Address) -> None:
    """Star an item, or take the star away."""
    name, state = str(address), session.state
    starred = name not in state.marks.starred
    at = state.clock() if starred else None
    said = "Starred." if starred else "No star."
    if session.keep(lambda: state.stores.marks.save_star(name, at), said):
        state.marks = state.marks.with_star(name, starred=starred)


def rate(session: Session, address: Address, said: str) -> None:
    """Rate an item by the number of stars that somebody said."""
    if said not in {str(stars) for stars in range(MOST_STARS + 1)}:
        session.say("unclear", f"A rating is a number from 0, for none, to {MOST_STARS}.")
        return
    name, stars, state = str(address), int(said), session.state
    told = f"Rated {stars} of {MOST_STARS}." if stars else "No rating."
    if session.keep(lambda: state.stores.marks.save_rating(name, stars), told):
        state.marks = state.marks.with_rating(name, stars)
