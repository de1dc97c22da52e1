"""What a document tells its readers to do, which is another thing wherever it is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """How to reveal what is hidden, to see how we know, and to find the questions."""

    reveal: str = "--reveal"
    how_we_know: str = "hearts how-we-know"
    theories: str = "hearts theories"


COMMAND_LINE = Hints()
