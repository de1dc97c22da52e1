"""What a command works on: the content, the user's files and the clock."""

import os
from collections.abc import Mapping
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path

import click

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.clock import Clock, clock_from, zone_called
from hearts_tui.cli.compose import open_stores
from hearts_tui.cli.failures import UNCHANGED, NotDoneError
from hearts_tui.content.pack import Pack
from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.library import Library
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.storage import Loaded, StorageError, Stores
from hearts_tui.domain.theories import Theory
from hearts_tui.store.config_dir import config_dir


class Workspace:
    """The content, the user's files and the clock, each opened when it is first asked for.

    Without arguments: what comes with hearts, and this process's environment. ``voter`` is as for
    ``open_stores``.
    """

    def __init__(
        self,
        environ: Mapping[str, str] | None = None,
        content: Path | None = None,
        voter: str = "",
    ) -> None:
        self._voter = voter
        self.environ: Mapping[str, str] = os.environ if environ is None else environ
        self.content = content or content_folder()
        self.notices: list[str] = []
        """What the user is to be told of the files that were read so far."""

    @cached_property
    def folder(self) -> Path:
        """The user's folder."""
        return config_dir(self.environ)

    @cached_property
    def stores(self) -> Stores:
        """The stores of the user's files.

        Raises:
            click.UsageError: the environment holds a value that can't be used.

        """
        try:
            opened = open_stores(self.environ, self.library, self._voter)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        self.notices.extend(opened.warnings)
        return opened.stores

    def wait_for_slip(self) -> None:
        """Wait until a group sees what was saved, and note what there is to tell of it."""
        self.stores.queue.shutdown(wait=True)
        if self.stores.own_slip is not None:
            self.notices.append(self.stores.own_slip.notice)

    @cached_property
    def library(self) -> Library:
        """The content."""
        return Pack(self.content)

    @cached_property
    def clock(self) -> Clock:
        """What tells the present instant.

        Raises:
            click.UsageError: HEARTS_NOW names none.

        """
        try:
            return clock_from(self.environ)
        except ValueError as error:
            raise click.UsageError(str(error)) from error

    @cached_property
    def now(self) -> datetime:
        """The instant at which the command began."""
        return self.clock()

    @cached_property
    def ballot(self) -> Ballot:
        """The ballot, whose file stays where it is even if it is damaged.

        Raises:
            NotDoneError: it can't be used.

        """
        from hearts_tui.store.ballot import BallotFile

        # Not through the stores, which make the folder: to read, none is needed.
        try:
            loaded = BallotFile(self.folder).examine()
        except StorageError as error:
            raise NotDoneError(f"{error} {UNCHANGED}") from error
        if loaded.notice:
            self.notices.append(loaded.notice)
        return loaded.value

    @cached_property
    def settings(self) -> Settings:
        """The settings; those that hold when nothing was said, where they can't be read."""
        from hearts_tui.store.settings import SettingsFile

        try:
            loaded = SettingsFile(self.folder).examine()
        except StorageError as error:
            loaded = Loaded(Settings(), str(error))
        if loaded.notice:
            self.notices.append(loaded.notice)
        return loaded.value

    @cached_property
    def zone(self) -> tzinfo:
        """The zone that times are told in."""
        return zone_called(self.settings.zone)

    @property
    def theories(self) -> list[Theory]:
        """The theories of the content, then the user's own."""
        return all_theories(self.library.theories, self.ballot)

    def shown(self, path: Path) -> str:
        """Write a path for people, with a tilde for their home."""
        home = self.environ.get("HOME", "")
        if home and path.is_relative_to(home):
            return str(Path("~") / path.relative_to(home))
        return str(path)


pass_workspace = click.make_pass_decorator(Workspace, ensure=True)
"""Hand a command its workspace: the one that its caller put together, else the usual one."""
