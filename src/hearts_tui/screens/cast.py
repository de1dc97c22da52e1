"""The cast."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.cast import Person, PersonKind, Relation
from hearts_tui.domain.spoilers import mask
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.item_page import heading
from hearts_tui.widgets.links import link
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.pixel_art import picture_lines

_HEADINGS = {
    PersonKind.CHARACTER: "Characters",
    PersonKind.MAKER: "Who made it",
    PersonKind.RUMORED: "Rumored",
}
_PICTURE_COLUMNS, _PICTURE_ROWS = 70, 20
"""Cells from which on a page has room for a picture."""


class CastScreen(BaseScreen):
    """Characters with their actors, the makers, and who is rumored to join."""

    SECTION = Section.CAST
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.CAST,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CAST.bindings]

    @property
    def items(self) -> Sequence[Person]:
        """Everyone, characters first."""
        return self.state.library.people

    @property
    def caption(self) -> str:
        """How many of each kind there are."""
        kinds = [person.kind for person in self.shown]
        characters = kinds.count(PersonKind.CHARACTER)
        makers = kinds.count(PersonKind.MAKER)
        return (
            f"{characters} character{'s' if characters != 1 else ''} · "
            f"{makers} maker{'s' if makers != 1 else ''}"
        )

    def rows(self, items: Sequence[Person]) -> Sequence[Row]:
        """Return everyone under the heading of their kind."""
        rows: list[Row] = []
        for kind, title in _HEADINGS.items():
            people = [person.id for person in items if person.kind is kind]
            rows += [Heading(title), *people] if people else []
        return rows

    def entry(self, item: Person) -> Visual:
        """Draw a name over the actor, or over what a maker did."""
        stars = self.marker.stars(self.address(item.id))
        detail = " · ".join(filter(None, (item.actor or item.role, stars)))
        return Entry(" ", self.title_of(item), detail=detail)

    def page(self, item: Person) -> Page:
        """Return the profile of a person, with a picture where there is one."""
        facts = [Paragraph(Content(item.role))] if item.role else []
        if item.actor:
            facts.append(Paragraph(Content.assemble("Played by ", (item.actor, "bold"))))
        return self.pages.build(
            item,
            Extras(
                notes=(self.marker.stars(self.address(item.id)),),
                facts=facts,
                picture=self._picture(item),
                side=self._relations(item),
            ),
        )

    def _picture(self, item: Person) -> Sequence[Content]:
        columns, rows = self.app.size
        found = self.state.picture(item.id).value
        if found is None or columns < _PICTURE_COLUMNS or rows < _PICTURE_ROWS:
            return []
        return picture_lines(found, has_pixels=self.state.has_pixels)

    def action_picture(self) -> None:
        """Show the emblem, or the user's own picture, of who is under the cursor."""
        item = self.item
        if item is None:
            return
        found = self.state.picture(item.id)
        if found.notice:
            self.notify(found.notice, severity="warning", timeout=8, markup=False)
        if found.value is None:
            self.tell(f"There's no picture of {item.title}.")
            return
        from hearts_tui.screens.info_dialogs import picture_page

        art = picture_lines(found.value, has_pixels=self.state.has_pixels)
        self.app.push_screen(picture_page(item.title, art, found.value.title))

    def _relations(self, item: Person) -> list[Paragraph]:
        """Draw the relations as a small tree."""
        if not item.relations:
            return []
        branches = ["├─ "] * (len(item.relations) - 1) + ["└─ "]
        return [
            *heading("Connections"),
            Paragraph(Content(item.title)),
            *(
                Paragraph(self._tie(item, relation), len(branch), branch)
                for branch, relation in zip(branches, item.relations, strict=True)
            ),
        ]

    def _tie(self, item: Person, relation: Relation) -> Content:
        other = self.state.index.get(relation.to)
        name = other.title if other else relation.to.id
        if self.state.spoiler_filter.hides(relation.spoiler, self.address(item.id)):
            return Content(mask(f"{relation.phrase} {name}"))
        return Content.assemble(f"{relation.phrase} ", link(name, relation.to))
