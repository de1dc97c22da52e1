"""Changes of the ballot, as the board asks for them and hears of them."""

from dataclasses import dataclass

from textual.message import Message

from hearts_tui.domain.ballot import Entry, Kind
from hearts_tui.domain.storage import SavedBallot


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the ballot before and after; ``undoes`` is the change that it takes back."""

    kind: Kind
    theory: str
    before: Entry | None
    after: Entry | None
    undoes: "Change | None" = None

    def undone(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.kind, self.theory, self.after, self.before, undoes=self)


class ChangeBallot(Message):
    """A request to change an entry of the ballot."""

    def __init__(self, kind: Kind, theory: str, entry: Entry | None) -> None:
        super().__init__()
        self.kind = kind
        self.theory = theory
        self.entry = entry


class ChangeSaved(Message):
    """A change is durable, and this is what the ballot holds now."""

    def __init__(self, change: Change, saved: SavedBallot) -> None:
        super().__init__()
        self.change = change
        self.saved = saved


class ChangeNotSaved(Message):
    """A change could not be kept, for a reason."""

    def __init__(self, change: Change, reason: str) -> None:
        super().__init__()
        self.change = change
        self.reason = reason


class BallotWorse(Message):
    """The ballot on the disk was damaged or lost something, and the desk has a better one."""
