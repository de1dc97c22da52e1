"""What linear mode works on: the content, the user's files and what was read of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.library import Library
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.storage import Stores
from hearts_tui.domain.theories import Theory
from hearts_tui.printing.hints import Hints
from hearts_tui.printing.view import View

HINTS = Hints(reveal="'reveal'", how_we_know="'how we know'", theories="'theories'")


@dataclass
class State:
    """The library, the clock, the stores, and the reader's own state as it is on the disk.

    ``warnings`` are sentences that the reader has not been told yet.
    """

    library: Library
    stores: Stores
    clock: Callable[[], datetime]
    find_zone: Callable[[str], tzinfo]
    settings: Settings
    marks: Marks
    spoilers: SpoilerFilter
    ballot: Ballot = field(default_factory=Ballot)
    warnings: list[str] = field(default_factory=list)

    @property
    def view(self) -> View:
        """What documents are made from, at this moment."""
        return View(
            library=self.library,
            now=self.clock(),
            find_zone=partial(self.find_zone, self.settings.zone),
            settings=self.settings,
            spoilers=self.spoilers,
            load_marks=lambda: self.marks,
            load_ballot=lambda: self.ballot,
            hints=HINTS,
        )

    @property
    def theories(self) -> list[Theory]:
        """The theories of the content, then the reader's own."""
        return all_theories(self.library.theories, self.ballot)

    def theory(self, theory_id: str) -> Theory | None:
        """Return the theory of an id, if there is one."""
        return next((theory for theory in self.theories if theory.id == theory_id), None)
