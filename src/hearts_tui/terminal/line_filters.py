"""Choose the filters that every line passes on its way to the terminal."""

from textual.filter import LineFilter

from hearts_tui.terminal.capabilities import Capabilities
from hearts_tui.terminal.control_filter import ControlFilter


def line_filters(capabilities: Capabilities) -> tuple[list[LineFilter], list[LineFilter]]:
    """Return the filters that go before Textual's own, and those that go after them."""
    first: list[LineFilter] = []
    last: list[LineFilter] = [ControlFilter()]
    if capabilities.colours in ("none", "16"):
        from hearts_tui.terminal.monochrome import MonochromeFilter

        first.append(MonochromeFilter())
    elif capabilities.colours == "256":
        from hearts_tui.terminal.fixed_colors import FixedColorFilter

        last.append(FixedColorFilter())
    if capabilities.colours == "none" or not capabilities.unicode:
        from hearts_tui.terminal import scroll_bar_filter

        is_thin = capabilities.colours == "none"
        first.append(scroll_bar_filter.thin() if is_thin else scroll_bar_filter.whole())
    if not capabilities.unicode:
        from hearts_tui.terminal.ascii_filter import AsciiFilter

        last.append(AsciiFilter())
    return first, last
