"""Sessions in linear mode within the test: the real stores, lines from a list."""

import os
from collections.abc import Iterable
from pathlib import Path

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.clock import clock_from, zone_called
from hearts_tui.cli.compose import open_stores
from hearts_tui.content.pack import Pack
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.linear.ballot_offer import settle_ballot
from hearts_tui.linear.console import Console, EndOfInputError
from hearts_tui.linear.everywhere import Everywhere
from hearts_tui.linear.session import Session
from hearts_tui.linear.state import State


class Scripted:
    """Runs one session, and keeps what it writes."""

    def __init__(
        self, config: Path, lines: Iterable[str] = (), content: Path | None = None
    ) -> None:
        environ = {"HEARTS_CONFIG_DIR": os.fspath(config), "HEARTS_NOW": "2026-11-23T12:00:00Z"}
        library = Pack(content or content_folder())
        opened = open_stores(environ, library)
        settings = opened.settings
        self.written: list[str] = []
        self._lines = iter(lines)
        self.state = State(
            library=library,
            stores=opened.stores,
            clock=clock_from(environ),
            find_zone=zone_called,
            settings=settings,
            marks=opened.marks,
            spoilers=SpoilerFilter(settings.seen_film, settings.sequel_rumors),
        )
        console = Console(self._next, self.written.append, lambda: None, echoes=False)
        self.session = Session(self.state, console)
        self.everywhere = Everywhere(self.session)

    def run(self) -> str:
        """Run the session to its end and return what it wrote."""
        self.session.run(self.everywhere.home, lambda: settle_ballot(self.session))
        self.state.stores.queue.shutdown(wait=True)
        return "".join(self.written)

    def _next(self) -> str:
        for line in self._lines:
            return line
        raise EndOfInputError
