"""A content pack: a folder of TOML files, each read when it is first asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from hearts_tui.content.schema import structure
from hearts_tui.content.toml_reader import ContentError, read_table

if TYPE_CHECKING:
    from hearts_tui.domain.cast import Person
    from hearts_tui.domain.film import FilmPage
    from hearts_tui.domain.item import Source
    from hearts_tui.domain.milestones import Milestone
    from hearts_tui.domain.news import News
    from hearts_tui.domain.rumor_check import RumorCheck
    from hearts_tui.domain.theories import Theory
    from hearts_tui.domain.tracks import Album, Track

Record = TypeVar("Record")


class Pack:
    """The items of one pack.

    A file that can't be used leaves its part empty and adds one sentence to ``faults``; the other
    parts are not touched by it. What the first screen does not show is not even imported for it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults: list[str] = []

    @property
    def faults(self) -> Sequence[str]:
        """One sentence for each file that was read so far and could not be used."""
        return tuple(dict.fromkeys(self._faults))

    @cached_property
    def sources(self) -> "Mapping[str, Source]":
        """Sources by id."""
        from hearts_tui.domain.item import Source

        return {source.id: source for source in self._items("sources.toml", "source", Source)}

    @cached_property
    def news(self) -> "tuple[News, ...]":
        """News in the order of the file."""
        from hearts_tui.domain.news import News

        return self._items("news.toml", "news", News)

    @cached_property
    def people(self) -> "tuple[Person, ...]":
        """Characters, then makers."""
        from hearts_tui.domain.cast import Person

        return self._items("cast.toml", "person", Person)

    @cached_property
    def tracks(self) -> "tuple[Track, ...]":
        """The album, then the other songs."""
        from hearts_tui.domain.tracks import Track

        return self._items("tracks.toml", "track", Track)

    @cached_property
    def album(self) -> "Album | None":
        """The record that the tracks of the album are on; None where the pack has none."""
        from hearts_tui.domain.tracks import Album

        row = self._table("tracks.toml").get("album")
        try:
            return structure("tracks.toml", "album", [row], Album)[0] if row else None
        except ContentError as error:
            self._faults.append(str(error))
            return None

    @cached_property
    def milestones(self) -> "tuple[Milestone, ...]":
        """Milestones in the order of the file."""
        from hearts_tui.domain.milestones import Milestone

        return self._items("milestones.toml", "milestone", Milestone)

    @cached_property
    def theories(self) -> "tuple[Theory, ...]":
        """The board in the order of the file."""
        from hearts_tui.domain.theories import Theory

        return self._items("theories.toml", "theory", Theory)

    @cached_property
    def film(self) -> "tuple[FilmPage, ...]":
        """Pages about the film in the order of the file."""
        from hearts_tui.domain.film import FilmPage

        return self._items("film.toml", "film", FilmPage)

    @cached_property
    def rumor_check(self) -> "RumorCheck":
        """What the fan press says, beside what is so."""
        from hearts_tui.domain.rumor_check import RumorCheck, Statement

        statements = self._items("claims.toml", "claim", Statement)
        intro = self._table("claims.toml").get("intro", "")
        return RumorCheck(intro=intro if isinstance(intro, str) else "", statements=statements)

    @cached_property
    def left_out(self) -> Mapping[str, str]:
        """Rows of the research notes that no item uses, with the reason."""
        table = self._table("sources.toml").get("left_out", {})
        return {str(row): str(reason) for row, reason in table.items()}

    def _items(self, file: str, table: str, kind: type[Record]) -> tuple[Record, ...]:
        rows = self._table(file)
        try:
            return structure(file, table, rows.get(table), kind) if rows else ()
        except ContentError as error:
            self._faults.append(str(error))
            return ()

    def _table(self, file: str) -> dict[str, Any]:
        try:
            return read_table(self._folder / file)
        except ContentError as error:
            self._faults.append(str(error))
            return {}
