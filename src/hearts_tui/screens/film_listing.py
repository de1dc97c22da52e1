"""The pages about the film: how they are listed, and what stands around each."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.film import FILM_HEADINGS, FilmGroup, FilmPage, by_group
from hearts_tui.domain.item import Status
from hearts_tui.domain.status_words import sign
from hearts_tui.screens.film_sights import FilmSights
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.document import GAP, Block, Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.stars import STAR

_PREVIOUS, _NEXT = "← ", "→ "
_PROGRESS_COLUMNS = 20


class FilmListing(Listing[FilmPage]):
    """Pages about the film, under a heading for each group, to be read one after the other.

    ``listed`` tells the ids that the list holds now, between which one turns the pages. These are
    made for the size of the ``window``, and whether that ``is_wide``.
    """

    def __init__(
        self,
        state: AppState,
        listed: Callable[[], Sequence[str]],
        window: Callable[[], Size],
        is_wide: Callable[[], bool],
    ) -> None:
        super().__init__(state, Section.FILM)
        self._listed = listed
        self._window, self._is_wide = window, is_wide
        self._sights = FilmSights(state)

    @property
    def items(self) -> Sequence[FilmPage]:
        """All pages, group by group."""
        return [page for pages in by_group(self.state.library.film).values() for page in pages]

    def caption(self, shown: Sequence[FilmPage]) -> str:
        """Return how many pages there are."""
        count = len(shown)
        return f"Purple Hearts, 2022 · {count} page{'s' if count != 1 else ''}"

    @property
    def starting_at(self) -> str | None:
        """The first page that tells nothing a reader isn't ready for."""
        return next((page.id for page in self.items if not self.hidden.covers(page)), None)

    def rows(self, shown: Sequence[FilmPage]) -> Sequence[Row]:
        """Return the pages under the headings of their groups."""
        rows: list[Row] = []
        for group, pages in by_group(shown).items():
            rows += [Heading(FILM_HEADINGS[group]), *(page.id for page in pages)]
        return rows

    def entry(self, item: FilmPage) -> Visual:
        """Draw the number of a scene or the sign of a rumor, a title and the reader's stars."""
        starred, stars = STAR if self.is_starred(item) else "", self.stars(item)
        return Entry(self._mark(item), self.hidden.title_of(item), note=starred, detail=stars)

    def _mark(self, item: FilmPage) -> str:
        if item.group is FilmGroup.SCENES:
            return f"{self._place(item)[0]:>2}"
        return f"{'' if item.status is Status.CONFIRMED else sign(item.status):>2}"

    def page(self, item: FilmPage) -> Page:
        """Return a page with its place in its group, and the way to the pages around it."""
        number, count = self._place(item)
        group = "Scene" if item.group is FilmGroup.SCENES else f"{FILM_HEADINGS[item.group]},"
        starred = STAR if self.is_starred(item) else ""
        window = self._window()
        around = filter(None, (self.neighbor(item.id, step) for step in (-1, 1)))
        neighbors = [*map(self.address, around)]
        seen = self._sights.around(item, window, wide=self._is_wide(), linked=neighbors)
        return self.pages.build(
            item,
            Extras(
                notes=(f"{group} {number} of {count}", starred, self.stars(item)),
                facts=seen.facts,
                picture=seen.picture,
                after=seen.company.after,
                side=seen.company.side,
                linked=seen.company.linked,
                foot=self._foot(item),
                shows_status=item.status is not Status.CONFIRMED,
            ),
        )

    def _place(self, item: FilmPage) -> tuple[int, int]:
        """Return which page of its group an item is, counted from 1, and of how many."""
        group = by_group(self.state.library.film)[item.group]
        return group.index(item) + 1, len(group)

    def _foot(self, item: FilmPage) -> list[Block]:
        """Return how far the reader is in a group, and links to the pages around this one."""
        number, count = self._place(item)
        pages = {page.id: page for page in self.items}
        previous, following = self.neighbor(item.id, -1), self.neighbor(item.id, 1)
        around = [
            (lead, pages[found])
            for lead, found in ((_PREVIOUS, previous), (_NEXT, following))
            if found
        ]
        return [
            *(self._without_plot() if self.hidden.covers(item) else []),
            GAP,
            Paragraph(Content.styled(bar(number / count, _PROGRESS_COLUMNS), "$accent")),
            *(self._link(lead, self.hidden.title_of(page), page) for lead, page in around),
            *(self._teaser(item, pages[following]) if following else []),
        ]

    def _teaser(self, item: FilmPage, following: FilmPage) -> list[Block]:
        """Return a look at the page that comes after one, unless it is hidden."""
        if self.hidden.covers(following):
            return []
        return self._sights.teaser(following, self._window(), drawn=item.picture)

    def _without_plot(self) -> list[Paragraph]:
        """Return links to the first page that is open to the reader in each group."""
        groups = by_group(page for page in self.items if not self.hidden.covers(page))
        return [
            GAP,
            quiet("Seen the film? Press s, and it's all yours. Until then, no plot here:"),
            *(self._link("· ", FILM_HEADINGS[group], pages[0]) for group, pages in groups.items()),
        ]

    def _link(self, lead: str, text: str, page: FilmPage) -> Paragraph:
        return Paragraph(link(text, self.address(page.id)), len(lead), lead)

    def neighbor(self, item_id: str, step: int) -> str | None:
        """Return the id of the page that stands some steps away in the list."""
        listed = self._listed()
        place = listed.index(item_id) + step
        return listed[place] if 0 <= place < len(listed) else None
