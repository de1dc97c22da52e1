"""The people around the film: how they are listed, and their profiles."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.cast import PERSON_HEADINGS, Person, PersonKind
from hearts_tui.domain.item import Part, Status
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.portraits import Portraits
from hearts_tui.screens.state import AppState
from hearts_tui.screens.ties import Ties
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.list_item import Entry

_KNOWN_FROM = "Where you know them from"
"""The heading of the passage that the page of somebody who made the film begins with."""


class CastListing(Listing[Person]):
    """Characters with their actors, the makers, and who is rumored to join.

    ``window`` tells the size of the window, which not every picture has room in.
    """

    def __init__(self, state: AppState, portraits: Portraits, window: Callable[[], Size]) -> None:
        super().__init__(state, Section.CAST)
        self.portraits = portraits
        self._window = window

    @property
    def items(self) -> Sequence[Person]:
        """Everyone, characters first."""
        return self.state.library.people

    def caption(self, shown: Sequence[Person]) -> str:
        """Return how many of each kind there are."""
        kinds = [person.kind for person in shown]
        told = [
            f"{count} {kind}{'s' if count != 1 else ''}"
            for kind in (PersonKind.CHARACTER, PersonKind.MAKER)
            if (count := kinds.count(kind))
        ]
        # Who is only rumored has a heading, which makes one count that the line has no room for.
        return " · ".join(told) or f"{len(kinds)} rumored"

    def rows(self, shown: Sequence[Person]) -> Sequence[Row]:
        """Return everyone under the heading of their kind."""
        rows: list[Row] = []
        for kind, title in PERSON_HEADINGS.items():
            people = [person.id for person in shown if person.kind is kind]
            rows += [Heading(title), *people] if people else []
        return rows

    def entry(self, item: Person) -> Visual:
        """Draw a name over the actor, or over what a maker did."""
        who = "" if self.hidden.covers(item) else item.actor or item.role
        detail = " · ".join(filter(None, (who, self.stars(item))))
        in_one = self.state.settings.is_read_aloud
        return Entry(" ", self.hidden.title_of(item), detail=detail, compact=in_one)

    def page(self, item: Person) -> Page:
        """Return the profile of a person, with the picture and the ties to others."""
        ties = Ties(item, self.items, self.state.spoiler_filter)
        opening = _opening(item)
        return self.pages.build(
            item,
            Extras(
                notes=(self.stars(item),),
                facts=self._facts(item),
                picture=self.portraits.at_head(item.id, self._window()),
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
        is_apart = self.portraits.is_apart(item.id, self._window())
        if item.actor and self.portraits.at_head(item.id, self._window()):
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


def _opening(person: Person) -> Part | None:
    """Return the passage that the page of somebody who made the film begins with."""
    if person.kind is PersonKind.CHARACTER:
        return None
    return next((part for part in person.parts if part.heading == _KNOWN_FROM), None)
