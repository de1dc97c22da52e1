"""The entries above the news: today's page, and the welcome."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.visual import Visual

from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.screens.today_while_loading import TodayWhileLoading
from hearts_tui.widgets.key_group import KeyGroup, key
from hearts_tui.widgets.list_item import Entry

if TYPE_CHECKING:
    from hearts_tui.screens.base import BaseScreen
    from hearts_tui.screens.day_vote import DayVote
    from hearts_tui.screens.today import Today
    from hearts_tui.screens.welcome import Welcome

Undo = Callable[[], None]
"""Takes the last change of a kind back."""

TODAY, WELCOME = "today", "welcome"
"""The ids of the entries, which no news has."""

_ANSWERS = {"y": SeenFilm.YES, "n": SeenFilm.NOT_YET}
_QUESTION = KeyGroup(
    "Have you seen the film?",
    (
        key("y", "answer", "Yes", name="answer.yes"),
        key("n", "answer", "Not yet", name="answer.not_yet"),
    ),
)


class FrontPages:
    """Today's page and, at a first visit or once it was asked for, the welcome.

    What the whole of today's page needs is imported once all of the content is there: the list
    stands before that.
    """

    def __init__(self, state: AppState) -> None:
        self._state = state
        self.is_first_visit = state.marks.visited is None
        self.has_asked_for_welcome = False
        self._vote: DayVote | None = None

    def __contains__(self, entry_id: str | None) -> bool:
        return entry_id in (TODAY, WELCOME)

    @property
    def rows(self) -> Sequence[str]:
        """The ids of the entries, from top to bottom."""
        if self.is_first_visit:
            return [WELCOME, TODAY]
        return [TODAY, WELCOME] if self.has_asked_for_welcome else [TODAY]

    def answer(self, entry_id: str | None, key: str) -> SeenFilm | None:
        """Return what a key answers, where a page asks if the reader has seen the film."""
        return _ANSWERS.get(key) if self._is_asking(entry_id) else None

    def _is_asking(self, entry_id: str | None) -> bool:
        return entry_id in self and self._state.settings.seen_film is SeenFilm.UNANSWERED

    def with_question(self, groups: Sequence[KeyGroup], entry_id: str | None) -> Sequence[KeyGroup]:
        """Put the keys that answer the question, where a page asks it, before others."""
        return [_QUESTION, *groups] if self._is_asking(entry_id) else groups

    def ask_for_vote(self, screen: "BaseScreen", voted: Callable[[Undo], None]) -> None:
        """Ask for a vote on the theory of the page in front, or else on that of the day.

        ``voted`` is given what takes the vote back.
        """
        if self._vote is None:
            from hearts_tui.screens.day_vote import DayVote

            self._vote = DayVote(self._state, screen)
        undo = self._vote.undo
        self._vote.ask(screen.item, lambda: voted(undo), is_first=screen.current == WELCOME)

    def entry(self, entry_id: str) -> Visual:
        """Draw an entry for the list."""
        front = self._front(entry_id)
        in_one = self._state.settings.is_read_aloud
        return Entry("◆", front.title, detail=front.detail, strong=True, compact=in_one)

    def page(self, entry_id: str, size: Size, *, wide: bool) -> Page | None:
        """Return the page of an entry in a window of a size; None where it's no entry of these."""
        return self._front(entry_id).page(size, wide=wide) if entry_id in self else None

    def _front(self, entry_id: str) -> "TodayWhileLoading | Today | Welcome":
        if entry_id == WELCOME:
            return self._welcome
        return self._today if self._state.is_loaded else TodayWhileLoading(self._state)

    @cached_property
    def _today(self) -> "Today":
        from hearts_tui.screens.today import Today

        return Today(self._state)

    @cached_property
    def _welcome(self) -> "Welcome":
        from hearts_tui.screens.welcome import Welcome

        return Welcome(self._state)
