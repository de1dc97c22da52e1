"""Make the screen of a section."""

from pathlib import Path

from hearts_tui.domain.address import Section
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.state import AppState

_FOLDER = Path(__file__).parent

PREBUILT_MODULES = (
    "markdown_it",
    "hearts_tui.widgets.charts",
    "hearts_tui.widgets.evidence",
    "hearts_tui.widgets.markdown",
    *(f"hearts_tui.screens.{section}" for section in Section),
    "hearts_tui.screens.info_dialogs",
    "hearts_tui.screens.settings",
    "hearts_tui.screens.how_we_know",
    "hearts_tui.screens.palette",
    "hearts_tui.screens.score",
)
"""What is imported only once it is needed, or while nobody types."""

PREBUILT_STYLES = (_FOLDER / "dialogs.tcss",)


def screen_for(section: Section, state: AppState) -> BaseScreen:
    """Make the screen of a section, of which nothing is imported before it is first opened."""
    match section:
        case Section.NEWS:
            from hearts_tui.screens.news import NewsScreen

            return NewsScreen(state)
        case Section.CAST:
            from hearts_tui.screens.cast import CastScreen

            return CastScreen(state)
        case Section.TRACKS:
            from hearts_tui.screens.tracks import TracksScreen

            return TracksScreen(state)
        case Section.COUNTDOWN:
            from hearts_tui.screens.countdown import CountdownScreen

            return CountdownScreen(state)
        case Section.THEORIES:
            from hearts_tui.screens.theories import TheoriesScreen

            return TheoriesScreen(state)
        case Section.FILM:
            from hearts_tui.screens.film import FilmScreen

            return FilmScreen(state)
