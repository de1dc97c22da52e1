"""Draw a recorded terminal as one animated SVG that needs no script, font or network."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

CELL_WIDTH, CELL_HEIGHT = 8, 16
"""Of eighths that are whole, so that the edges of what covers one another are the same."""

FONT_SIZE = 13
MARGIN = 12
SCALE = 1.35
"""How much larger than its own units a drawing asks to be shown, where there is room."""

CAPTION_HEIGHT = 34
BASELINE = 0.75
"""Where in a cell the letters stand, as a share of its height."""

FOREGROUND, BACKGROUND = "#ece6f6", "#15101f"
CAPTION_COLOR, EDGE_COLOR = "#c9a2ff", "#4a3a70"

_EIGHTHS = {char: (0.0, 1 - n / 8, 1.0, n / 8) for n, char in enumerate("▁▂▃▄▅▆▇█", start=1)}
_LEFT_EIGHTHS = {char: (0.0, 0.0, n / 8, 1.0) for n, char in enumerate("▏▎▍▌▋▊▉", start=1)}
_BLOCKS = {**_EIGHTHS, **_LEFT_EIGHTHS, "▀": (0.0, 0.0, 1.0, 0.5), "▐": (0.5, 0.0, 0.5, 1.0)}
"""Characters that are drawn as a box, since fonts leave gaps: x, y, width, height in cells."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a place on the screen, with colors such as ``#ece6f6``."""

    text: str = " "
    color: str = FOREGROUND
    ground: str = BACKGROUND
    bold: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen, the seconds at which it comes, and what was pressed for it."""

    at: float
    rows: Sequence[Sequence[Cell]]
    caption: str


def draw(frames: Sequence[Frame], seconds: float, title: str) -> str:
    """Return an SVG that shows frames one after another for some seconds, over and over.

    Each frame draws the words that differ from the one before, on top of what is there. Who prefers
    reduced motion sees the first frame, and so does who looks with something that moves nothing.
    """
    rows, columns = len(frames[0].rows), len(frames[0].rows[0])
    width = columns * CELL_WIDTH + 2 * MARGIN
    height = rows * CELL_HEIGHT + 2 * MARGIN
    if any(frame.caption for frame in frames):
        height += CAPTION_HEIGHT
    styles = Styles()
    groups = [
        f'<g class="f" id="f{number}">{"".join(frame_parts(frame, before, styles))}</g>'
        for number, (frame, before) in enumerate(zip(frames, [None, *frames[:-1]], strict=True))
    ]
    keyframes = [
        f"@keyframes k{number}{{0%{{visibility:hidden}}"
        f"{100 * frame.at / seconds:.2f}%{{visibility:visible}}}}"
        f"#f{number}{{animation:k{number} {seconds:g}s step-end infinite}}"
        for number, frame in enumerate(frames)
        if number
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width * SCALE:.0f}" height="{height * SCALE:.0f}" role="img">'
        f"<title>{escape(title)}</title>"
        "<style>"
        "text{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;"
        f"font-size:{FONT_SIZE}px;white-space:pre}}rect{{shape-rendering:crispEdges}}"
        "g.f{visibility:hidden}#f0{visibility:visible}"
        f"{''.join(keyframes)}{styles.css()}"
        "@media (prefers-reduced-motion:reduce){g.f{animation:none!important}}"
        "</style>"
        f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="8" '
        f'fill="{BACKGROUND}" stroke="{EDGE_COLOR}"/>'
        f"{''.join(groups)}</svg>\n"
    )


class Styles:
    """Short names for the styles of text that a drawing uses."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, bool, bool], str] = {}

    def name(self, cell: Cell) -> str:
        """Return the class of a cell's text."""
        key = (cell.color, cell.bold, cell.underline)
        return self._names.setdefault(key, f"t{len(self._names)}")

    def css(self) -> str:
        """Return the rules for all classes that were given out."""
        return "".join(
            f".{name}{{fill:{color}"
            + (";font-weight:bold" if bold else "")
            + (";text-decoration:underline" if underline else "")
            + "}"
            for (color, bold, underline), name in self._names.items()
        )


