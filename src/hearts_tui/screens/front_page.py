"""The page above the news feed: a welcome at the first visit, and today at every other."""

from textual.content import Content

from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.milestones import happening_today, occasion
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.domain.whats_new import WhatsNew, whats_new
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.item_page import heading, links, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.markdown import to_paragraphs

_WELCOME = """\
Cassie sings. Luke serves. They marry for the benefits, and you know how that goes. Here's the cast,
the songs, the dates, and everything the fan press whispers about a second film, each with a sign
that says how sure it is.
"""
_QUESTION = "**Have you seen the film?**  Press **y** or **n**. Until then, its plot stays hidden."
_START_HERE = (
    "cast/cassie",
    "tracks/come-back-home",
    "theories/t01",
    "news/no-public-confirmation",
)
_KEYS = (
    ("1 to 6", "the screens"),
    ("j k Enter", "move, open"),
    ("Esc", "go back (never quits)"),
    ("/  ctrl+p", "filter, find anything"),
    ("s  x", "spoiler settings, reveal one"),
    ("?", "all keys"),
    ("q", "quit; everything is saved"),
)
_KEYS_WIDTH = 11
_FAN_WORK = "A fan work, not official. It works offline, so the world may know more than it does."


class FrontPage:
    """What stands above the feed."""

    def __init__(self, state: AppState) -> None:
        self._state = state

    @property
    def _is_first_visit(self) -> bool:
        return self._state.marks.visited is None

    @property
    def title(self) -> str:
        """The title of the entry."""
        return "Welcome" if self._is_first_visit else "Today"

    @property
    def detail(self) -> str:
        """What stands under the title."""
        if self._is_first_visit:
            return "start here"
        news = self._whats_new()
        return f"{len(news.told)} new" if news and news.told else self._state.short_countdown()

    def page(self) -> Page:
        """Return the page."""
        if self._is_first_visit:
            return Page(Document(self._welcome()), Document(self._keys()))
        return Page(Document(self._today()), Document([]))

    def _welcome(self) -> list[Paragraph]:
        paragraphs = [Paragraph(Content.styled("Purple Hearts", "$accent bold")), GAP]
        paragraphs += to_paragraphs(_WELCOME)
        if self._state.settings.seen_film is SeenFilm.UNANSWERED:
            paragraphs += [GAP, *to_paragraphs(_QUESTION)]
        addresses = [a for a in self._state.index if str(a) in _START_HERE]
        paragraphs += links("Start here", addresses, self._state.index, self._state.spoiler_filter)
        return paragraphs

    def _keys(self) -> list[Paragraph]:
        rows = [Paragraph(Content(what), _KEYS_WIDTH, keys) for keys, what in _KEYS]
        return [*heading("Keys"), *rows, GAP, quiet(_FAN_WORK)]

    def _today(self) -> list[Paragraph]:
        state = self._state
        paragraphs = [
            Paragraph(Content.styled(f"Today, {on_day(state.today)}", "$accent bold")),
            quiet(state.short_countdown()),
        ]
        today = happening_today(state.library.milestones, state.today)
        if today:
            names = ", ".join(occasion(milestone, state.today) for milestone in today)
            paragraphs += [*heading("On this day"), Paragraph(Content(names))]
        news = self._whats_new()
        if news:
            paragraphs += [
                *links("New and updated", news.told, state.index, state.spoiler_filter),
                *self._dates(news),
                *links("Decided", news.settled, state.index, state.spoiler_filter),
            ]
        return paragraphs

    def _whats_new(self) -> WhatsNew | None:
        state = self._state
        if state.marks.visited is None or not state.is_loaded:
            return None
        return whats_new(state.index, day_of(state.marks.visited, state.zone), state.today)

    def _dates(self, news: WhatsNew) -> list[Paragraph]:
        paragraphs = [
            Paragraph(
                Content.assemble(
                    (f"{on_day(day)}: ", "$text-muted"), link(occasion(item, day), address)
                ),
                2,
                "· ",
            )
            for address, (item, day) in news.came.items()
        ]
        return [*heading("Dates since then"), *paragraphs] if paragraphs else []
