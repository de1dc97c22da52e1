"""The entry above the news feed: a welcome at the first visit, later what one may have missed."""

from dataclasses import dataclass

from textual.content import Content

from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.milestones import occasion
from hearts_tui.domain.visits import Tidings, tidings
from hearts_tui.screens.desk import Desk
from hearts_tui.widgets.claim_sheet import heading, links, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.prose import prose
from hearts_tui.widgets.sheet import GAP, Block, Sheet

_WELCOME = """\
This is what is known of Purple Hearts, and what the fan press reports of a sequel. Each thing says
how sure it is.

**How much may be told?** At first the 2022 film; what is said to come is covered. **s** changes
that, **x** shows one thing.
"""
_KEYS = (
    ("1 to 5", "the five screens"),
    ("j k Enter", "move, read on"),
    ("Esc", "back, never out"),
    ("/  ctrl+p", "filter, find anything"),
    ("?", "all keys of a screen"),
    ("b  i  ,", "how sure, about, settings"),
    ("q", "leave; all is kept"),
)
_KEYS_WIDTH = 11
_FAN_WORK = "A fan work, not official. Offline: it does not know what happened last week."


@dataclass(frozen=True, slots=True)
class Front:
    """An entry that is no item: its title, what stands under it, and its page."""

    title: str
    detail: str
    sheet: Sheet


def welcome() -> Front:
    """Greet a new reader with what hearts is, how much is told and the keys."""
    rows = [Block(Content(what), _KEYS_WIDTH, keys) for keys, what in _KEYS]
    title = Block(Content.styled("Welcome", "bold"))
    sheet = Sheet([title, GAP, *prose(_WELCOME), GAP, *rows, GAP, quiet(_FAN_WORK)])
    return Front("Welcome", "the keys, what is told", sheet)


def since(desk: Desk) -> Front | None:
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
    return Front("Since your last visit", _counts(news), Sheet(blocks))


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
