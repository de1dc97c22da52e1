"""Ask a terminal once whether its background is light, and never wait for what it says.

The question is followed by one that every terminal answers (DA1). Its answer tells that no other is
to come: terminals that don't know the first question say nothing to it.
"""

import re
import time
from threading import Event
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

if TYPE_CHECKING:
    # A mixin for drivers of which LinuxDriver is the last, with its methods known to the types.
    _Base = LinuxDriver
else:
    _Base = object

QUESTION = "\x1b]11;?\x1b\\\x1b[c"

SECONDS_TO_ANSWER = 0.1
"""After so long an answer counts no more, if the first screen has been drawn by then."""

_SECONDS_TO_STAY = 0.25
"""How long a terminal that has the question is not given back: it would answer to the shell."""

_LONGEST_ANSWER = 256
_PART = rb"([0-9a-fA-F]{1,4})"
_BACKGROUND = re.compile(
    rb"\x1b\]11;rgba?:%b/%b/%b(?:/[0-9a-fA-F]{1,4})?(?:\x07|\x1b\\)" % (_PART, _PART, _PART)
)
_DEVICE = re.compile(rb"\x1b\[\?[0-9;]{0,64}c")
_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722


class BackgroundTold(Message):
    """The terminal has said what its background is like."""

    def __init__(self, *, light: bool, seconds: float) -> None:
        super().__init__()
        self.light = light
        self.seconds = seconds
        """How long after the question that was."""


class AnswerReader:
    """Finds the answers in what a terminal sends, whatever pieces they come in."""

    def __init__(self) -> None:
        self._seen = b""
        self.is_over = False
        """Whether nothing more is to come."""

    def feed(self, data: bytes) -> bool | None:
        """Return whether the background is light, once that is known; else None."""
        if self.is_over:
            return None
        self._seen += data
        device = _DEVICE.search(self._seen)
        told = _BACKGROUND.search(self._seen, 0, device.start() if device else len(self._seen))
        self.is_over = told is not None or device is not None
        # Only an answer that has begun is kept, however much else there is.
        self._seen = self._seen[-_LONGEST_ANSWER:]
        return is_light(*told.groups()) if told else None


def is_light(red: bytes, green: bytes, blue: bytes) -> bool:
    """Return whether a color of hexadecimal parts, each of its own length, is nearer to white."""
    shares = [int(part, 16) / (16 ** len(part) - 1) for part in (red, green, blue)]
    return sum(map(float.__mul__, shares, (_RED, _GREEN, _BLUE))) > 1 / 2


class AsksForBackground(_Base):
    """Mixed into a driver: asks once, when it starts, if its app has ``asks_for_background``.

    The app gets a ``BackgroundTold``. What is read is only looked at here, and goes on to the
    filter of the input, which drops answers, however late they come.
    """

    _answers: AnswerReader | None = None
    _asked_at = 0.0

    def start_application_mode(self) -> None:
        """Start, and ask the first time."""
        asks = self._answers is None and getattr(self._app, "asks_for_background", False)
        if asks:
            self._answered = Event()
            self._answers = AnswerReader()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if asks:
            self._asked_at = time.monotonic()
            self.write(QUESTION)
            self.flush()

    def observe(self, data: bytes) -> None:
        """Look at what the terminal has sent; called by the thread that reads it."""
        answers = self._answers
        if answers is None or answers.is_over:
            return
        light = answers.feed(data)
        if light is not None:
            seconds = time.monotonic() - self._asked_at
            self._app.call_later(
                self._app.post_message, BackgroundTold(light=light, seconds=seconds)
            )
        if answers.is_over:
            self._answered.set()

    def disable_input(self) -> None:
        """Read for a moment more where the answer may be on its way; it is not for the shell."""
        self.wait_for_answer()
        super().disable_input()

    def wait_for_answer(self) -> None:
        """Return once no answer is to be expected any more; what reads them has to go on."""
        if self._answers is not None and self._asked_at:
            left = self._asked_at + _SECONDS_TO_STAY - time.monotonic()
            self._answered.wait(max(0.0, left))


def wait_for_answer(app: App[Any]) -> None:
    """Return once the terminal of an app answers no more, so that it can be given back."""
    if isinstance(app._driver, AsksForBackground):
        app._driver.wait_for_answer()
