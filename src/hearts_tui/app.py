"""The app: a mode for each section, the keys that work everywhere, and the theme."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

from textual import on, work
from textual.actions import SkipAction
from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.history import History
from hearts_tui.domain.settings import Motion
from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.state import AppState
from hearts_tui.terminal.capabilities import EVERYTHING, Capabilities
from hearts_tui.terminal.closing import ClosesInTime
from hearts_tui.terminal.control_filter import ControlFilter
from hearts_tui.terminal.crash_report import CrashReporting
from hearts_tui.terminal.drivers import choose_driver
from hearts_tui.terminal.idle_gc import IdleGC
from hearts_tui.terminal.mouse_capture import ReleasesMouse
from hearts_tui.theme import theme_for
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_page import HOW_WE_KNOW, WELCOME
from hearts_tui.widgets.reader import Reader

if TYPE_CHECKING:
    from hearts_tui.domain.ballot import Ballot
    from hearts_tui.screens.commands import Command


SECONDS_OF_A_VISIT = 2.0
"""How long hearts is open before that counts as a visit."""


MOST_KEYS_TOLD_OF = 3
"""How many keys that can't be given are told of one by one."""


SECONDS_TO_SWITCH = 0.01
"""How long the frames wait where screens change, so that a half-drawn one is not sent."""


def screen_for(section: Section, state: AppState) -> BaseScreen:
    """Make the screen of a section, of which nothing is imported before it is first opened."""
    match section:
        case Section.NEWS:
            from hearts_tui.screens.news import NewsScreen

            return NewsScreen(state)
        case Section.CAST:
            from hearts_tui.screens.cast import CastScreen

            return CastScreen(state)
        case Section.TRACKS:
            from hearts_tui.screens.tracks import TracksScreen

            return TracksScreen(state)
        case Section.COUNTDOWN:
            from hearts_tui.screens.countdown import CountdownScreen

            return CountdownScreen(state)
        case Section.THEORIES:
            from hearts_tui.screens.theories import TheoriesScreen

            return TheoriesScreen(state)
        case Section.FILM:
            from hearts_tui.screens.film import FilmScreen

            return FilmScreen(state)


def _filters(capabilities: Capabilities) -> tuple[list[LineFilter], list[LineFilter]]:
    """Return the filters that go before Textual's own, and after them."""
    first: list[LineFilter] = []
    last: list[LineFilter] = [ControlFilter()]
    if capabilities.colours in ("none", "16"):
        from hearts_tui.terminal.monochrome import MonochromeFilter

        first.append(MonochromeFilter())
    if not capabilities.unicode:
        from hearts_tui.terminal.ascii import AsciiFilter

        last.append(AsciiFilter())
    return first, last


def _votes(count: int) -> str:
    return "1 vote" if count == 1 else f"{count:,} votes"


