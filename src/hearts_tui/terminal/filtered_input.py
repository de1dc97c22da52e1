"""Let a driver take from its terminal only input that is of use, and one key after the other."""

import os
import sys
from typing import TYPE_CHECKING

from textual import constants
from textual.drivers.linux_driver import LinuxDriver

from hearts_tui.terminal.input_encoding import input_encoding
from hearts_tui.terminal.input_reader import InputReader
from hearts_tui.terminal.input_splitter import InputSplitter
from hearts_tui.terminal.key_pacer import KeyPacer

if TYPE_CHECKING:
    # A mixin for drivers of which LinuxDriver is the last, with its methods known to the types.
    _Base = LinuxDriver
else:
    _Base = object


class FilteredInput(_Base):
    """Mixed into a driver: filters what the terminal sends before Textual's parser sees it.

    Textual's own way of reading fails on a byte that is not UTF-8, takes unknown sequences for
    keys, and passes on at once whatever comes, which piles up in the app.
    """

    def observe(self, data: bytes) -> None:
        """Look at bytes from the terminal, before they are filtered."""

    def run_input_thread(self) -> None:
        """Read input until the app wants no more of it; runs in a thread of its own."""
        stdin = sys.__stdin__
        encoding = input_encoding(os.environ, stdin.encoding if stdin else None)
        splitter = InputSplitter(
            encoding, constants.ESCAPE_DELAY, kitty_keys=not constants.DISABLE_KITTY_KEY
        )
        pacer = KeyPacer(self._app, self._loop)
        reader = InputReader(self.fileno, splitter, self.process_message, pacer, self.observe)
        while not (self.exit_event.is_set() or reader.at_end):
            reader.step()
