"""Nothing that a reader is not ready for is in any document, in any form."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.item import Item
from hearts_tui.domain.library import by_address
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.query import parse_query
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SeenFilm, SequelRumors, Spoiler, SpoilerFilter
from hearts_tui.printing.document import Document
from hearts_tui.printing.how_we_know import how_we_know
from hearts_tui.printing.json_writer import write_json
from hearts_tui.printing.nouns import noun_of
from hearts_tui.printing.plain_writer import write_plain
from hearts_tui.printing.search import found_by
from hearts_tui.printing.today import front_page
from hearts_tui.printing.view import View

_LEAST = 30
"""Characters of a passage that nobody says by chance."""

FILTERS = [
    SpoilerFilter(seen, rumors)
    for seen in (SeenFilm.NOT_YET, SeenFilm.YES)
    for rumors in SequelRumors
]


def view(pack: Pack, spoilers: SpoilerFilter) -> View:
    return View(
        library=pack,
        now=datetime(2026, 11, 25, 12, tzinfo=UTC),
        find_zone=lambda: UTC,
        settings=Settings(),
        spoilers=spoilers,
        load_marks=Marks,
        load_ballot=Ballot,
    )


def documents(view: View) -> Iterator[Document]:
    for section in Section:
        noun = noun_of(section)
        items = noun.items(view)
        yield noun.list_of(view, items)
        for item in items:
            yield noun.page(view, item)
    yield front_page(view)
    yield how_we_know(view)
    for words in ("cassie", "luke", "tour", "wedding"):
        yield found_by(view, parse_query(words), words)


def unmarked(text: str) -> str:
    """Return a text without Markdown, line ends and quotes, which JSON escapes."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*_`\"\\]", "", text).split())


def hidden_passages(pack: Pack, spoilers: SpoilerFilter) -> set[str]:
    index = by_address(pack)
    passages = {
        part
        for item in index.values()
        for text, spoiler in item.passages
        if spoilers.is_beyond(spoiler)
        for part in map(unmarked, text.split("\n\n"))
        if len(part) >= _LEAST
    }
    if spoilers.sequel_rumors is SequelRumors.HIDE:
        hidden = [item for item in index.values() if item.spoiler is Spoiler.SEQUEL]
        passages |= {item.title for item in hidden if len(item.title) >= _LEAST}
        passages |= {f"/{item.id}" for item in hidden if len(item.id) >= _LEAST // 2}
    checked = pack.rumor_check.statements
    return passages | {unmarked(one.says) for one in checked if spoilers.is_beyond(one.spoiler)}


def texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.body
        yield from (part.text for part in item.parts)


@pytest.mark.parametrize("spoilers", FILTERS, ids=str)
def test_what_is_hidden_is_in_no_document(pack: Pack, spoilers: SpoilerFilter) -> None:
    forms = (write_plain, write_json)
    made = [form(each) for each in documents(view(pack, spoilers)) for form in forms]
    told = unmarked("\n".join(made))
    assert len(told) > 100_000
    assert {passage for passage in hidden_passages(pack, spoilers) if passage in told} == set()


def test_what_is_not_hidden_is_told(pack: Pack) -> None:
    everything = SpoilerFilter(SeenFilm.YES, SequelRumors.SHOW)
    told = unmarked("\n".join(write_plain(each) for each in documents(view(pack, everything))))
    items = by_address(pack).values()
    paragraphs = {unmarked(each) for text in texts(items) for each in text.split("\n\n")}
    assert {each for each in paragraphs if not each.startswith("- ") and each not in told} == set()
