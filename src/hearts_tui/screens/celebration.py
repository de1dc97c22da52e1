"""What stands in place of the clock on the day itself."""

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.celebration import headline, scene_of, song_of
from hearts_tui.domain.countdown import Target
from hearts_tui.domain.dates import Yearly
from hearts_tui.domain.milestones import occasion
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.figure import Figure
from hearts_tui.widgets.heart import heart
from hearts_tui.widgets.item_page import quiet

_LABEL_WIDTH = 11


def celebration(target: Target, state: AppState, rows: int, *, is_large: bool) -> Document:
    """Return a heart of so many lines, and beside it what the day is, a song and a scene."""
    milestone = target.milestone
    lines = [
        GAP,
        Paragraph(Content.styled(headline(milestone, target.day), "$accent bold")),
        Paragraph(Content(occasion(milestone, target.day))),
        GAP,
    ]
    if milestone.summary and milestone.since is None:
        lines.append(Paragraph(Content(milestone.summary)))
    else:
        lines += _song_and_scene(target, state)
    if isinstance(milestone.date, Yearly):
        lines += [GAP, quiet("The clock starts over at midnight.")]
    if state.settings.is_read_aloud:
        return Document(lines)
    picture = heart(rows, is_large=is_large, has_pixels=state.has_pixels)
    return Document([Figure([*picture], lines)])


def _song_and_scene(target: Target, state: AppState) -> list[Paragraph]:
    song, scene = song_of(state.library, target.day), scene_of(state.library, target.day)
    lines = [_labeled("One song", song.title)] if song else []
    if scene:
        lines.append(_labeled("One scene", scene.title))
        if not state.spoiler_filter.hides(scene.spoiler, Address(Section.FILM, scene.id)):
            lines.append(Paragraph(Content.styled(scene.summary, "$text-muted"), _LABEL_WIDTH))
    return lines


def _labeled(label: str, text: str) -> Paragraph:
    return Paragraph(Content(text), _LABEL_WIDTH, label)
