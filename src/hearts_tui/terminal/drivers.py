"""The drivers that an app can take instead of Textual's own for Unix terminals."""

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from hearts_tui.terminal.background import AsksForBackground
from hearts_tui.terminal.closing import SendsBeforeRestoring
from hearts_tui.terminal.diff_driver.base_driver import BaseDriver
from hearts_tui.terminal.diff_driver.driver import DiffDriver
from hearts_tui.terminal.filtered_input import FilteredInput
from hearts_tui.terminal.job_control import JobControl


class PlainDriver(AsksForBackground, FilteredInput, JobControl, SendsBeforeRestoring, BaseDriver):
    """Textual's driver, which survives being stopped, and any input."""


class HeartsDriver(AsksForBackground, FilteredInput, JobControl, SendsBeforeRestoring, DiffDriver):
    """The driver of few bytes, which survives being stopped, and any input."""


def choose_driver(chosen: type[Driver], *, plain: bool) -> type[Driver]:
    """Return what to take for the driver that Textual chose; one that was asked for stays.

    ``plain`` is for sending everything as Textual writes it.
    """
    if chosen is not LinuxDriver:
        return chosen
    return PlainDriver if plain else HeartsDriver