class HeartsApp(ReleasesMouse[None], IdleGC[None], ClosesInTime[None], CrashReporting[None]):
    """The app. ``DEFAULT_MODE`` is the section that it opens at."""

    DEFAULT_MODE = Section.NEWS.value

    UNAVAILABLE: ClassVar[frozenset[str]] = frozenset()
    """The ids of actions that are not offered."""

    TITLE = "hearts"
    CSS_PATH = "hearts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.EVERYWHERE.bindings,
        # With priority, since other bindings of the app do nothing while a dialog is open.
        Binding("ctrl+c", "help_quit", show=False, priority=True, system=True),
    ]
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (30, "-narrow"),
        (70, "-normal"),
        (110, "-wide"),
        (170, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (20, "-tall")]
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
        self._surroundings = capabilities
        self._first_filters, self._last_filters = _filters(capabilities)
        self._history = History()
        self._is_offering = False
        self.animation_level = "none"
        self._apply_theme(theme_for(state.settings.theme, capabilities.colours))

    def _apply_theme(self, theme: Theme) -> None:
        """Start in a theme.

        Assigning ``theme`` would do as much, and parse all style sheets once more for it.
        """
        self.register_theme(theme)
        self.set_reactive(App.theme, theme.name)
        self.add_class(f"-theme-{theme.name}", update=False)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

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
        for section in Section:
            self.add_mode(section, partial(screen_for, section, self.state))
        self.start_idle_gc()
        self.state.open_ballot()
        if self.state.settings.keys:
            self._give_keys()
        self.state.shown_warnings.update(self.state.warnings)
        for notice in dict.fromkeys(self.state.warnings):
            self.notify(notice, severity="warning", timeout=15, markup=False)
        self.state.warnings.clear()
        self.set_timer(SECONDS_OF_A_VISIT, self._note_visit)
        if self.state.offer is not None:
            self._offer(self.state.offer)

    def delay_update(self, delay: float = SECONDS_TO_SWITCH) -> None:
        """Hold the frames back while screens change; Textual waits five times as long."""
        super().delay_update(delay)

    @work
    async def _note_visit(self) -> None:
        """Keep that the reader was here; nothing is lost where that fails."""
        now = self.state.clock()
        with suppress(StorageError):
            await self.state.save(lambda: self.state.stores.marks.save_visit(now))

    def on_ballot_worse(self) -> None:
        """Ask what to do about a ballot that was damaged or lost something; see ``changes``."""
        if self.state.offer is not None and not self._is_offering:
            self._offer(self.state.offer)

    def _offer(self, better: "Ballot") -> None:
        """Ask whether to bring back the last good ballot."""
        from hearts_tui.screens.dialogs import ChoiceDialog

        self._is_offering = True
        present = len(self.state.ballot.votes)
        choices = [
            ("back", f"Bring back the last good copy, {_votes(len(better.votes))}"),
            ("present", f"Go on with {_votes(present)}" if present else "Start empty"),
        ]
        hint = f"The other is kept under another name. Esc: {choices[1][1].lower()}."
        self.push_screen(
            ChoiceDialog("Your ballot lacks something", choices, "back", hint), self._chosen
        )

    def _chosen(self, answer: str | None) -> None:
        self._settle_ballot(bring_back=answer == "back")

    @work
    async def _settle_ballot(self, *, bring_back: bool) -> None:
        """Keep the ballot that was chosen, and show it."""
        try:
            await self._keep_chosen(bring_back=bring_back)
        finally:
            self._is_offering = False

    async def _keep_chosen(self, *, bring_back: bool) -> None:
        keeper = self.state.stores.ballot
        try:
            if bring_back:
                saved = await self.state.save(keeper.restore)
                self.state.ballot, notice = saved.ballot, saved.notice
            else:
                notice = await self.state.save(keeper.accept)
        except StorageError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return
        self.state.offer = None
        if notice:
            self.notify(notice, timeout=15, markup=False)
        if isinstance(self.screen, BaseScreen):
            self.screen.refresh_all()

    def _give_keys(self) -> None:
        """Take up the keys of the user's own, but for those that would get in the way."""
        from hearts_tui.widgets.keymap import complaints

        given = self.state.settings.keys
        fail = complaints(given)
        complain = self.state.stores.settings.complaint
        shown_warnings = islice(fail.items(), MOST_KEYS_TOLD_OF)
        self.state.warnings += [complain(name, reason) for name, reason in shown_warnings]
        if (more := len(fail) - MOST_KEYS_TOLD_OF) > 0:
            self.state.warnings.append(f"{more:,} more keys in settings.toml can't be used either.")
        taken = {name: key for name, key in given.items() if name not in fail}
        self.state.settings = replace(self.state.settings, keys=taken)
        self.set_keymap(taken)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put what this terminal needs around Textual's own filters."""
        return [*self._first_filters, *super().get_line_filters(), *self._last_filters]

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Hold the cursor of an input still where nothing is to move."""
        if hasattr(event.widget, "cursor_blink") and not self._may_blink:
            event.widget.cursor_blink = False

    @property
    def _may_blink(self) -> bool:
        return self._surroundings.motion and self.state.settings.motion is Motion.FULL

    def action_go(self, section: str) -> None:
        """Go to one of the five screens."""
        if isinstance(self.screen, BaseScreen):
            self.switch_mode(section)

    @on(Reader.FollowLink)
    def _follow(self, message: Reader.FollowLink) -> None:
        if message.address == HOW_WE_KNOW:
            self.action_how_we_know()
            return
        if message.address == WELCOME:
            self.action_welcome()
            return
        try:
            address = Address.parse(message.address)
        except ValueError:
            address = None
        if address is None or address not in self.state.index:
            self.notify(f"Can't find {message.address}.", markup=False)
        else:
            self.go_to(address)

    def go_to(self, address: Address) -> None:
        """Show an item, and remember where the reader came from."""
        if self._place is not None:
            self._history = self._history.left(self._place)
        self._show(address)

    def action_back_on_trail(self) -> None:
        """Go back to where the last link was followed."""
        self._step(self._history.back)

    def action_forward_on_trail(self) -> None:
        """Go forward again."""
        self._step(self._history.forward)

    def _step(self, step: Callable[[Address], tuple[Address, History] | None]) -> None:
        place = self._place
        stepped = step(place) if place is not None else None
        if stepped is not None:
            address, self._history = stepped
            self._show(address)

    @property
    def _place(self) -> Address | None:
        screen = self.screen
        if isinstance(screen, BaseScreen) and screen.current is not None:
            return screen.address(screen.current)
        return None

    @work
    async def _show(self, address: Address) -> None:
        await self.switch_mode(address.section)
        if isinstance(self.screen, BaseScreen):
            self.screen.open_at(address.id)

    def action_command_palette(self) -> None:
        """Open the palette."""
        if isinstance(self.screen, BaseScreen):
            from hearts_tui.screens.search import Palette

            self.state.load_all()
            given = self.state.settings.keys
            palette = Palette(self.state, self.screen.SECTION, given, self.UNAVAILABLE)
            self.push_screen(palette, self._found)

    def _found(self, choice: "Address | Command | None") -> None:
        if isinstance(choice, Address):
            self.go_to(choice)
        elif choice is not None:
            self._run(choice)

    @work
    async def _run(self, command: "Command") -> None:
        """Do what a command says, on the screen in front or on the one that it belongs to."""
        name = command.action.partition("(")[0]
        if command.section is not None and not hasattr(self.screen, f"action_{name}"):
            await self.switch_mode(command.section)
            if command.waits and isinstance(self.screen, BaseScreen):
                self.screen.tell(f"Pick one, then press {command.key}.", seconds=5)
                return
        is_screens = hasattr(self.screen, f"action_{name}")
        await self.run_action(command.action, self.screen if is_screens else self)

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        if isinstance(self.screen, BaseScreen):
            from hearts_tui.screens.info_dialogs import HelpDialog

            groups = self.screen.help_groups
            if given := self.state.settings.keys:
                from hearts_tui.widgets.keymap import remapped

                groups = [remapped(group, given) for group in groups]
            self.push_screen(HelpDialog(groups, self.screen.help_text))

    def action_help_quit(self) -> None:
        """Say how to quit where Ctrl+C was meant to; in an input it copies what is selected."""
        from textual.widgets import Input

        from hearts_tui.widgets.keymap import shown

        line = self.focused if isinstance(self.focused, Input) else None
        if line is not None and line.selected_text:
            raise SkipAction
        key = shown(self.state.settings.keys.get("quit", "q"))
        if isinstance(self.screen, BaseScreen) and line is None:
            shown_warnings = f"Press {key} to quit. Everything is saved already."
        else:
            shown_warnings = f"Press Esc to go back, then {key} to quit."
        self.notify(shown_warnings, timeout=4, markup=False)

    def action_settings(self, at: str = "") -> None:
        """Show the settings, with the cursor on one of them, and change some."""
        if isinstance(self.screen, BaseScreen):
            from hearts_tui.screens.settings import SettingsDialogs

            SettingsDialogs(self, self.state, self._settings_changed).open(at)

    def action_setting(self, name: str) -> None:
        """Ask for the value of one setting."""
        if isinstance(self.screen, BaseScreen):
            from hearts_tui.screens.settings import SettingsDialogs

            SettingsDialogs(self, self.state, self._settings_changed).ask(name)

    def _settings_changed(self, save: Callable[[], str]) -> None:
        """Put changed settings to use, and keep the change."""
        settings = self.state.settings
        theme = theme_for(settings.theme, self._surroundings.colours)
        if theme.name != self.theme:
            self.register_theme(theme)
            self.theme = theme.name
        self.set_keymap(dict(settings.keys))
        if isinstance(self.screen, BaseScreen):
            self.screen.refresh_all()
            self.screen.save(save)

    def get_key_display(self, binding: Binding) -> str:
        """Write a key for people."""
        if binding.key_display:
            return binding.key_display
        from hearts_tui.widgets.keymap import shown

        return shown(binding.key)

    def action_how_we_know(self) -> None:
        """Compare what the fan press says with what is known."""
        if isinstance(self.screen, BaseScreen):
            from hearts_tui.screens.how_we_know import HowWeKnow

            self.push_screen(HowWeKnow(self.state))

    def action_welcome(self) -> None:
        """Show the page that welcomes a new reader."""
        self.go_to(Address.parse(WELCOME))

    def action_spoilers(self) -> None:
        """Show the settings, with the cursor on what is hidden."""
        self.action_settings("seen_film")

    def action_about(self) -> None:
        """Show what hearts is."""
        if isinstance(self.screen, BaseScreen):
            from hearts_tui.screens.info_dialogs import about_page
            from hearts_tui.widgets.pixel_art import picture_lines

            heart = self.state.picture("heart").value
            art = picture_lines(heart, has_pixels=self.state.has_pixels) if heart else []
            self.push_screen(about_page(art))
