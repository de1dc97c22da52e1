"""The entry above the news feed that tells what one may have missed."""

from textual.content import Content

from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.milestones import occasion
from hearts_tui.domain.whats_new import WhatsNew, whats_new
from hearts_tui.screens.front import Front
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import Document, Paragraph
from hearts_tui.widgets.item_page import heading, links, quiet
from hearts_tui.widgets.links import link


def since_last_visit(state: AppState) -> Front | None:
    """Tell what came about since the last visit; None where nothing did."""
    visited = state.marks.visited
    if visited is None:
        return None
    day = day_of(visited, state.zone)
    news = whats_new(state.index, day, state.today)
    if not news:
        return None
    paragraphs = [
        Paragraph(Content.styled("Since your last visit", "bold")),
        quiet(f"You were here on {on_day(day)}, {state.hour_of(visited)}."),
        *links("New, or told anew", news.told, state.index, state.spoiler_filter),
        *_days(state, news),
        *links("Settled, as the news says", news.settled, state.index, state.spoiler_filter),
    ]
    return Front("Since your last visit", _counts(news), lambda: Document(paragraphs))


def _counts(news: WhatsNew) -> str:
    counts = [
        (len(news.told), "new"),
        (len(news.came), "date" if len(news.came) == 1 else "dates"),
        (len(news.settled), "settled"),
    ]
    return " · ".join(f"{count} {what}" for count, what in counts if count)


def _days(state: AppState, news: WhatsNew) -> list[Paragraph]:
    paragraphs = []
    for address, (item, day) in news.came.items():
        title = state.spoiler_filter.cover(occasion(item, day), item.spoiler, str(address))
        line = Content.assemble((f"{on_day(day)}: ", "$text-muted"), link(title, address))
        paragraphs.append(Paragraph(line, 2, "- "))
    return [*heading("Days that came"), *paragraphs] if paragraphs else []
