"""The one table of keys: screens and widgets bind from it, the key bar and the help read it.

Every binding has an id, so that a key can be given to it under another name. Only bindings with
``show`` set appear in the key bar; the help shows all.
"""

from dataclasses import replace

from textual.binding import Binding

from hearts_tui.widgets.key_group import KeyGroup, key

EVERYWHERE = KeyGroup(
    "Everywhere",
    (
        key("1", "go('news')", "News", "1", name="go.news"),
        key("2", "go('cast')", "Cast", "2", name="go.cast"),
        key("3", "go('tracks')", "Tracks", "3", name="go.tracks"),
        key("4", "go('countdown')", "Countdown", "4", name="go.countdown"),
        key("5", "go('theories')", "Theories", "5", name="go.theories"),
        key("6", "go('film')", "Film", "6", name="go.film"),
        key("ctrl+p", "command_palette", "find", bar=True),
        key("comma", "settings", "Settings", ","),
        key("b", "how_we_know", "How we know", "b"),
        key("i", "about", "About hearts", "i"),
        key("W", "welcome", "Welcome page", "W"),
        key("y", "copy_address", "Copy address", "y"),
        key("Q", "qr_code", "QR code", "Q"),
        key("question_mark,f1", "help", "help", "?", bar=True),
        key("ctrl+z", "suspend_process", "Suspend (fg resumes)"),
        key("q", "quit", "quit", "q", bar=True),
    ),
)

PANES = KeyGroup(
    "Between the panes",
    (
        key("tab", "step_pane(1)", "Next pane", "Tab", name="next_pane"),
        key(
            "shift+tab",
            "step_pane(-1)",
            "Previous pane",
            "Shift+Tab",
            name="previous_pane",
        ),
        key(
            "backspace,ctrl+o",
            "app.go_back",
            "Back to last page",
            "Backspace",
            name="history.back",
        ),
        key(
            "right_square_bracket",
            "app.go_forward",
            "Forward",
            "]",
            name="history.forward",
        ),
        key("escape", "back", "Back, or clear the filter", "Esc"),
        key("slash", "filter", "filter", "/", bar=True),
    ),
)

SPOILERS = KeyGroup(
    "Spoilers",
    (
        key("x", "reveal", "Reveal or hide this one", "x"),
        key("s", "app.settings('seen_film')", "spoilers", "s", bar=True, name="spoilers"),
    ),
)

_MOVING = (
    key("down,j", "cursor_down", "Down", "j, Down", name="list.down"),
    key("up,k", "cursor_up", "Up", "k, Up", name="list.up"),
    key("g,home", "first", "To the top", "g, Home", name="list.first"),
    key("G,end", "last", "To the end", "G, End", name="list.last"),
    key("ctrl+d,pagedown", "page_down", "Page down", "ctrl+d, PgDn", name="list.page_down"),
    key("ctrl+u,pageup", "page_up", "Page up", "ctrl+u, PgUp", name="list.page_up"),
)

LIST = KeyGroup(
    "In a list",
    (
        *_MOVING,
        key("enter", "select", "open", "Enter", bar=True, name="list.open"),
        key("l,right", "select", "Open", "l, Right", name="list.in"),
    ),
)

READING = KeyGroup(
    "In the reading pane",
    (
        key("down,j", "scroll_down", "Down", "j, Down", name="reading.down"),
        key("up,k", "scroll_up", "Up", "k, Up", name="reading.up"),
        key("g,home", "scroll_home", "To the top", "g, Home", name="reading.first"),
        key("G,end", "scroll_end", "To the end", "G, End", name="reading.last"),
        key("ctrl+d,pagedown,space", "page_down", "Page down", "Space", name="reading.page_down"),
        key("ctrl+u,pageup", "page_up", "Page up", "ctrl+u, PgUp", name="reading.page_up"),
        key("tab", "next_link", "next link", "Tab", bar=True, name="reading.next_link"),
        key("shift+tab", "previous_link", "Previous link", "Shift+Tab", name="reading.prev_link"),
        key("enter", "follow", "open", "Enter", bar=True, name="reading.follow"),
        key("h,left", "screen.back", "back", "h", bar=True, name="reading.back"),
    ),
)

_RATING = (
    key("plus,equals_sign", "rate(1)", "Rate higher (1 to 5)", "+", name="rate_up"),
    key("minus", "rate(-1)", "Rate lower", "-", name="rate_down"),
)

