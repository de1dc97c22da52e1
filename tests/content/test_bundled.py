"""What holds for every item of the bundled content."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from rich.cells import cell_len

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.link_check import broken_links
from hearts_tui.content.pack import Pack
from hearts_tui.domain.cast import PersonKind
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.library import by_address
from hearts_tui.domain.rumor_check import Verdict
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.tracks import Place

ALL_ROWS = {f"F{number:03}" for number in range(1, 181)} | {f"R{n}" for n in range(200, 307)}


@pytest.fixture(scope="module")
def items(pack: Pack) -> dict[str, Item]:
    return {str(address): item for address, item in by_address(pack).items()}


def strings(value: object) -> Iterator[str]:
    """Yield every text inside a domain value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for entry in value:
            yield from strings(entry)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def texts(item: Item) -> Iterator[str]:
    """Yield what a reader sees of an item."""
    hidden = {"id", "rows", "sources", "related", "status", "spoiler"}
    for field in fields(item):
        if field.name not in hidden:
            yield from strings(getattr(item, field.name))


def test_every_file_can_be_read(pack: Pack, items: dict[str, Item]) -> None:
    assert items
    assert pack.sources
    assert pack.faults == ()


def test_every_reference_leads_somewhere(pack: Pack) -> None:
    assert list(broken_links(pack)) == []


def test_there_is_as_much_to_read_as_was_promised(pack: Pack) -> None:
    assert len(pack.news) >= 40
    kinds = [person.kind for person in pack.people]
    assert kinds.count(PersonKind.CHARACTER) == 12
    assert len(kinds) >= 20
    assert all(p.actor for p in pack.people if p.kind is PersonKind.CHARACTER)
    assert [t.number for t in pack.tracks if t.place is Place.ALBUM] == list(range(1, 9))
    assert len(pack.milestones) == 24
    assert len(pack.film) >= 90
    assert len(pack.rumor_check.statements) >= 100
    assert [theory.id for theory in pack.theories] == [f"t{n:02}" for n in range(1, 22)]


def test_every_row_of_the_research_is_used_or_left_out_with_a_reason(
    pack: Pack, items: dict[str, Item]
) -> None:
    cited = {row for item in items.values() for row in item.rows}
    cited |= {row for statement in pack.rumor_check.statements for row in statement.rows}
    left_out = pack.left_out
    assert ALL_ROWS - cited - left_out.keys() == set()
    assert cited & left_out.keys() == set()
    assert all(len(reason) > 10 for reason in left_out.values())


def test_every_claim_that_is_in_doubt_says_why(items: dict[str, Item]) -> None:
    doubted = (Status.MIXED, Status.DEBUNKED)
    assert [a for a, item in items.items() if item.status in doubted and not item.why] == []


def test_disagreement_is_never_told_from_one_side(items: dict[str, Item]) -> None:
    assert [a for a, item in items.items() if len(item.accounts) == 1] == []


def test_no_song_names_a_scene_that_is_not_plot_on_its_page(pack: Pack) -> None:
    """The list shows scenes to those only who have seen the film, as the page does."""
    for track in pack.tracks:
        if track.scene:
            assert any(part.spoiler is Spoiler.FILM for part in track.parts), track.id


def test_titles_of_the_board_give_no_plot_away(pack: Pack) -> None:
    assert {theory.spoiler for theory in pack.theories} == {Spoiler.NONE}


def test_every_statement_that_is_checked_leads_somewhere(
    pack: Pack, items: dict[str, Item]
) -> None:
    for statement in pack.rumor_check.statements:
        assert statement.item is None or str(statement.item) in items, statement.says
        assert statement.verdict is Verdict.UNBACKED or statement.truth, statement.says
        assert len(statement.says) <= 100, statement.says
        assert len(statement.truth) <= 120, statement.truth


def test_every_item_has_a_source_and_a_row(items: dict[str, Item]) -> None:
    assert [a for a, item in items.items() if not item.sources or not item.rows] == []


def test_all_text_is_clean_as_it_stands() -> None:
    for file in content_folder().iterdir():
        text = file.read_text(encoding="utf-8")
        assert sanitize(text) == text, file.name


