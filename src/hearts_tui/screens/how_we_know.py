"""The page that compares what the fan press says with what is known."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from hearts_tui.domain.matching import matches
from hearts_tui.domain.rumor_check import CHECK_HEADINGS, CHECK_SIGNS, Statement, Verdict
from hearts_tui.screens.info_dialogs import NOTHING_FOUND, InfoDialog, legend
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.markdown import to_paragraphs
from hearts_tui.widgets.reader import Reader

_STYLES = {Verdict.RIGHT: "$success", Verdict.UNBACKED: "$warning", Verdict.WRONG: "$error"}
_LABEL_WIDTH, _BAR_WIDTH = 10, 20


class HowWeKnow(InfoDialog):
    """The statements, grouped and counted; ``n`` goes to the next one that is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "step_wrong(1)", "next wrong one", show=False),
        Binding("N", "step_wrong(-1)", "previous wrong one", show=False),
    ]

    def __init__(self, state: AppState) -> None:
        hint = "n and N wrong ones, Tab next link, / finds, Esc closes."
        super().__init__("How we know", [], hint=hint)
        self._state = state
        self._check = state.library.rumor_check
        self._wrong: list[tuple[int, int]] = []
        """The first and the last block of each wrong statement."""
        self._at: int | None = None
        """Which of them was gone to last."""

    def document(self, query: str) -> Document:
        """Return the page; for a query, the statements that match, under their headings."""
        self._wrong, self._at = [], None
        blocks = [] if query else [*to_paragraphs(self._check.intro), GAP, *self._counts()]
        for verdict, statements in self._check.by_verdict().items():
            blocks += self._group(verdict, statements, query, len(blocks))
        if not query:
            return Document([*blocks, GAP, *legend()])
        return Document(blocks or [NOTHING_FOUND])

    def action_step_wrong(self, step: int) -> None:
        """Go to the next wrong statement, or to the one before, as far as there is one."""
        if not self._wrong:
            return
        reader = self.query_one(Reader)
        if self._at is None:
            self._at = 0 if step > 0 else len(self._wrong) - 1
        else:
            self._at = max(0, min(len(self._wrong) - 1, self._at + step))
        reader.go_to_blocks(*self._wrong[self._at])

    def _counts(self) -> list[Paragraph]:
        groups = self._check.by_verdict()
        most = max(map(len, groups.values())) or 1
        return [
            Paragraph(
                Content.assemble(
                    (f"{CHECK_SIGNS[verdict]} {verdict:{_LABEL_WIDTH}}", _STYLES[verdict]),
                    (bar(len(found) / most, _BAR_WIDTH), _STYLES[verdict]),
                    f" {len(found)}",
                )
            )
            for verdict, found in groups.items()
        ]

    def _group(
        self, verdict: Verdict, statements: Sequence[Statement], query: str, before: int
    ) -> list[Paragraph]:
        hides = self._state.spoiler_filter.is_beyond
        shown = [each for each in statements if not hides(each.spoiler)]
        if query:
            shown = [each for each in shown if matches(query, [each.says, each.truth])]
            if not shown:
                return []
        title = (
            CHECK_HEADINGS[verdict] if query else f"{CHECK_HEADINGS[verdict]} ({len(statements)})"
        )
        blocks = heading(title)
        for statement in shown:
            first = before + len(blocks)
            blocks += _statement(statement)
            if verdict is Verdict.WRONG:
                self._wrong.append((first, before + len(blocks) - 1))
        hidden = 0 if query else len(statements) - len(shown)
        if hidden:
            blocks.append(quiet(f"{hidden} more are hidden as spoilers. The settings show them."))
        return blocks


def _statement(statement: Statement) -> list[Paragraph]:
    sign = f"{CHECK_SIGNS[statement.verdict]} "
    more = Content.assemble("  ", link("more", statement.item)) if statement.item else Content("")
    if not statement.truth:
        return [Paragraph(Content.assemble(statement.says, more), 2, sign)]
    truth = Content.styled(statement.truth, "$text-muted")
    return [
        Paragraph(Content(statement.says), 2, sign),
        Paragraph(Content.assemble(truth, more), 2),
    ]
