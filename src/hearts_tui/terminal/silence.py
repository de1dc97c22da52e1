"""Find out when a flood of bytes is over."""

SECONDS = 1.0
"""How long it has to be silent."""

TYPED_BYTES = 32
"""How many bytes within that time make a flood; fewer may be somebody typing."""


class SilenceDetector:
    """Tells when hardly any bytes have come for a second."""

    def __init__(self) -> None:
        self._began = 0.0
        self._bytes = 0

    @property
    def deadline(self) -> float:
        """The time at which it will have been silent, if no more bytes come."""
        return self._began + SECONDS

    def start(self, now: float) -> None:
        """Wait for silence from now on."""
        self._began, self._bytes = now, 0

    def count(self, number: int, now: float) -> None:
        """Take note of a number of bytes that have come."""
        self._bytes += number
        if self._bytes >= TYPED_BYTES:
            self._began, self._bytes = now, self._bytes % TYPED_BYTES
