"""The panes that a page is read in."""

from hearts_tui.screens.page_builder import Page
from hearts_tui.widgets.reader import Reader


class PagePanes:
    """The page, and in wide windows the pane beside it."""

    def __init__(self) -> None:
        self.reader = Reader(classes="page")
        self.side = Reader(classes="side", walks_links=True)
        self.was_wide = False
        """Whether there was room for both when a page was last shown."""

    def show(self, page: Page, *, wide: bool, from_top: bool) -> None:
        """Show a page, in both panes where there is room for both."""
        self.was_wide = wide
        if wide:
            self.reader.show(page.story, from_top=from_top)
            self.side.show(page.beside, from_top=from_top)
        else:
            self.reader.show(page.whole, from_top=from_top)
