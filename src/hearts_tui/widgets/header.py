"""The header line: the five tabs and the short countdown."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from hearts_tui.domain.address import Section
from hearts_tui.domain.header_forms import HeaderForms

_NAME = " hearts "


class Header(Widget):
    """One line. Tabs lose their names, all but the current one's, where the line is short."""

    auto_links = False

    countdown: reactive[HeaderForms] = reactive(HeaderForms())
    """The countdown; the line has the longest form that fits."""

    def __init__(self, current: Section) -> None:
        super().__init__()
        self._current = current

    def render(self) -> Content:
        """Draw the line at the present width."""
        for name, named, forms in self._ways:
            left = Content.assemble((name, "$accent bold"), *self._tabs(named=named))
            for form in forms:
                gap = self.size.width - left.cell_length - cell_len(form) - 1
                if gap >= 1:
                    return Content.assemble(left, " " * gap, (f"{form} ", "$text-muted"))
        return left

    @property
    def _ways(self) -> Sequence[tuple[str, bool, Sequence[str]]]:
        """Whether hearts and the tabs are named, and which forms go with it, the best first."""
        named, bare = self.countdown.named, self.countdown.bare or [""]
        return (
            (_NAME, True, named),
            ("", True, named),
            (_NAME, True, bare),
            ("", True, bare),
            ("", False, [*named, *bare]),
        )

    def _tabs(self, *, named: bool) -> list[Content]:
        tabs = []
        for number, section in enumerate(Section, 1):
            current = section is self._current
            label = f" {number} {section.capitalize()} " if named or current else f" {number} "
            click = Style.from_meta({"@click": f"app.go('{section}')"})
            look = "$block-cursor-foreground on $primary bold" if current else "$text-muted"
            tabs.append(Content.styled(label, look).stylize(click))
        return tabs
