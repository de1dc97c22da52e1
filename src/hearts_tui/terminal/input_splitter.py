"""Split what a terminal sends into keys, sequences and pasted text, and drop everything else.

A terminal sends more than keys: answers to questions that another program asked, reports in formats
that nobody wants, half a sequence after a lost connection, and whatever somebody chooses to send
down a line. Textual's parser takes what it does not know for keys, keeps what never ends, and fails
on a number that it can't use, so none of that may reach it.

Dropped are: strings (OSC, DCS, APC, PM and SOS), finished or not; mouse reports in the formats of
X10 and urxvt; reports of the cursor's position, of the device and of its modes, except for the one
mode that Textual asks for; reports of the window's size, which are never asked for; all other
control sequences that are not a key; and bytes that are not a character in the terminal's encoding.
"""

import codecs
import re
from collections.abc import Callable

from hearts_tui.terminal.input_items import AltKey, InputItem, Keys, PastedText, Sequence
from hearts_tui.terminal.key_sequences import is_known, is_known_without_kitty
from hearts_tui.terminal.silence import SilenceDetector

LONGEST_SEQUENCE = 4 * 1024
"""Bytes after which an unfinished control sequence is given up."""

LONGEST_PASTE = 64 * 1024
"""Bytes of a pasted text that are passed on; the rest of it is dropped."""

PATIENCE = 1.0
"""Seconds after which a sequence whose rest does not come is given up."""


_ITEM = re.compile(
    rb"(?P<text>[^\x1b]+)"
    rb"|(?P<escapes>\x1b+(?=\x1b))"
    rb"|(?P<x10_mouse>\x1b\[M(?:[^\x00-\x1f]{3}|[^\x00-\x1f]{0,2}(?=[\x00-\x1f])))"
    # The function keys of the Linux console, those of rxvt with Shift, and SS3.
    rb"|(?P<key>\x1b\[\[[ -~]|\x1b\[(?:3|7|8|23|24)\$|\x1bO[ -~])"
    rb"|(?P<csi>\x1b\[(?![M\[])[ -?]*[@-~])"
    rb"|(?P<broken_off>\x1b(?:\[\[?[ -?]*|O)(?=[^ -~]))"
    rb"|(?P<string>\x1b[\]PX^_](?=[\x00-\xff]))"
    rb"|(?P<alt>\x1b[\x00-\x1a\x1c-NQ-WYZ`-\x7f])"
    # A string's terminator, and the ESC of Alt with a character beyond ASCII.
    rb"|(?P<stray>\x1b\\|\x1b(?=[\x80-\xff]))"
)
"""Matches one item; where it matches nothing, the rest of an item is still to come."""

_STRING_END = re.compile(rb"[\x07\x18\x1a]|(?=\x1b)")
_PARAMETERS = re.compile(rb"[ -?]*")
_PASTE_BEGIN, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_C1 = dict.fromkeys(range(0x80, 0xA0))
_NOT_IN_A_PASTE = {code: None for code in (*range(32), *range(0x7F, 0xA0)) if code not in b"\t\n\r"}


