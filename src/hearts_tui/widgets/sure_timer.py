"""Set a timer that calls back for sure, however busy the machine is."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


def set_sure_timer(pump: MessagePump, seconds: float, callback: Callable[[], None]) -> Timer:
    """Call back once after some seconds.

    Textual leaves a tick out that is late already when its timer starts, and so never calls back
    for a short time where something else had the processor in between.
    """
    timer = pump.set_timer(seconds, callback)
    timer._skip = False
    return timer
