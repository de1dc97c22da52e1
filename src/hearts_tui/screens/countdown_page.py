"""The page of a date, and the line about the sequel."""

from textual.content import Content

from hearts_tui.domain import sequel_line as domain
from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.countdown import target_of
from hearts_tui.domain.dates import Standing, When, day_of, on_day
from hearts_tui.domain.milestones import Milestone, OwnMilestone, occasion, placed
from hearts_tui.domain.sequel_note import NOTED_DATE, THEORY, in_words
from hearts_tui.screens.page_builder import Extras, Page, PageBuilder
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.item_page import heading, links, quiet

SEQUEL_SEASON = "sequel-summer"
"""The id of the milestone that holds the sequel's rumored season."""

_CHECK = (
    "That has passed, and hearts is offline: check Netflix, then press e to note what you find."
)


def date_page(item: Milestone, away: str, state: AppState, pages: PageBuilder) -> Page:
    """Make the page of a date that is so far away."""
    if isinstance(item, OwnMilestone):
        return _own_page(item, away, state)
    extras = Extras(facts=_when(item, away, state), after=_sequel_words(item, state))
    return pages.build(item, extras)


def _when(item: Milestone, away: str, state: AppState) -> list[Paragraph]:
    """Return when it is, seen from now, in whose time, and whether it is counted down to."""
    when = placed(item, state.today).when
    numbered = occasion(item, when.first).removeprefix(item.title).strip(", ")
    day = f"{numbered}: {when}" if numbered else str(when)
    lines = [Paragraph(Content(f"{day[0].upper()}{day[1:]}, {away}."))]
    if item.moment is not None:
        local = on_day(day_of(item.moment, state.zone))
        lines.append(
            Paragraph(Content(f"In your time zone: {local}, {state.hour_of(item.moment)}."))
        )
    notes = [item.zone_note.strip(), _clock_note(item, state)]
    return [*lines, *(quiet(note) for note in notes if note)]


def _clock_note(item: Milestone, state: AppState) -> str:
    target = state.target
    if target is not None and target.milestone.id == item.id:
        return "◆ On the clock."
    counts = target_of(item, state.clock(), state.zone) is not None
    return "Enter in the list counts down to it." if counts else ""


def _own_page(item: OwnMilestone, away: str, state: AppState) -> Page:
    is_note = item.id == NOTED_DATE
    keys = "e changes it." if is_note else "E changes it, d deletes it."
    story = [
        Paragraph(Content.styled(item.title, "$accent bold")),
        quiet(f"yours · {keys}"),
        *_when(item, away, state),
    ]
    if is_note:
        story += [
            GAP,
            Paragraph(Content("From your own notes. hearts is offline and can't check it.")),
        ]
        addresses = [
            Address(Section.THEORIES, THEORY),
            Address(Section.COUNTDOWN, domain.SEQUEL_DATE),
        ]
        related = links("Related", addresses, state.index, state.spoiler_filter)
        return Page(Document(story), Document(related))
    return Page(Document(story), Document([]))


def _sequel_words(item: Milestone, state: AppState) -> list[Paragraph]:
    if item.id not in (domain.SEQUEL_DATE, SEQUEL_SEASON):
        return []
    place = placed(item, state.today)
    lines = [_CHECK if place.standing is Standing.PAST else _not_an_appointment(place.when)]
    if note := in_words(state.sequel):
        lines.append(f"{note[0].upper()}{note[1:]}.")
    return [*heading("What we know"), *(Paragraph(Content(line)) for line in lines)]


def _not_an_appointment(when: When) -> str:
    return f"Rumored for {when}, and no more than that. It's a hope, not an appointment."


def sequel_line(state: AppState) -> str:
    """Return what is to be said of the sequel in one line, with the key that changes it."""
    hint = "; press e if you know more"
    milestones = state.library.milestones
    return domain.sequel_line(state.sequel, milestones, state.clock(), state.zone, hint)
