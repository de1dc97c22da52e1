"""Documents that only linear mode has: the welcome, what hearts is, and how this mode works."""

from collections.abc import Sequence

from hearts_tui import __version__
from hearts_tui.domain.about import ABOUT
from hearts_tui.domain.address import Address
from hearts_tui.domain.prose import parse_prose, plain_prose
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.domain.start_here import START_HERE
from hearts_tui.domain.status_words import MEANINGS
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.noun import linked
from hearts_tui.printing.view import View

_STORY = "Cassie sings. Luke serves. They marry for the benefits, and you know how that goes."
QUESTION = "Have you seen the film? 'yes' opens its plot; 'not yet' keeps it hidden."
_FAN_WORK = "A fan work, not official. Works offline."

_HELP = """\
Every place has numbered choices. Answer with a number, with the words, or with how they begin. An
id such as t01 or cast/luke works too.

An empty line, or 'menu', reads the choices again; 'again' reads the page again.

Where there is more than your window holds, there is a pause. An empty line reads on, 'stop' leaves
out the rest, and so does your choice, which you can make at any pause.

To vote, choose Theories, then a theory, then an option. 'sure 80' says how sure you are, 'note'
adds a note, 'verdict' says how it turned out, and 'undo' takes the last change back.

'filter' in a list keeps what has your words, and 'all' shows everything again. 'find' looks
everywhere. Both know unread, status:rumor, topic:music, since:2026-01, and -word for what shouldn't
be there.

What is hidden as a spoiler is read to you after 'reveal'. 'spoilers' changes what is hidden.

Lines begin with a word to search for: the section's on a page, 'vote:', 'saved:', 'not saved:',
'unclear:', 'note:'.

Ctrl+D, Ctrl+C, or 'quit' ends hearts. What was saved is on the disk already.
"""


def welcome(view: View) -> Document:
    """Return what a new reader is told, with the question about the film until it is answered."""
    is_new = view.settings.seen_film is SeenFilm.UNANSWERED
    question = [plain_prose(QUESTION)] if is_new else []
    starts = [Address.parse(name) for _, name, _ in START_HERE]
    known = [address for address in starts if address in view.index]
    return Document(
        kind="welcome",
        head=Entry(title="Purple Hearts", says=_STORY),
        sections=[
            Section(paragraphs=[*question, plain_prose(_FAN_WORK)]),
            Section(heading="Start here", entries=[linked(view, address) for address in known]),
            _statuses(),
        ],
    )


def about() -> Document:
    """Return what hearts is and what it is not."""
    return Document(
        kind="about",
        head=Entry(
            title="About hearts",
            fields=[Field("version", __version__, __version__), Field("license", "MIT", "MIT")],
            says="A fan work, not official.",
        ),
        sections=[Section(paragraphs=parse_prose(ABOUT))],
    )


def manual(words: Sequence[str]) -> Document:
    """Return how linear mode works; ``words`` are those that can be said anywhere."""
    return Document(
        kind="help",
        head=Entry(title="How linear mode works"),
        sections=[
            Section(
                paragraphs=[*parse_prose(_HELP), plain_prose(f"Anywhere: {', '.join(words)}.")]
            ),
            _statuses(),
        ],
    )


def _statuses() -> Section:
    entries = [Entry(title=status.value, says=meaning) for status, meaning in MEANINGS.items()]
    return Section(heading="The statuses", entries=entries)
