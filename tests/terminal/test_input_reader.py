"""Bytes that a terminal sends become events of Textual, as fast as the app can take them."""

import os
from collections.abc import Iterator

import pytest
from textual.events import Key, Paste
from textual.message import Message

from hearts_tui.terminal.input_items import InputItem
from hearts_tui.terminal.input_reader import InputReader
from hearts_tui.terminal.input_splitter import InputSplitter


class Reading:
    """A reader at the end of a pipe, and what it delivers."""

    def __init__(self) -> None:
        source, self._sink = os.pipe()
        self._source = source
        self.delivered: list[Message] = []
        self.room = 1_000_000
        self.reader = InputReader(
            source,
            InputSplitter(escape_delay=0.01),
            self.delivered.append,
            self,
        )

    def is_ready_for(self, key: InputItem, seconds: float) -> bool:
        del key, seconds
        return len(self.delivered) < self.room

    def note(self, key: InputItem) -> None:
        pass

    def send(self, data: bytes) -> None:
        os.write(self._sink, data)

    def until(self, count: int) -> None:
        while len(self.delivered) < count:
            self.reader.step()

    def hang_up(self) -> None:
        os.close(self._sink)
        self._sink = -1

    def close(self) -> None:
        os.close(self._source)
        if self._sink >= 0:
            os.close(self._sink)

    @property
    def keys(self) -> list[str]:
        return [event.key for event in self.delivered if isinstance(event, Key)]


@pytest.fixture
def reading() -> Iterator[Reading]:
    found = Reading()
    yield found
    found.close()


def test_keys_of_every_kind_arrive(reading: Reading) -> None:
    reading.send(b"j\x1b[A\x1bq\xc3\xa9\x1b[1;5C\r\x1b")
    reading.until(7)
    assert reading.keys == ["j", "up", "alt+q", "é", "ctrl+right", "enter", "escape"]


def test_a_pasted_text_arrives_as_one(reading: Reading) -> None:
    reading.send(b"\x1b[200~two words\x1b[201~q")
    reading.until(2)
    (pasted,) = (event for event in reading.delivered if isinstance(event, Paste))
    assert pasted.text == "two words"
    assert reading.keys == ["q"]


def test_keys_wait_until_the_app_is_ready_for_them(reading: Reading) -> None:
    reading.room = 3
    reading.send(b"abcdefghij")
    reading.until(3)
    for _ in range(5):
        reading.reader.step()
    assert reading.keys == [*"abc"]
    reading.room = 10
    reading.until(10)
    assert reading.keys == [*"abcdefghij"]


def test_the_end_of_the_terminal_is_noticed(reading: Reading) -> None:
    reading.send(b"j")
    reading.until(1)
    reading.hang_up()
    reading.reader.step()
    assert reading.reader.at_end
