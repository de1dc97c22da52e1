"""The cast."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.cast import Person, PersonKind, Relation
from hearts_tui.domain.spoilers import mask
from hearts_tui.screens.list_detail import CatalogueScreen
from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import heading
from hearts_tui.widgets.links import link
from hearts_tui.widgets.pixel_art import art_for

_MARKS = {PersonKind.CHARACTER: "◆", PersonKind.MAKER: "◇"}


class CastScreen(CatalogueScreen[Person]):
    """Characters with their actors, and the makers."""

    SECTION = Section.CAST
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.CAST,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CAST.bindings]

    @property
    def items(self) -> Sequence[Person]:
        """Everyone, characters first."""
        return self.state.library.people

    @property
    def caption(self) -> str:
        """The counts, which also explain the two marks."""
        kinds = [person.kind for person in self.shown]
        characters, makers = (kinds.count(kind) for kind in PersonKind)
        return f"◆ {characters} characters · ◇ {makers} makers"

    def texts(self, item: Person) -> Iterable[str]:
        """Look into the actor and the role as well."""
        return *super().texts(item), item.actor, item.role

    def notes(self, item: Person) -> Sequence[str]:
        """Return the role."""
        return (item.role,)

    def entry(self, item: Person) -> Visual:
        """Draw a name over the actor, or over what a maker did."""
        detail = f"played by {item.actor}" if item.actor else item.role
        return self.covered_entry(item, _MARKS[item.kind], detail)

    def action_picture(self) -> None:
        """Show the emblem, or the user's own picture, of who is under the cursor."""
        item = self.item
        if item is None or self.tells_if_covered(item):
            return
        found = self.state.picture(item.id)
        if found.notice:
            self.notify(found.notice, severity="warning", timeout=8, markup=False)
        if found.value is None:
            self.notify(f"There is no picture of {item.title}.", timeout=3, markup=False)
            return
        from hearts_tui.screens.info_dialogs import picture_page

        art = art_for(found.value, has_pixels=self.state.has_pixels)
        self.app.push_screen(picture_page(item.title, art, found.value.title))

    def before_body(self, item: Person) -> list[Paragraph]:
        """Tell who plays a character."""
        if not item.actor:
            return []
        return [Paragraph(Content.assemble("Played by ", (item.actor, "bold"), "."))]

    def after_body(self, item: Person) -> list[Paragraph]:
        """Draw the relations as a small tree."""
        if not item.relations:
            return []
        branches = ["├─ "] * (len(item.relations) - 1) + ["└─ "]
        return [
            *heading("Relations"),
            Paragraph(Content(item.title)),
            *(
                Paragraph(self._tie(item, relation), len(branch), branch)
                for branch, relation in zip(branches, item.relations, strict=True)
            ),
        ]

    def _tie(self, item: Person, relation: Relation) -> Content:
        other = self.state.index.get(relation.to)
        name = other.title if other else relation.to.id
        if self.state.spoiler_filter.hides(relation.spoiler, str(self.address(item.id))):
            return Content(mask(f"{relation.phrase} {name}"))
        return Content.assemble(f"{relation.phrase} ", link(name, relation.to))
