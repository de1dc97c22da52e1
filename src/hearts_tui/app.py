"""The app: a mode for each section, the keys that work everywhere, and the theme."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

from textual import on
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Event, InputEvent
from textual.filter import LineFilter
from textual.screen import Screen

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.settings import Look
from hearts_tui.domain.web_address import is_web_address
from hearts_tui.screens.factory import PREBUILT_MODULES, PREBUILT_STYLES, screen_for
from hearts_tui.screens.navigation import Navigation
from hearts_tui.screens.prebuild import PrebuildsScreens, ScreenPrebuilder
from hearts_tui.screens.state import AppState
from hearts_tui.screens.windows import OpensWindows
from hearts_tui.terminal.background import SECONDS_TO_ANSWER, BackgroundTold
from hearts_tui.terminal.capabilities import EVERYTHING, Capabilities
from hearts_tui.terminal.closing import ClosesInTime
from hearts_tui.terminal.crash_report import CrashReporting
from hearts_tui.terminal.drivers import choose_driver
from hearts_tui.terminal.focus_cursor import FocusCursor
from hearts_tui.terminal.idle_gc import IdleGC
from hearts_tui.terminal.line_filters import line_filters
from hearts_tui.terminal.mouse_capture import ReleasesMouse
from hearts_tui.terminal.silent_filter import SilentFilter
from hearts_tui.theme import start_in, theme_for
from hearts_tui.widgets import breakpoints, keys
from hearts_tui.widgets.item_page import HOW_WE_KNOW, WELCOME
from hearts_tui.widgets.notifying import Notifying
from hearts_tui.widgets.reader import Reader
from hearts_tui.widgets.split_view import READ_ALOUD

if TYPE_CHECKING:
    from hearts_tui.screens.ballot_offer import BallotOffer

SECONDS_OF_A_VISIT = 2.0
"""How long hearts is open before that counts as a visit."""

SECONDS_TO_SWITCH = 0.01
"""How long the frames wait where screens change, so that a half-drawn one is not sent."""


class HeartsApp(
    OpensWindows,
    Notifying[None],
    PrebuildsScreens[None],
    ReleasesMouse[None],
    FocusCursor[None],
    IdleGC[None],
    ClosesInTime[None],
    CrashReporting[None],
):
    """The app. ``DEFAULT_MODE`` is the section that it opens at."""

    DEFAULT_MODE = Section.NEWS.value

    TITLE = "hearts"
    CSS_PATH = "hearts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.EVERYWHERE.bindings,
        # With priority, since other bindings of the app do nothing while a dialog is open.
        Binding("ctrl+c", "help_quit", show=False, priority=True, system=True),
    ]
    HORIZONTAL_BREAKPOINTS = breakpoints.HORIZONTAL
    VERTICAL_BREAKPOINTS = breakpoints.VERTICAL
    ENABLE_COMMAND_PALETTE = False
    # Selecting needs the motion of the mouse, which is not asked for; the terminal selects.
    ALLOW_SELECT = False

    def __init__(
        self,
        state: AppState,
        capabilities: Capabilities = EVERYTHING,
        *,
        plain_driver: bool = False,
    ) -> None:
        super().__init__()
        self.driver_class = choose_driver(self.driver_class, plain=plain_driver)
        self.state = state
        self.capabilities = capabilities
        self._first_filters, self._last_filters = line_filters(capabilities)
        self._silent_filter = SilentFilter()
        self.navigation = Navigation(self, state)
        self._ballot_offer: BallotOffer | None = None
        self.animation_level = "none"
        self.asks_for_background = (
            capabilities.tells_background and state.settings.theme is Look.AUTO
        )
        self._on_light = self._is_drawn = False
        start_in(self, theme_for(state.settings.theme, capabilities.colours))
        self._suit_screen_reader()

    @classmethod
    def opened_at(cls, section: Section) -> type[Self]:
        """Return the app that opens at a section; Textual takes the first mode from the class.

        It takes the first screen's style sheet from there as well, where the screen has one.
        """
        own = Path(__file__).with_name("screens") / f"{section}.tcss"
        names = {
            "DEFAULT_MODE": section.value,
            "CSS_PATH": [cls.CSS_PATH, own] if own.exists() else cls.CSS_PATH,
            "__module__": cls.__module__,
        }
        return type(cls.__name__, (cls,), names)

    def get_default_screen(self) -> Screen[None]:
        """Make the first screen. As a mode, Textual would parse all style sheets twice for it."""
        return screen_for(Section(self.DEFAULT_MODE), self.state)

    def on_ready(self) -> None:
        """Once the first screen stands: open the others, read the ballot, say what came up."""
        self._is_drawn = True
        screens = {section.value: partial(screen_for, section, self.state) for section in Section}
        for section, make in screens.items():
            self.add_mode(section, make)
        self._show_or_hide_cursor()
        self.start_idle_gc()
        self.state.open_ballot()
        if self.state.settings.keys:
            from hearts_tui.screens.custom_keys import take_up_keys

            take_up_keys(self.state)
            self.set_keymap(dict(self.state.settings.keys))
        for warning in self.state.take_warnings():
            self.notify(warning, severity="warning")
        self.set_timer(SECONDS_OF_A_VISIT, self.state.save_visit)
        self.on_ballot_worse()
        self.prebuild(ScreenPrebuilder(self, screens, PREBUILT_MODULES, PREBUILT_STYLES))

    async def on_event(self, event: Event) -> None:
        """Take note that somebody types."""
        if isinstance(event, InputEvent):
            self.state.typing.note_input()
        await super().on_event(event)

    def delay_update(self, delay: float = SECONDS_TO_SWITCH) -> None:
        """Hold the frames back while screens change; Textual waits five times as long."""
        super().delay_update(delay)

    def on_ballot_worse(self) -> None:
        """Ask what to do about a ballot that was damaged or lost something."""
        if self.state.offer is not None:
            from hearts_tui.screens.ballot_offer import BallotOffer

            self._ballot_offer = self._ballot_offer or BallotOffer(self, self.state)
            self._ballot_offer.ask(self.state.offer)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put what this terminal needs around Textual's own filters."""
        silent = [self._silent_filter] if self.state.settings.is_read_aloud else []
        return [*silent, *self._first_filters, *super().get_line_filters(), *self._last_filters]

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Hold the cursor of an input still where nothing is to move."""
        moves = self.capabilities.motion and self.state.settings.moves
        if hasattr(event.widget, "cursor_blink") and not moves:
            event.widget.cursor_blink = False

    def action_go(self, section: str) -> None:
        """Go to a section."""
        if self.front:
            self.switch_mode(section)

    @on(Reader.FollowLink)
    def _follow(self, message: Reader.FollowLink) -> None:
        if message.address == HOW_WE_KNOW:
            self.action_how_we_know()
        elif is_web_address(message.address):
            self.notify("hearts opens no web pages. y copies the link, Q shows it as a QR code.")
        else:
            self.navigation.follow(message.address)

    def action_go_back(self) -> None:
        """Go back to where the last link was followed."""
        self.navigation.back()

    def action_go_forward(self) -> None:
        """Go forward again."""
        self.navigation.forward()

    def action_help_quit(self) -> None:
        """Say how to quit where Ctrl+C was meant to; in an input it copies what is selected."""
        from hearts_tui.screens.quit_hint import has_selected, quit_hint

        if has_selected(self.focused):
            raise SkipAction
        hint = quit_hint(self.focused, self.state.settings.keys, in_dialog=not self.front)
        self.notify(hint, timeout=4)

    def settings_changed(self, save: Callable[[], str]) -> None:
        """Put changed settings to use, and keep the change."""
        self._change_theme()
        self.set_keymap(dict(self.state.settings.keys))
        self._show_or_hide_cursor()
        self._suit_screen_reader()
        if self.front:
            self.front.refresh_all()
            self.front.save(save)

    @on(BackgroundTold)
    def _adapt_to_background(self, message: BackgroundTold) -> None:
        """Turn light on a light terminal, unless one would have begun to read."""
        if message.seconds < SECONDS_TO_ANSWER or not self._is_drawn:
            self._on_light = message.light
            self._change_theme()

    def _change_theme(self) -> None:
        look, colors = self.state.settings.theme, self.capabilities.colours
        theme = theme_for(look, colors, on_light=self._on_light)
        if theme.name != self.theme:
            self.register_theme(theme)
            self.theme = theme.name

    def _show_or_hide_cursor(self) -> None:
        self.show_cursor(is_shown=self.state.settings.shows_cursor)

    def _suit_screen_reader(self) -> None:
        """Lay the screens out for a screen reader, or for the eye."""
        self.sends_whole_lines = self.state.settings.is_read_aloud
        self.set_class(self.sends_whole_lines, READ_ALOUD)

    def get_key_display(self, binding: Binding) -> str:
        """Write a key for people."""
        if binding.key_display:
            return binding.key_display
        from hearts_tui.widgets.keymap import shown

        return shown(binding.key)

    def action_welcome(self) -> None:
        """Show the page that welcomes a new reader."""
        self.navigation.go_to(Address.parse(WELCOME))