class InputSplitter:
    """Turn bytes into items of input, whatever pieces they arrive in.

    ``encoding`` names the encoding of the terminal's characters. An ESC that nothing follows
    within ``escape_delay`` seconds is a key; where that takes long, so may the rest of a sequence.
    Keys of kitty's keyboard protocol are of use only with ``kitty_keys``: without it Textual's
    parser does not know them. There is no clock in here: ``now`` is a number of seconds that never
    goes back.
    """

    def __init__(
        self, encoding: str = "utf-8", escape_delay: float = 0.1, *, kitty_keys: bool = True
    ) -> None:
        self._encoding = encoding
        self._is_known = is_known if kitty_keys else is_known_without_kitty
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="ignore")
        self._escape_delay, self._patience = escape_delay, max(PATIENCE, escape_delay)
        self._read: Callable[[bytes], bytes] = self._read_items
        self._held = b""
        self._after_escape = False
        self._last_byte = 0.0
        self._silence = SilenceDetector(self._patience)
        self._pasted = bytearray()
        self._items: list[InputItem] = []

    @property
    def deadline(self) -> float | None:
        """The time at which to call ``feed`` even if no bytes come, or None if there is none."""
        if self._read != self._read_items:
            return self._silence.deadline
        if not self._held:
            return None
        return self._last_byte + (self._escape_delay if self._may_be_key else self._patience)

    @property
    def _may_be_key(self) -> bool:
        """Whether what is held is Esc, or Alt and a character."""
        return len(self._held) <= len(b"\x1b[")

    def feed(self, data: bytes, now: float) -> list[InputItem]:
        """Return the items that are complete with ``data``, or for want of more by ``now``."""
        if self.deadline is not None and now >= self.deadline:
            self._give_up()
        if data:
            self._last_byte = now
        while data:
            reading = self._read
            rest = reading(data)
            self._silence.count(len(data) - len(rest), now)
            if self._read != reading:
                self._silence.start(now)
            data = rest
        items, self._items = self._items, []
        return items

    def _give_up(self) -> None:
        """Decide about something unfinished whose rest has not come."""
        if self._read == self._read_items:
            held, self._held = self._held, b""
            self._after_escape = False
            if held == b"\x1b":
                self._items.append(Keys("\x1b"))
            elif len(held) <= len(b"\x1b["):
                self._items.append(AltKey(held.decode("ascii")))
        else:
            self._end_paste()
            self._read = self._read_items

    def _read_items(self, data: bytes) -> bytes:
        """Read items; return what is left for another way of reading, which is set then."""
        data, self._held = self._held + data, b""
        place = 0
        while found := _ITEM.match(data, place):
            place = found.end()
            kind, item = str(found.lastgroup), found[0]
            if kind == "string":
                self._read = self._skip_string
            elif item == _PASTE_BEGIN:
                self._read = self._read_paste
            elif kind == "csi" and len(item) > LONGEST_SEQUENCE:
                # Far too long for a sequence: what would be its last byte is a key.
                place -= 1
            else:
                self._add(kind, item)
            if kind != "text":
                self._decoder.reset()
            self._after_escape = kind == "escapes"
            if self._read != self._read_items:
                return data[place:]
        return self._hold(data[place:])

    def _hold(self, rest: bytes) -> bytes:
        if rest:
            self._decoder.reset()
        if len(rest) > LONGEST_SEQUENCE:
            self._read = self._skip_parameters
        else:
            self._held = rest
        return b""

    def _add(self, kind: str, item: bytes) -> None:
        if kind == "text":
            if text := self._decoder.decode(item).translate(_C1):
                self._items.append(Keys(text))
        elif kind == "escapes":
            self._items.append(Keys(item.decode("ascii")))
        elif kind == "alt":
            # After an Esc it is another Esc and a key: there was no time to press Alt.
            item_type = Keys if self._after_escape else AltKey
            self._items.append(item_type(item.decode("ascii")))
        elif kind in ("csi", "key") and self._is_known(sequence := item.decode("ascii")):
            self._items.append(Sequence(sequence))

    def _skip_parameters(self, data: bytes) -> bytes:
        """Skip the rest of a control sequence that is too long; return what follows."""
        rest = data[_end_of(_PARAMETERS, data) :]
        if rest:
            self._read = self._read_items
        return rest

    def _skip_string(self, data: bytes) -> bytes:
        """Skip a string, of which nothing is kept; return what follows."""
        found = _STRING_END.search(data)
        if found is None:
            return b""
        self._read = self._read_items
        return data[found.end() :]

    def _read_paste(self, data: bytes) -> bytes:
        """Gather a pasted text; return what follows it."""
        begin = max(0, len(self._pasted) - len(_PASTE_END) + 1)
        self._pasted += data
        end = self._pasted.find(_PASTE_END, begin)
        if end >= 0:
            rest = bytes(self._pasted[end + len(_PASTE_END) :])
            del self._pasted[end:]
            self._end_paste()
            self._read = self._read_items
            return rest
        if len(self._pasted) >= LONGEST_PASTE + len(_PASTE_END):
            tail = bytes(self._pasted[1 - len(_PASTE_END) :])
            self._end_paste()
            self._pasted += tail
            self._read = self._skip_paste
        return b""

    def _skip_paste(self, data: bytes) -> bytes:
        """Skip what is too much of a pasted text; return what follows it."""
        data = bytes(self._pasted) + data
        end = data.find(_PASTE_END)
        self._pasted.clear()
        if end < 0:
            self._pasted += data[1 - len(_PASTE_END) :]
            return b""
        self._read = self._read_items
        return data[end + len(_PASTE_END) :]

    def _end_paste(self) -> None:
        text = self._pasted[:LONGEST_PASTE].decode(self._encoding, errors="ignore")
        self._pasted.clear()
        if self._read == self._read_paste and (text := text.translate(_NOT_IN_A_PASTE)):
            self._items.append(PastedText(text))


def _end_of(pattern: re.Pattern[bytes], data: bytes) -> int:
    found = pattern.match(data)
    return found.end() if found else 0
