"""Addresses of pages on the web, which hearts hands on and never opens."""

import re

from hearts_tui.domain.excerpt import excerpt

_FORM = r"https?://[!-~]{1,500}"


class WebAddress(str):
    """The address of a page: printable ASCII that begins with http:// or https://."""

    @classmethod
    def parse(cls, text: str) -> "WebAddress":
        """Read an address.

        Raises:
            ValueError: the text is none; the message says what one looks like.

        """
        if not re.fullmatch(_FORM, text):
            raise ValueError(
                f"{excerpt(text)} is no web address; one looks like 'https://example.org/page'"
            )
        return cls(text)


def is_web_address(text: str) -> bool:
    """Return whether a link leads out of hearts, to a page on the web."""
    return re.fullmatch(_FORM, text) is not None
