"""Hold the input that an app has no time for yet, as much as somebody may have typed."""

from collections import deque

from hearts_tui.terminal.input_items import InputItem, Keys, PastedText

MOST_WAITING = 1024
"""Keys that may wait. More of them than this is a flood."""

KEPT_OF_FLOOD = 32
"""Keys at the end of a flood that are kept: whatever is typed after it is among them."""

_CHARACTERS_PER_KEY = 256
"""Characters of a pasted text that count as one key."""


class InputQueue:
    """A queue of input that drops the oldest keys of a flood.

    It takes all that comes while an app is busy or its terminal stalls. What is more than anybody
    types in that time is a flood, and a flood is over once the app has caught up with it.
    """

    def __init__(self) -> None:
        self._items: deque[InputItem] = deque()
        self._size = 0
        self.is_flooded = False
        """Whether keys have been dropped, and the rest has not been taken yet."""

    def __bool__(self) -> bool:
        return bool(self._items)

    def put(self, item: InputItem) -> None:
        """Add an item."""
        self._items.append(item)
        self._size += _size_of(item)
        self.is_flooded = self.is_flooded or self._size > MOST_WAITING
        if self.is_flooded:
            self._drop_oldest()

    @property
    def first(self) -> InputItem:
        """The next item, of some keys only the first.

        Raises:
            IndexError: the queue is empty.

        """
        item = self._items[0]
        return Keys(item.text[0]) if isinstance(item, Keys) else item

    def take(self) -> InputItem:
        """Remove and return the next item, of some keys only the first.

        Raises:
            IndexError: the queue is empty.

        """
        item = self.first
        oldest = self._items.popleft()
        if isinstance(oldest, Keys) and len(oldest.text) > 1:
            self._items.appendleft(Keys(oldest.text[1:]))
        self._size -= _size_of(item)
        self.is_flooded = self.is_flooded and bool(self._items)
        return item

    def _drop_oldest(self) -> None:
        while (excess := self._size - KEPT_OF_FLOOD) > 0:
            oldest = self._items.popleft()
            self._size -= _size_of(oldest)
            if isinstance(oldest, Keys) and len(oldest.text) > excess:
                self._items.appendleft(Keys(oldest.text[excess:]))
                self._size += len(oldest.text) - excess


def _size_of(item: InputItem) -> int:
    if isinstance(item, Keys):
        return len(item.text)
    return 1 + len(item.text) // _CHARACTERS_PER_KEY if isinstance(item, PastedText) else 1
