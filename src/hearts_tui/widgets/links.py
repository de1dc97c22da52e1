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
    """Yield every link of a content, from its start, with the address that it leads to.

    Where its words have different styles, or stood in two lines of a file, it has several spans.
    """
    last: tuple[Span, str] | None = None
    for span in sorted(content.spans, key=lambda span: span.start):
        address = address_of(span.style.meta) if isinstance(span.style, Style) else ""
        if not address:
            continue
        if last and last[0].end == span.start and last[1] == address:
            last = (last[0]._replace(end=span.end), address)
        else:
            if last:
                yield last
            last = (span, address)
    if last:
        yield last


def address_of(meta: object) -> str:
    """Return the address that a style's meta data holds; empty where it is no link."""
    return str(meta.get(_META, "")) if isinstance(meta, dict) else ""
