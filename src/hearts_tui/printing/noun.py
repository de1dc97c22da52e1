"""A noun: one kind of item, as a list of all and as a page of each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from hearts_tui.domain import address as addresses
from hearts_tui.domain.address import Address
from hearts_tui.domain.crisis_line import CRISIS_LINE
from hearts_tui.domain.item import Item, Part, Status
from hearts_tui.domain.library import newest_first
from hearts_tui.domain.prose import Prose, parse_prose, plain_prose
from hearts_tui.domain.sources import source_ids, source_names
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.status_words import MEANINGS, status_text
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.view import View

ItemT = TypeVar("ItemT", bound=Item)

_MOST_MENTIONS = 8
"""Items that people are shown as mentioning one."""

_NOTHING = "Nothing here matches."

_HOW_WE_KNOW = "How do we know? {} compares it with the facts."


def _nothing(view: View, item: Item) -> Sequence[Section]:
    del view, item
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun(Generic[ItemT]):
    """What one kind of item tells besides what all items do.

    ``items`` are all of them in order, and ``groups`` deals some out under headings. ``fields``
    are the facts of an item, without those that are hidden; ``before`` and ``after`` stand around
    its story, and only where that isn't hidden. ``summed_up`` is what a list begins with, and
    ``mark`` what stands before an item in the place of its status. Without ``shows_status`` nobody
    is told that something is confirmed that nobody would doubt.
    """

    section: addresses.Section
    title: str
    items: Callable[[View], Sequence[ItemT]]
    groups: Callable[[View, Sequence[ItemT]], Mapping[str, Sequence[ItemT]]]
    fields: Callable[[View, ItemT], Sequence[Field]]
    before: Callable[[View, ItemT], Sequence[Section]] = _nothing
    after: Callable[[View, ItemT], Sequence[Section]] = _nothing
    summed_up: Callable[[View], Entry] | None = None
    mark: Callable[[View, ItemT], str] | None = None
    shows_status: bool = True

    def address(self, item: ItemT) -> Address:
        """Return the address of an item."""
        return Address(self.section, item.id)

    def list_of(self, view: View, items: Sequence[ItemT]) -> Document:
        """Return the list of some items."""
        groups = self.groups(view, items)
        return Document(
            kind=self.section.value,
            head=self._list_head(view, len(items)),
            sections=[
                Section(heading=heading, entries=[self.entry(view, item) for item in group])
                for heading, group in groups.items()
                if group
            ],
        )

    def _list_head(self, view: View, count: int) -> Entry:
        head = self.summed_up(view) if self.summed_up else Entry(title="")
        says = head.says if count else _NOTHING
        fields = [Field("count", count), *head.fields]
        return replace(head, title=self.title, says=says, fields=fields)

    def entry(self, view: View, item: ItemT) -> Entry:
        """Return an item as a line of a list, and as the head of its page."""
        address = self.address(item)
        hidden = view.hides(item, address)
        if view.spoilers.hides_title(item.spoiler, address):
            # An id tells as much as a title does.
            return Entry(title=view.title_of(item, address), hidden=item.spoiler)
        return Entry(
            title=item.title,
            address=str(address),
            status=item.status,
            shows_status=self.shows_status,
            mark=self.mark(view, item) if self.mark else "",
            fields=[Field("id", item.id), *self.fields(view, item), *_summary(item, hidden=hidden)],
            hidden=item.spoiler if hidden else Spoiler.NONE,
        )

    def page(self, view: View, item: ItemT) -> Document:
        """Return the page of an item."""
        return Document(
            kind="item",
            head=self.entry(view, item),
            sections=[*self._story(view, item), *self._beside(view, item)],
            sources=source_names(source_ids(item), view.library.sources),
        )

    def _story(self, view: View, item: ItemT) -> Iterator[Section]:
        address = self.address(item)
        if view.hides(item, address):
            yield Section(hidden=item.spoiler)
        else:
            yield from self.before(view, item)
            if item.body:
                yield Section(paragraphs=parse_prose(item.body))
            yield from _chart(item)
        if item.sensitive:
            yield Section(paragraphs=[plain_prose(CRISIS_LINE)])
        yield from _parts(view, item, address)
        if not view.hides(item, address):
            yield from _accounts(view, item)
            yield from self.after(view, item)

    def _beside(self, view: View, item: ItemT) -> Iterator[Section]:
        address = self.address(item)
        pointing = [other for other in view.mentions.get(address, ()) if other not in item.related]
        mentions = newest_first(pointing, view.index)
        for heading, others, most in (
            ("Related", item.related, None),
            ("Mentioned in", mentions, _MOST_MENTIONS),
        ):
            entries = [linked(view, other) for other in others if other in view.index]
            if entries:
                yield Section(heading=heading, entries=entries, most=most)
        if self.shows_status or item.status is not Status.CONFIRMED:
            yield _certainty(view, item, address)


def linked(view: View, address: Address) -> Entry:
    """Return an item of the library as what another one leads to."""
    item = view.index[address]
    if view.spoilers.hides_title(item.spoiler, address):
        return Entry(title=view.title_of(item, address), hidden=item.spoiler)
    return Entry(title=item.title, address=str(address), status=item.status, shows_status=False)


def _summary(item: Item, *, hidden: bool) -> Sequence[Field]:
    return [Field("summary", None if hidden else item.summary)] if item.summary else []


def _chart(item: Item) -> Iterator[Section]:
    if item.chart is not None:
        bars = item.chart.bars
        yield Section(
            heading=item.chart.title,
            entries=[
                Entry(title=bar.label, fields=[Field("value", bar.value, f"{bar.value:g}")])
                for bar in bars
            ],
        )


def _parts(view: View, item: Item, address: Address) -> Iterator[Section]:
    """Yield the parts; one line for those whose headings are hidden too."""
    silent: set[Spoiler] = set()
    for part in item.parts:
        if not view.spoilers.hides_title(part.spoiler, address):
            yield _part(view, item, part, address)
        elif part.spoiler not in silent:
            silent.add(part.spoiler)
            yield Section(hidden=part.spoiler)


def _part(view: View, item: Item, part: Part, address: Address) -> Section:
    status = part.status if part.status is not item.status else None
    if view.spoilers.hides(part.spoiler, address):
        return Section(heading=part.heading, status=status, hidden=part.spoiler)
    crisis = [plain_prose(CRISIS_LINE)] if part.sensitive else []
    return Section(
        heading=part.heading, status=status, paragraphs=[*parse_prose(part.text), *crisis]
    )


def _accounts(view: View, item: Item) -> Iterator[Section]:
    if item.accounts:
        yield Section(
            heading="Sources differ",
            paragraphs=[
                plain_prose(f"{account.says} ({', '.join(names)})")
                for account in item.accounts
                for names in [source_names(account.sources, view.library.sources)]
            ],
        )


def _certainty(view: View, item: Item, address: Address) -> Section:
    """Return what the item's status means, and why it carries it."""
    told = [f"{status_text(item.status)}: {MEANINGS[item.status]}"]
    if item.why and not view.hides(item, address):
        told.append(item.why)
    if item.tells_rumor:
        told.append(_HOW_WE_KNOW.format(view.hints.how_we_know))
    return Section(heading="How sure?", paragraphs=[_line(text) for text in told])


def _line(text: str) -> Prose:
    prose = plain_prose(text)
    return Prose(prose.runs, follows=True)
