"""What linear mode works on: the content, the user's files and what was read of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.group import Group
from hearts_tui.domain.group_reader import GroupReader
from hearts_tui.domain.library import Library
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.storage import Stores
from hearts_tui.domain.theories import Theory
from hearts_tui.printing.hints import Hints
from hearts_tui.printing.view import View

HINTS = Hints(
    reveal="'reveal'", how_we_know="'how we know'", theories="'theories'", compare="'compare'"
)


@dataclass
class State:
    """The library, the clock, the stores, and the reader's own state as it is on the disk.

    ``warnings`` are sentences that the reader has not been told yet; ``group`` are the other
    voters, None until they were read.
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
    group: Group | None = None

    def __post_init__(self) -> None:
        self._reader = GroupReader(self.stores)

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
            group=self.group if self._has_group else None,
        )

    @property
    def _has_group(self) -> bool:
        """Whether the reader shares a board, or has added a friend."""
        return self.stores.slips is not None or bool(self.group and self.group.friends)

    @property
    def theories(self) -> list[Theory]:
        """The theories of the content, then the reader's own."""
        return all_theories(self.library.theories, self.ballot)

    def look_at_group(self) -> None:
        """Read what others vote, where that changed."""
        found = self._reader.read(self.library.theories, self.ballot)
        self.warnings += filter(None, found.notices)
        if found.group is not None:
            self.group = found.group

    def theory(self, theory_id: str) -> Theory | None:
        """Return the theory of an id, if there is one."""
        return next((theory for theory in self.theories if theory.id == theory_id), None)
