"""Links: text that leads to another item, inside any content."""

from collections.abc import Iterator

from textual.content import Content, Span
from textual.style import Style

from hearts_tui.domain.address import Address

_META = "address"


def link(text: str, address: Address | str) -> Content:
    """Return text that leads to an address."""
    return Content.styled(text, link_style(address))


def link_style(address: Address | str) -> Style:
    """Return the style that makes text a link; underlined, so that it shows without colour."""
    return Style.from_meta({_META: str(address)}) + Style(underline=True)


def links_in(content: Content) -> Iterator[tuple[Span, str]]:
    """Yield every link of a content, from its start, with the address that it leads to."""
    for span in sorted(content.spans, key=lambda span: span.start):
        if isinstance(span.style, Style) and (address := address_of(span.style.meta)):
            yield span, address


def address_of(meta: object) -> str:
    """Return the address that a style's meta data holds; empty where it is no link."""
    return str(meta.get(_META, "")) if isinstance(meta, dict) else ""
