"""The header line: a tab for each section, and the short countdown."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from hearts_tui.domain.address import Section
from hearts_tui.domain.header_forms import HeaderForms

_NAME = " hearts "
_SECONDS_BETWEEN_UPDATES = 20.0


class Header(Widget):
    """One line. Tabs lose their names, all but the current one's, where the line is short."""

    auto_links = False

    countdown: reactive[HeaderForms] = reactive(HeaderForms())
    """The countdown; the line has the longest form that fits."""

    def __init__(self, current: Section, countdown: Callable[[], HeaderForms]) -> None:
        """Make the line of a section; ``countdown`` tells how much time is left now."""
        super().__init__()
        self._current = current
        self._read_countdown = countdown

    def on_mount(self) -> None:
        """Keep the countdown right."""
        self.set_interval(_SECONDS_BETWEEN_UPDATES, self.update_countdown)

    def update_countdown(self) -> None:
        """Show how much time is left now."""
        self.countdown = self._read_countdown()

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
