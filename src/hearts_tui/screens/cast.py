"""The cast."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.cast import PERSON_HEADINGS, Person, PersonKind
from hearts_tui.domain.item import Part, Status
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.portraits import Portraits, has_room
from hearts_tui.screens.state import AppState
from hearts_tui.screens.ties import Ties
from hearts_tui.widgets import keys
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.list_item import Entry

_KNOWN_FROM = "Where you know them from"
"""The heading of the passage that the page of somebody who made the film begins with."""


class CastScreen(BaseScreen):
    """Characters with their actors, the makers, and who is rumored to join."""

    SECTION = Section.CAST
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.CAST,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CAST.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.portraits = Portraits(state)
        self._offers_picture = False
        self._had_room = True

    @property
    def items(self) -> Sequence[Person]:
        """Everyone, characters first."""
        return self.state.library.people

    @property
    def caption(self) -> str:
        """How many of each kind there are."""
        kinds = [person.kind for person in self.shown]
        told = [
            f"{count} {kind}{'s' if count != 1 else ''}"
            for kind in (PersonKind.CHARACTER, PersonKind.MAKER)
            if (count := kinds.count(kind))
        ]
        # Who is only rumored has a heading, which makes one count that the line has no room for.
        return " · ".join(told) or f"{len(kinds)} rumored"

    def rows(self, items: Sequence[Person]) -> Sequence[Row]:
        """Return everyone under the heading of their kind."""
        rows: list[Row] = []
        for kind, title in PERSON_HEADINGS.items():
            people = [person.id for person in items if person.kind is kind]
            rows += [Heading(title), *people] if people else []
        return rows

    def entry(self, item: Person) -> Visual:
        """Draw a name over the actor, or over what a maker did."""
        who = "" if self.hidden.covers(item) else item.actor or item.role
        detail = " · ".join(filter(None, (who, self.marker.stars(self.address(item.id)))))
        return Entry(" ", self.hidden.title_of(item), detail=detail)

    # The profile.

    def page(self, item: Person) -> Page:
        """Return the profile of a person, with the picture and the ties to others."""
        ties = Ties(item, self.items, self.state.spoiler_filter)
        opening = _opening(item)
        return self.pages.build(
            item,
            Extras(
                notes=(self.marker.stars(self.address(item.id)),),
                facts=self._facts(item),
                picture=self.portraits.at_head(item.id, self.app.size),
                opening=opening,
                before=heading("On Purple Hearts") if opening else (),
                side=ties.drawn(),
                linked=ties.linked,
                shows_status=item.status is not Status.CONFIRMED,
            ),
        )

    def _facts(self, item: Person) -> list[Paragraph]:
        """Return the role, the actor, and where the picture is if it isn't beside them."""
        facts = [Paragraph(Content.styled(item.role, "bold"))] if item.role else []
        is_apart = self.portraits.is_apart(item.id, self.app.size)
        if item.actor and self.portraits.at_head(item.id, self.app.size):
            # Lines are short there: a name should not be torn from what it is.
            facts += [GAP, quiet("Played by"), Paragraph(Content(item.actor))]
        elif item.actor:
            facts.append(Paragraph(Content.assemble(("Played by ", "$text-muted"), item.actor)))
        # A narrow footer has no room for the key.
        return [*facts, quiet("p shows the picture")] if is_apart else facts

    def has_hidden_text(self, item: Person) -> bool:
        """Count what the ties hide, too."""
        return super().has_hidden_text(item) or any(
            self.state.spoiler_filter.is_beyond(relation.spoiler) for relation in item.relations
        )

    # The picture.

    def show_current(self, *, from_top: bool = True) -> None:
        """Show the profile, and offer the picture where it isn't part of it."""
        super().show_current(from_top=from_top)
        offers = self._has_picture_to_show()
        if offers != self._offers_picture:
            self._offers_picture = offers
            self.refresh_bindings()

    def _has_picture_to_show(self) -> bool:
        item = self.item
        if item is None or self.hidden.covers(item):
            return False
        self.warn_once(self.portraits.find(item.id).notice)
        return self.portraits.is_apart(item.id, self.app.size)

    def on_resize(self, event: Resize) -> None:
        """Move the picture to the head of the page where there is room for it now, or away."""
        del event
        if has_room(self.app.size) != self._had_room:
            self._had_room = has_room(self.app.size)
            if self.current is not None:
                self.show_current(from_top=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the picture only where there is one that isn't shown; part of Textual's screen."""
        if action == "picture":
            return self._offers_picture
        return super().check_action(action, parameters)

    @property
    def keys_in_use(self) -> Sequence[keys.KeyGroup]:
        """All keys that work here, the picture's only where it is offered."""
        groups = super().keys_in_use
        if self._offers_picture:
            return groups
        return [
            replace(group, bindings=tuple(b for b in group.bindings if b.action != "picture"))
            for group in groups
        ]

    def action_picture(self) -> None:
        """Show the picture of who is under the cursor."""
        item = self.item
        found = self.portraits.find(item.id).value if item is not None else None
        if item is None or found is None:
            return
        from hearts_tui.screens.info_dialogs import picture_page

        self.app.push_screen(picture_page(item.title, self.portraits.draw(found), found.title))


def _opening(person: Person) -> Part | None:
    """Return the passage that the page of somebody who made the film begins with."""
    if person.kind is PersonKind.CHARACTER:
        return None
    return next((part for part in person.parts if part.heading == _KNOWN_FROM), None)
