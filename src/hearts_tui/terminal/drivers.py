"""The drivers that an app can take instead of Textual's own for Unix terminals."""

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from hearts_tui.terminal.closing import SendsBeforeRestoring
from hearts_tui.terminal.filtered_input import FilteredInput
from hearts_tui.terminal.suspending import Suspending
from hearts_tui.terminal.wire.base_driver import BaseDriver
from hearts_tui.terminal.wire.driver import WireDriver


class SteadyDriver(FilteredInput, Suspending, SendsBeforeRestoring, BaseDriver):
    """Textual's driver, which survives being stopped, and any input."""


class SteadyWireDriver(FilteredInput, Suspending, SendsBeforeRestoring, WireDriver):
    """The driver of few bytes, which survives being stopped, and any input."""


def steady(chosen: type[Driver], *, plain: bool) -> type[Driver]:
    """Return what to take for the driver that Textual chose; one that was asked for stays.

    ``plain`` is for sending everything as Textual writes it.
    """
    if chosen is not LinuxDriver:
        return chosen
    return SteadyDriver if plain else SteadyWireDriver
