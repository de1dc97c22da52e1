"""Leave a text's byte order mark and line ends as its editor writes them."""

from codecs import BOM_UTF8
from dataclasses import dataclass

_MARK = BOM_UTF8.decode()


@dataclass(frozen=True, slots=True)
class TextFormat:
    """Whether a text begins with a byte order mark, and whether all its lines end with CRLF."""

    has_mark: bool
    has_crlf: bool

    @classmethod
    def of(cls, text: str) -> "TextFormat":
        """Return the format of a text."""
        crlf = text.count("\r\n")
        return cls(text.startswith(_MARK), 0 < crlf == text.count("\n"))

    def plain(self, text: str) -> str:
        """Return a text of this format without the mark, its lines ended by line feeds."""
        text = text.removeprefix(_MARK)
        return text.replace("\r\n", "\n") if self.has_crlf else text

    def formatted(self, text: str) -> str:
        """Return a plain text in this format."""
        if self.has_crlf:
            text = text.replace("\n", "\r\n")
        return f"{_MARK}{text}" if self.has_mark else text
