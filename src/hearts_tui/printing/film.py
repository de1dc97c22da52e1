"""The film: its scenes, its making and what a viewer looks up."""

from collections.abc import Mapping, Sequence

from hearts_tui.domain.address import Section
from hearts_tui.domain.film import FILM_HEADINGS, FilmGroup, FilmPage, by_group
from hearts_tui.printing.document import Field
from hearts_tui.printing.noun import Noun
from hearts_tui.printing.view import View


def _groups(view: View, items: Sequence[FilmPage]) -> Mapping[str, Sequence[FilmPage]]:
    del view
    return {FILM_HEADINGS[group]: pages for group, pages in by_group(items).items()}


def _fields(view: View, item: FilmPage) -> Sequence[Field]:
    pages = by_group(view.library.film)[item.group]
    place, count = pages.index(item) + 1, len(pages)
    group = "Scene" if item.group is FilmGroup.SCENES else f"{FILM_HEADINGS[item.group]},"
    return [
        Field("group", item.group.value),
        Field("place", place, f"{group} {place} of {count}", is_detail=True),
    ]


NOUN: Noun[FilmPage] = Noun(
    section=Section.FILM,
    title="The film",
    items=lambda view: [page for pages in by_group(view.library.film).values() for page in pages],
    groups=_groups,
    fields=_fields,
    shows_status=False,
)
