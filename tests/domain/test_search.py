"""What a search finds, and in which order."""

import pytest

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item, Part, Status
from hearts_tui.domain.matching import has_word
from hearts_tui.domain.query import parse_query
from hearts_tui.domain.search import search, searchable, sentence_with
from hearts_tui.domain.spoilers import SeenFilm, Spoiler, SpoilerFilter


def item(title: str, body: str = "", **more: object) -> Item:
    known = {"summary": "", "spoiler": Spoiler.NONE, "parts": (), **more}
    return Item(
        id=title.lower().replace(" ", "-"),
        title=title,
        status=Status.CONFIRMED,
        sources=(),
        rows=(),
        body=body,
        **known,  # type: ignore[arg-type]
    )


def titles(items: list[Item], query: str, spoilers: SpoilerFilter | None = None) -> list[str]:
    index = {Address(Section.NEWS, each.id): each for each in items}
    texts = searchable(index, spoilers or SpoilerFilter())
    return [text.item.title for text in search(texts, parse_query(query), 10)]


def test_titles_come_before_summaries_and_those_before_bodies() -> None:
    items = [
        item("Four", "a dog."),
        item("Three", summary="A dog at last."),
        item("Two dogmas"),
        item("One dog"),
    ]
    assert titles(items, "dog") == ["One dog", "Two dogmas", "Three", "Four"]


def test_whole_words_come_before_beginnings_and_those_before_parts_of_words() -> None:
    items = [item("Part", "hotdog"), item("Beginning", "dogma"), item("Whole", "a (dog)")]
    assert titles(items, "dog") == ["Whole", "Beginning", "Part"]


def test_all_words_have_to_be_there() -> None:
    items = [item("Come Back Home"), item("Come In")]
    assert titles(items, "home come") == ["Come Back Home"]


def test_scattered_letters_are_for_where_nothing_has_the_word() -> None:
    items = [item("Come Back Home"), item("Cameo", "cbh")]
    assert titles(items, "cbh") == ["Cameo"]
    assert titles(items, "cmbh") == ["Come Back Home"]


def test_passages_are_found_and_those_that_are_hidden_are_not() -> None:
    part = Part(
        heading="The beach",
        text="Peaches the dog",
        status=Status.CONFIRMED,
        spoiler=Spoiler.FILM,
        sources=(),
    )
    items = [item("Luke", parts=(part,))]
    assert titles(items, "peaches beach") == []
    assert titles(items, "peaches beach", SpoilerFilter(SeenFilm.YES)) == ["Luke"]


@pytest.mark.parametrize(
    ("text", "whole", "begins"),
    [
        ("a dog", True, True),
        ("dogs", False, True),
        ("hotdog dog", True, True),
        ("hotdog", False, False),
    ],
)
def test_what_is_a_word(text: str, *, whole: bool, begins: bool) -> None:
    assert has_word(text, "dog") is whole
    assert has_word(text, "dog", whole=False) is begins


def test_the_sentence_that_has_the_word_is_told_without_markdown() -> None:
    texts = ["A beach. *Six* months later, [Peaches](film/word-peaches) the dog runs. The end."]
    assert sentence_with(texts, ["dog"]) == "Six months later, Peaches the dog runs."
    assert sentence_with(texts, ["cat"]) == ""


def test_a_long_sentence_is_cut_round_the_word() -> None:
    long = "and so on " * 20 + "the dog " + "and more " * 20
    cut = sentence_with([long], ["dog"])
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert "dog" in cut
    assert len(cut) < 80
