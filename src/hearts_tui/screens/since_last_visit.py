"""The entry above the news feed that tells what one may have missed."""

from textual.content import Content

from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.milestones import occasion
from hearts_tui.domain.visits import Tidings, tidings
from hearts_tui.screens.desk import Desk
from hearts_tui.screens.front import Front
from hearts_tui.widgets.claim_sheet import heading, links, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.sheet import Block, Sheet


def since_last_visit(desk: Desk) -> Front | None:
    """Tell what came about since the last visit; None where nothing did."""
    visited = desk.marks.visited
    if visited is None:
        return None
    day = day_of(visited, desk.zone)
    news = tidings(desk.index, day, desk.today)
    if not news:
        return None
    blocks = [
        Block(Content.styled("Since your last visit", "bold")),
        quiet(f"You were here on {on_day(day)}, {desk.hour_of(visited)}."),
        *links("New, or told anew", news.told, desk.index, desk.shield),
        *_days(desk, news),
        *links("Settled, as the news says", news.settled, desk.index, desk.shield),
    ]
    return Front("Since your last visit", _counts(news), lambda: Sheet(blocks))


def _counts(news: Tidings) -> str:
    counts = [
        (len(news.told), "new"),
        (len(news.came), "date" if len(news.came) == 1 else "dates"),
        (len(news.settled), "settled"),
    ]
    return " · ".join(f"{count} {what}" for count, what in counts if count)


def _days(desk: Desk, news: Tidings) -> list[Block]:
    blocks = []
    for address, (item, day) in news.came.items():
        title = desk.shield.cover(occasion(item, day), item.spoiler, str(address))
        line = Content.assemble((f"{on_day(day)}: ", "$text-muted"), link(title, address))
        blocks.append(Block(line, 2, "- "))
    return [*heading("Days that came"), *blocks] if blocks else []
