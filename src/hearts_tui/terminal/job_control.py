"""Stop and come back: by ctrl+z's signal, and by a stop that can't be noticed."""

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    # A mixin for drivers of which LinuxDriver is the last, with its methods known to the types.
    _Base = LinuxDriver
else:
    _Base = object


class JobControl(_Base):
    """Mixed into a driver: stops and comes back in the event loop, and draws everything anew.

    Textual's own handlers run in the middle of whatever the app is doing, a half-made write
    included, and take SIGCONT for the end of a stop that they made themselves: after SIGSTOP they
    start a second reader of keys and remember the app's own settings as the user's.
    """

    _stopped = False
    """Whether the terminal was given back for a stop."""

    def _sigtstp_application(self, number: int = 0, frame: FrameType | None = None) -> None:
        del number, frame
        self._soon(self._stop)

    def _sigcont_application(self, number: int = 0, frame: FrameType | None = None) -> None:
        del number, frame
        self._soon(self._come_back)

    def _soon(self, do: Callable[[], None]) -> None:
        loop = self._app._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(do)

    def _stop(self) -> None:
        if self._auto_restart and not self._stopped:
            self._stopped = True
            self.suspend_application_mode()
        self._sleep()

    def _come_back(self) -> None:
        if not self._auto_restart or not self._app._running:
            return
        try:
            in_front = os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:
            # The terminal has gone: its last deed is to wake everybody who was on it.
            return
        if not in_front:
            # Woken in the background, where it may not draw: asleep again until it is in front.
            self._sleep()
            return
        if not self._stopped:
            # Stopped unnoticed: a shell has had the terminal, so it is taken from the beginning.
            self.suspend_application_mode()
        self._stopped = False
        self.resume_application_mode()
        self._app.app_resume_signal.publish(self._app)
        self._app.refresh(layout=True)

    def _sleep(self) -> None:
        os.kill(os.getpid(), signal.SIGSTOP)