CAST = KeyGroup("Cast", (key("p", "picture", "picture", "p", bar=True), *_RATING))

NEWS = KeyGroup(
    "News",
    (
        key("v", "vote", "vote", "v", bar=True, name="vote_today"),
        key("t", "topics", "topics", "t", bar=True),
        key("T", "all_topics", "All topics", "T"),
        key("f", "star", "star", "f", bar=True),
        key("n", "next_unread", "next unread", "n", bar=True),
        key("m", "toggle_read", "Toggle read", "m"),
        key("M", "read_all", "Mark all read", "M"),
        key("u", "undo", "Undo", "u"),
        *_RATING,
    ),
)

TRACKS = KeyGroup(
    "Tracks",
    (
        key("f", "star", "favorite", "f", bar=True),
        key("o", "next_order", "sort", "o", bar=True),
        *_RATING,
    ),
)

COUNTDOWN = KeyGroup(
    "Countdown",
    (
        key("a", "add", "add a date", "a", bar=True, name="dates.add"),
        key("e", "note", "sequel news", "e", bar=True),
        key("E", "edit", "Edit a date of yours", "E", name="dates.edit"),
        key("d", "delete", "Delete a date of yours", "d", name="dates.delete"),
        key("u", "undo", "Bring it back", "u", name="dates.undo"),
    ),
)

DATES = KeyGroup(
    "In the list of dates",
    (
        *_MOVING,
        key("enter", "screen.count_down", "count down to it", "Enter", bar=True, name="count_down"),
        key("l,right", "select", "open", "l", bar=True, name="dates.open"),
    ),
)

VOTE = key("enter", "select", "vote", "Enter", bar=True, name="vote")
_OUT_OF_OPTIONS = key("h,left", "screen.back", "back", "h", bar=True, name="options.back")

OPTIONS = (*_MOVING, VOTE, _OUT_OF_OPTIONS)
"""The keys of a list of options. No single letter votes: that takes Enter."""

VOTING = KeyGroup("Voting", (VOTE,))

BOARD = KeyGroup(
    "The board",
    (
        key("v", "vote", "vote", "v", bar=True, name="vote_by_number"),
        key("t", "next_tab", "open or voted", "t", bar=True),
        key("a", "add", "add a theory", "a", bar=True),
        key("c", "score", "score", "c", bar=True),
        replace(
            key("g", "group('switch')", "group", "g", bar=True, name="group.switch"),
            priority=True,
        ),
        key("p", "group('voters')", "voters", "p", bar=True, name="group.voters"),
        key("f", "group('compare')", "Compare with a friend", "f", name="group.compare"),
        key(
            "plus,equals_sign",
            "move_confidence(1)",
            "More sure of your vote",
            "+",
            name="more_sure",
        ),
        key("minus", "move_confidence(-1)", "Less sure of your vote", "-", name="less_sure"),
        key("w", "withdraw", "Withdraw your vote", "w"),
        key("n", "annotate", "Add a note", "n"),
        key("u", "undo", "undo", "u", bar=True),
        key("V", "settle", "verdict", "V", bar=True),
        key("e", "edit", "Edit a theory of yours", "e"),
        key("r", "archive", "Archive or reopen it", "r"),
        key("o", "next_order", "Sort", "o"),
    ),
)

FILM = KeyGroup(
    "Film",
    (
        key("n", "next_page", "next page", "n", bar=True),
        key("p", "previous_page", "Previous page", "p"),
        key("f", "star", "star", "f", bar=True),
        *_RATING,
    ),
)


def _of_board(name: str, label: str, shown_as: str) -> Binding:
    """Return a key of the board, by its id, as the key bar shows it beside the options."""
    binding = next(binding for binding in BOARD.bindings if binding.id == name)
    return replace(
        binding,
        action=f"screen.{binding.action}",
        description=label,
        key_display=shown_as,
        show=True,
    )


IN_OPTIONS = (
    *_MOVING,
    VOTE,
    _of_board("more_sure", "how sure", "+ -"),
    _of_board("withdraw", "withdraw", "w"),
    _of_board("annotate", "note", "n"),
    _of_board("undo", "undo", "u"),
    _of_board("settle", "verdict", "V"),
    _OUT_OF_OPTIONS,
)
"""The keys of a list of options on the board: how to vote comes first in the key bar."""
