"""The rumor check: what the fan press says, beside what is so."""

from collections.abc import Sequence

from hearts_tui.domain.prose import parse_prose
from hearts_tui.domain.rumor_check import CHECK_HEADINGS, CHECK_SIGNS, Statement, Verdict
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.view import View


def how_we_know(view: View) -> Document:
    """Return the statements, grouped and counted."""
    check = view.library.rumor_check
    groups = check.by_verdict()
    return Document(
        kind="how-we-know",
        head=Entry(
            title="How we know",
            fields=[
                Field(verdict.value, len(found), f"{CHECK_SIGNS[verdict]} {len(found)} {verdict}")
                for verdict, found in groups.items()
            ],
        ),
        sections=[
            Section(paragraphs=parse_prose(check.intro)),
            *(_group(view, verdict, found) for verdict, found in groups.items()),
        ],
    )


def _group(view: View, verdict: Verdict, statements: Sequence[Statement]) -> Section:
    shown = [each for each in statements if not view.spoilers.is_beyond(each.spoiler)]
    entries = [_statement(each) for each in shown]
    if hidden := len(statements) - len(shown):
        is_hidden = (
            "1 more is hidden as a spoiler"
            if hidden == 1
            else (f"{hidden} more are hidden as spoilers")
        )
        entries.append(Entry(title=f"{is_hidden}. The settings show them."))
    return Section(heading=f"{CHECK_HEADINGS[verdict]} ({len(statements)})", entries=entries)


def _statement(statement: Statement) -> Entry:
    return Entry(
        mark=CHECK_SIGNS[statement.verdict],
        title=statement.says,
        address=str(statement.item) if statement.item else "",
        fields=[
            Field("verdict", statement.verdict.value),
            Field("truth", statement.truth or None, statement.truth),
        ],
    )
