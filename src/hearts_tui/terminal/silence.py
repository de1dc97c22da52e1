"""Find out when a flood of bytes is over."""

TYPED_BYTES = 32
"""How many bytes within the time of silence make a flood; fewer may be somebody typing."""


class SilenceDetector:
    """Tells when hardly any bytes have come for some seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began = 0.0
        self._bytes = 0

    @property
    def deadline(self) -> float:
        """The time at which it will have been silent, if no more bytes come."""
        return self._began + self._seconds

    def start(self, now: float) -> None:
        """Wait for silence from now on."""
        self._began, self._bytes = now, 0

    def count(self, number: int, now: float) -> None:
        """Take note of a number of bytes that have come."""
        self._bytes += number
        if self._bytes >= TYPED_BYTES:
            self._began, self._bytes = now, self._bytes % TYPED_BYTES
