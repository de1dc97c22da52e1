"""The page of voters: who votes in the group, and how well."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rich.cells import cell_len
from textual.content import Content

from hearts_tui.domain.group import Group, is_friend
from hearts_tui.domain.slip import Slip
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.voters import Record, record_of
from hearts_tui.screens.info_dialogs import InfoDialog
from hearts_tui.screens.theory_entries import YOURS
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.links import link

YOU = ""
"""The id of the user among the voters."""

_MOST_SHOWN = 1_000
"""Voters on the page: more than anybody reads."""

_YOU, _FRIEND = "◉", "♡"


def voters_page(
    records: Mapping[str, Record], rejected: int, compare: Callable[[str], None]
) -> InfoDialog:
    """Make the page from the records of all voters by their ids, the user's under ``YOU``.

    ``rejected`` is how many slips don't count; ``compare`` is called with the id of a friend.
    """
    ranked = sorted(records, key=lambda voter: _rank(records[voter]))
    shown = [voter for n, voter in enumerate(ranked) if n < _MOST_SHOWN or voter == YOU]
    columns = _Columns([records[voter] for voter in shown])
    rows = [_row(voter, records[voter], columns) for voter in shown]
    return InfoDialog(
        f"The voters: {len(records):,}",
        [*rows, *_notes(records, len(records) - len(shown), rejected)],
        kind="fitted",
        hint="Tab and Enter compare you with a friend, Esc closes."
        if any(map(is_friend, records))
        else "Esc closes, j and k scroll, / finds.",
        doors={voter: _door(compare, voter) for voter in shown if is_friend(voter)},
    )


def records_of(group: Group, mine: Slip, theories: Sequence[Theory]) -> Mapping[str, Record]:
    """Tell how each voter has done, by id and with the name to show; the user under ``YOU``."""
    names = group.names(mine.name)
    slips = {voter: replace(slip, name=names[voter]) for voter, slip in group.voters.items()}
    slips[YOU] = replace(mine, name=f"{mine.name} (you)" if mine.name else "you")
    return {voter: record_of(slip, theories) for voter, slip in slips.items()}


def _door(compare: Callable[[str], None], voter: str) -> Callable[[], None]:
    return lambda: compare(voter)


def _rank(record: Record) -> tuple[bool, float, int, str]:
    """Return what voters are sorted by: the best score first, then the most votes."""
    return (
        record.score is None,
        record.score or 0.0,
        -record.votes,
        record.name.casefold(),
    )


class _Columns:
    """How wide the columns are, in cells."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.name = max(cell_len(record.name) for record in records)
        self.votes = max(len(f"{record.votes:,}") for record in records)


def _row(voter: str, record: Record, columns: _Columns) -> Paragraph:
    sign = _YOU if voter == YOU else _FRIEND if is_friend(voter) else ""
    name = link(record.name, voter) if is_friend(voter) else Content(record.name)
    if voter == YOU:
        name = Content.styled(record.name, f"{YOURS} bold")
    gap = " " * (columns.name - cell_len(record.name))
    votes = f"{record.votes:>{columns.votes},} {'vote ' if record.votes == 1 else 'votes'}"
    told = "  ".join(filter(None, (votes, _score(record), _calibration(record))))
    return Paragraph(
        Content.assemble(name, gap, "  ", (told, "$text-muted")),
        2,
        sign,
        lead_style=YOURS if sign else "",
    )


def _score(record: Record) -> str:
    return "" if record.score is None else f"score {record.score:.2f}"


def _calibration(record: Record) -> str:
    """Return how sure a voter is, and how often right."""
    if record.sure is None:
        return ""
    sure = f"{record.sure * 100:.0f}% sure"
    return f"{sure}, {record.right * 100:.0f}% right" if record.right is not None else sure


def _notes(records: Mapping[str, Record], left_out: int, rejected: int) -> list[Paragraph]:
    notes = [GAP]
    if left_out:
        notes.append(quiet(f"And {left_out:,} more."))
    signs = [f"{_YOU} you"]
    if any(map(is_friend, records)):
        signs.append(f"{_FRIEND} a friend")
    notes.append(quiet(f"{', '.join(signs)}. The score is Brier's: lower is better."))
    if all(record.score is None for record in records.values()):
        notes.append(quiet("Scores start once the news tells how a theory turned out."))
    if rejected:
        files = "slip doesn't" if rejected == 1 else "slips don't"
        told = f"{rejected:,} {files} count; hearts board list --rejected says why."
        notes.append(quiet(told))
    return notes
