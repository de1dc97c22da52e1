"""The header line: the five tabs and the short countdown."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from hearts_tui.domain.address import Section

_NAME = " hearts "


class Header(Widget):
    """One line. Tabs lose their names, all but the current one's, where the line is short."""

    auto_links = False

    countdown: reactive[tuple[str, ...]] = reactive(())
    """The countdown, from the longest form to the shortest; the line has the longest that fits."""

    def __init__(self, current: Section) -> None:
        super().__init__()
        self._current = current

    def render(self) -> Content:
        """Draw the line at the present width."""
        forms = self.countdown or ("",)
        # The name goes before the countdown is cut to its shortest form.
        for name, named, shown in ((_NAME, True, forms[:2]), ("", True, forms), ("", False, forms)):
            left = Content.assemble((name, "$accent bold"), *self._tabs(named=named))
            for form in shown:
                right = f"{form} " if form else ""
                gap = self.size.width - left.cell_length - cell_len(right)
                if gap >= 1:
                    return Content.assemble(left, " " * gap, (right, "$text-muted"))
        return left

    def _tabs(self, *, named: bool) -> list[Content]:
        tabs = []
        for number, section in enumerate(Section, 1):
            current = section is self._current
            label = f" {number} {section.capitalize()} " if named or current else f" {number} "
            click = Style.from_meta({"@click": f"app.go('{section}')"})
            look = "$block-cursor-foreground on $primary bold" if current else "$text-muted"
            tabs.append(Content.styled(label, look).stylize(click))
        return tabs
