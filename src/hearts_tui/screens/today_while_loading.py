"""Today, while nothing but the news has been read."""

from datetime import date

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.dates import on_day
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import Document, Paragraph


def day_title(today: date) -> Paragraph:
    """Return the title of a day's page."""
    return Paragraph(Content.styled(f"{today:%A, %B} {today.day}", "$accent bold"))


class TodayWhileLoading:
    """The day and its date: the first of all pages doesn't wait for all of the content."""

    title = "Today"

    def __init__(self, state: AppState) -> None:
        self._state = state

    @property
    def detail(self) -> str:
        """The date."""
        return str(on_day(self._state.today))

    def page(self, size: Size, *, wide: bool) -> Page:
        """Return the head of the page, which is the same in all windows."""
        del size, wide
        return Page(Document([day_title(self._state.today)]), Document([]))