def test_no_character_of_uncertain_width_is_used(items: dict[str, Item], pack: Pack) -> None:
    characters = set("".join("".join(texts(item)) for item in items.values()))
    characters |= set("".join(source.title + source.note for source in pack.sources.values()))
    odd = {
        char
        for char in characters - {"\n"}
        if cell_len(char) != 1 or unicodedata.east_asian_width(char) not in ("Na", "N", "A")
    }
    assert odd == set()


FORBIDDEN = {
    "a private handle": r"(?<!\w)@\w+",
    "a web address": r"https?:|www\.",
    "an exclamation mark": r"(?<!HELLO)(?<!HOLA)(?<!OK)!",
    "an age": r"\b(aged \d|\d+ years old|is \d\d years)\b",
    "a premiere of the sequel": r"(?i)premieres (in|on)|out now|now streaming|coming soon",
    "days since a release": r"(?i)released \d+ days ago",
    "typographic signs of uncertain look": r"[\u2010-\u2015\u2018-\u201f\u2026\u2190-\u21ff]",
    "notes meant for the makers": r"(?i)\bledger\b|\bF\d{3}\b|\bR0\d\d\b",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_text_holds(what: str, items: dict[str, Item]) -> None:
    found = [
        (address, text)
        for address, item in items.items()
        for text in texts(item)
        if re.search(FORBIDDEN[what], text)
    ]
    assert found == []


def test_figures_of_critics_are_never_given_without_their_date(items: dict[str, Item]) -> None:
    for address, item in items.items():
        for text in texts(item):
            for sentence in re.split(r"(?<=[.;])\s", text):
                if "Rotten Tomatoes" in sentence and "%" in sentence:
                    assert re.search(r"\b20\d\d\b|undated|no date", sentence), (address, sentence)


def test_the_poll_s_figures_stand_only_where_they_are_called_printed(pack: Pack) -> None:
    with_figures = [theory.id for theory in pack.theories if theory.baseline]
    assert with_figures == ["t01"]
    assert "printed" in pack.theories[0].baseline_note.lower()


def test_songs_off_the_album_are_never_confirmed_as_part_of_the_sequel(pack: Pack) -> None:
    for track in pack.tracks:
        if track.place is Place.SEQUEL:
            assert track.status is not Status.CONFIRMED, track.id


def test_the_sequel_s_date_is_only_reported(pack: Pack) -> None:
    (item,) = [m for m in pack.milestones if m.id == "sequel-date"]
    assert item.status is Status.RUMOR
    assert item.moment is None


def test_titles_and_summaries_fit_their_lines(items: dict[str, Item]) -> None:
    long = [a for a, item in items.items() if len(item.title) > 60 or len(item.summary) > 110]
    assert long == []


def test_no_two_pages_share_a_title(items: dict[str, Item]) -> None:
    pages: dict[str, list[str]] = {}
    for address, item in items.items():
        pages.setdefault(item.title.casefold(), []).append(address)
    assert [same for same in pages.values() if len(same) > 1] == []


def test_songs_stand_in_quotation_marks_outside_their_links(items: dict[str, Item]) -> None:
    """So that a comma after a song stands inside of them, too."""
    inside = re.compile(r'\["|"\]\(')
    assert [a for a, item in items.items() if inside.search(" ".join(texts(item)))] == []


def test_the_reader_is_given_few_tasks(items: dict[str, Item]) -> None:
    tasks = [a for a, item in items.items() if "rewatch task" in " ".join(texts(item)).lower()]
    assert 0 < len(tasks) <= 12


def test_every_theory_has_evidence_and_no_sentence_of_it_is_said_twice(pack: Pack) -> None:
    for theory in pack.theories:
        says = [evidence.says for evidence in theory.evidence]
        assert len(says) >= 2, theory.id
        assert len(set(says)) == len(says), theory.id
        assert all(len(text) <= 110 and text.endswith(".") for text in says), theory.id


def test_heavy_subjects_are_marked(items: dict[str, Item]) -> None:
    heavy = re.compile(r"(?i)suicid|PTSD|veterans crisis line")
    told = {address: " ".join(texts(item)) for address, item in items.items()}
    assert [a for a, text in told.items() if heavy.search(text) and not items[a].sensitive] == []
