"""What is typed to narrow down a list, on the command line and in the app."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.library import by_address
from hearts_tui.domain.matching import fold
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.news import News
from hearts_tui.domain.query import parse_query
from hearts_tui.domain.search import open_texts
from hearts_tui.domain.spoilers import SeenFilm, SequelRumors, SpoilerFilter

EVERYTHING = SpoilerFilter(SeenFilm.YES, SequelRumors.SHOW)


def text_of(item: Item, address: Address) -> str:
    return fold("\n".join(open_texts(item, address, EVERYTHING)))


def found(pack: Pack, query: str, read: frozenset[str] = frozenset()) -> dict[str, Item]:
    parsed = parse_query(query)
    return {
        str(address): item
        for address, item in by_address(pack).items()
        if parsed.finds(item, address, text_of(item, address), read)
    }


def test_each_condition_finds_what_fulfills_it_and_nothing_else(pack: Pack) -> None:
    everything = by_address(pack)
    rumors = found(pack, "status:rumor")
    assert rumors == {str(a): i for a, i in everything.items() if i.status is Status.RUMOR}
    music = found(pack, "topic:music")
    assert music == {str(a): i for a, i in everything.items() if i.subject == "music"}
    assert {item.status for item in found(pack, "status:rumor,mixed").values()} == {
        Status.RUMOR,
        Status.MIXED,
    }
    wedding, all_of_it = found(pack, "wedding"), found(pack, "")
    assert all_of_it == found(pack, "wedding") | found(pack, "-wedding")
    assert 0 < len(wedding) < len(all_of_it)
    assert found(pack, "-status:rumor").keys() == all_of_it.keys() - rumors.keys()
    both = found(pack, "topic:music status:rumor")
    assert both.keys() == music.keys() & rumors.keys()
    assert both


def test_unread_is_what_was_not_read(pack: Pack) -> None:
    read = frozenset(["news/film-four-years"])
    assert found(pack, "").keys() - found(pack, "unread", read).keys() == read
    assert found(pack, "-unread", read).keys() == read


@pytest.mark.parametrize("day", ["2026", "2026-01", "2026-01-29", "2025-autumn"])
def test_since_is_what_may_be_of_that_day_or_later(pack: Pack, day: str) -> None:
    kinds = {type(item) for item in found(pack, f"since:{day}").values()}
    assert kinds == {News, Milestone}
    assert "news/bridgerton-season-four" in found(pack, f"since:{day}")
    assert "countdown/film-anniversary" in found(pack, f"since:{day}")
    assert "news/trailer-and-single" not in found(pack, f"since:{day}")
    assert "news/bridgerton-season-four" not in found(pack, "since:2026-01-30")


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("since:2026-13", "since:2026-13? A day is 2026-01-31, a month 2026-01, a year 2026."),
        ("since:", "since:? A day is 2026-01-31, a month 2026-01, a year 2026."),
        ("since:9999", "since:9999? A day is 2026-01-31, a month 2026-01, a year 2026."),
        ("status:foo", "status:foo? There's confirmed, rumor, mixed, debunked, theory."),
        ("status:rumor,", "status:rumor,? There's confirmed, rumor, mixed, debunked, theory."),
        ("-status:", "status:? There's confirmed, rumor, mixed, debunked, theory."),
        ("topic:", "topic: which one? Such as topic:music."),
    ],
)
def test_what_makes_no_sense_is_told_and_the_rest_holds(
    pack: Pack, query: str, problem: str
) -> None:
    assert parse_query(query).problem == problem
    assert found(pack, f"{query} wedding") == found(pack, "wedding")


@pytest.mark.parametrize("word", ["-", "a:b", "http://x", "--", "STATUS"])
def test_other_signs_are_words(word: str) -> None:
    parsed = parse_query(word)
    assert parsed.problem == ""
    assert len(parsed.conditions) == 1


def test_case_and_accents_do_not_count(pack: Pack) -> None:
    assert found(pack, "STATUS:Rumor UNREAD") == found(pack, "status:rumor unread")
    assert parse_query("Beyoncé").words == ["beyonce"]


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    parsed = parse_query(typed)
    assert "\n" not in parsed.problem
    assert all(parsed.words)