def frame_parts(frame: Frame, before: Frame | None, styles: Styles) -> Iterator[str]:
    """Yield the elements for what differs from the frame before."""
    for y, row in enumerate(frame.rows):
        changed = changed_words(row, before.rows[y]) if before else range(len(row))
        for first, last in spans(changed):
            yield from span_parts(row[first:last], first, y, styles)
    if frame.caption != (before.caption if before else ""):
        yield from caption_parts(frame)


def changed_words(row: Sequence[Cell], old: Sequence[Cell]) -> list[int]:
    """List the places of the words that differ, with the blanks around them.

    Letters reach a little into the cells beside them, where a trace of the old ones would stay.
    """
    changed = [x for x, cell in enumerate(row) if cell != old[x]]
    wanted = set(changed)
    for place in changed:
        for step in (-1, 1):
            x = place + step
            while 0 <= x < len(row) and x not in wanted:
                wanted.add(x)
                if row[x].text == old[x].text == " ":
                    break
                x += step
    return sorted(wanted)


def spans(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the begin and the end of each unbroken series of numbers."""
    for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        yield numbers[0], numbers[-1] + 1


def span_parts(cells: Sequence[Cell], x: int, y: int, styles: Styles) -> Iterator[str]:
    """Yield the grounds of some neighboring cells, and what stands on them."""
    for (ground,), at, run in runs(cells, x, lambda cell: (cell.ground,)):
        yield box(at, y, (0.0, 0.0, float(len(run)), 1.0), ground)
    for (char, color), at, run in runs(cells, x, lambda cell: (cell.text, cell.color)):
        if char in _BLOCKS:
            left, top, wide, high = _BLOCKS[char]
            if wide == 1.0:
                yield box(at, y, (left, top, float(len(run)), high), color)
            else:
                for number in range(len(run)):
                    yield box(at + number, y, (left, top, wide, high), color)
    letters = [replace(cell, text=" ") if cell.text in _BLOCKS else cell for cell in cells]
    for (name,), at, run in runs(letters, x, lambda cell: (styles.name(cell),)):
        yield from words("".join(cell.text for cell in run), at, y, name)


def runs(
    cells: Sequence[Cell], x: int, key: Callable[[Cell], tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], int, list[Cell]]]:
    """Yield each series of cells that are alike in something, with its first column."""
    for shared, group in groupby(cells, key=key):
        run = list(group)
        yield shared, x, run
        x += len(run)


def words(text: str, x: int, y: int, name: str) -> Iterator[str]:
    """Yield texts with no more than one space in a row, each held to its columns."""
    begin = 0
    for part in text.split("  "):
        word = part.strip()
        if word:
            at = x + begin + len(part) - len(part.lstrip())
            left = MARGIN + at * CELL_WIDTH
            base = MARGIN + (y + BASELINE) * CELL_HEIGHT
            yield (
                f'<text class="{name}" x="{left:g}" y="{base:g}" '
                f'textLength="{len(word) * CELL_WIDTH:g}">{escape(word)}</text>'
            )
        begin += len(part) + 2


def box(x: int, y: int, part: tuple[float, float, float, float], color: str) -> str:
    """Return a box in the grid."""
    left, top, wide, high = part
    return (
        f'<rect x="{MARGIN + (x + left) * CELL_WIDTH:g}" '
        f'y="{MARGIN + (y + top) * CELL_HEIGHT:g}" width="{wide * CELL_WIDTH:g}" '
        f'height="{high * CELL_HEIGHT:g}" fill="{color}"/>'
    )


def caption_parts(frame: Frame) -> Iterator[str]:
    """Yield the line below the screen."""
    columns = len(frame.rows[0])
    top = len(frame.rows) * CELL_HEIGHT + MARGIN + 6
    yield (
        f'<rect x="{MARGIN}" y="{top:g}" width="{columns * CELL_WIDTH}" '
        f'height="{CAPTION_HEIGHT - 4}" fill="{BACKGROUND}"/>'
        f'<text x="50%" y="{top + 22:g}" text-anchor="middle" fill="{CAPTION_COLOR}">'
        f"{escape(frame.caption)}</text>"
    )
