"""What a document tells its readers to do, which is another thing wherever it is read."""

from typing import NamedTuple


class Hints(NamedTuple):
    """How to reveal what is hidden, see how we know, find the questions, and compare two voters."""

    reveal: str = "--reveal"
    how_we_know: str = "hearts how-we-know"
    theories: str = "hearts theories"
    compare: str = "hearts board add"


COMMAND_LINE = Hints()
