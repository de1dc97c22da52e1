"""Evidence on a page, and the line that tells of hidden ones."""

from hearts_tui.content.pack import Pack
from hearts_tui.domain.library import by_address
from hearts_tui.domain.spoilers import MASK, SeenFilm, SequelRumors, Spoiler, SpoilerFilter
from hearts_tui.domain.theories import evidence_by_item
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.evidence import bears_on, for_and_against

HIDING = SpoilerFilter()
OPEN = SpoilerFilter(SeenFilm.YES, SequelRumors.SHOW)


def plain(paragraphs: list[Paragraph]) -> str:
    return "\n".join(paragraph.plain for paragraph in paragraphs)


def test_hidden_evidence_is_counted_in_one_line_and_none_is_masked(pack: Pack) -> None:
    index = by_address(pack)
    for theory in pack.theories:
        told = plain(for_and_against(theory, index, HIDING))
        hidden = sum(each.says not in told for each in theory.evidence)
        assert MASK not in told
        assert (f"{hidden} more line" in told) == (hidden > 0)
        opened = HIDING.toggled(f"theories/{theory.id}")
        shown = plain(for_and_against(theory, index, opened))
        assert all(each.says in shown for each in theory.evidence)
        assert "x shows" not in shown


def test_opening_an_item_shows_what_it_is_evidence_of(pack: Pack) -> None:
    index = by_address(pack)
    address, found = next(
        (address, found)
        for address, found in evidence_by_item(pack.theories).items()
        if any(evidence.spoiler is Spoiler.SEQUEL for _, evidence in found)
    )
    told = plain(bears_on(found, index, HIDING))
    assert "hidden. x shows" in told
    opened = plain(bears_on(found, index, HIDING.toggled(str(address))))
    assert opened == plain(bears_on(found, index, OPEN))
    assert all(evidence.says in opened for _, evidence in found)
