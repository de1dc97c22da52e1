"""What the actions of the key table do, in words: for help, palette and key settings."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding


class ActionText(NamedTuple):
    """What an action does, in a sentence without a full stop, and other words it is looked for by.

    ``waits`` tells that it acts on what is under the cursor, so that it can't be done elsewhere.
    """

    says: str
    words: str = ""
    waits: bool = False


TEXTS: Mapping[str, ActionText] = {
    "go.news": ActionText("Go to News", "screen feed today headlines"),
    "go.cast": ActionText("Go to Cast", "screen characters actors people"),
    "go.tracks": ActionText("Go to Tracks", "screen songs album soundtrack music"),
    "go.countdown": ActionText("Go to Countdown", "screen dates calendar clock days"),
    "go.theories": ActionText("Go to Theories", "screen board polls predictions"),
    "go.film": ActionText("Go to Film", "screen scenes places glossary"),
    "command_palette": ActionText("Find anything: items, words, actions", "search commands"),
    "settings": ActionText("Open the settings", "preferences options configure"),
    "how_we_know": ActionText("See how we know", "rumors sources checked facts truth wrong"),
    "welcome": ActionText("See the welcome page", "start first keys signs tour"),
    "copy_address": ActionText("Copy the link, or how to get here", "clipboard address url yank"),
    "qr_code": ActionText("Show that as a QR code", "phone scan link address url"),
    "about": ActionText("Read about hearts", "version license official"),
    "help": ActionText("See the keys of this screen (help)", "shortcuts manual"),
    "suspend_process": ActionText("Go to the shell; fg comes back", "suspend background"),
    "quit": ActionText("Quit; everything is saved", "exit leave close"),
    "history.back": ActionText("Go back to the last page", "previous history"),
    "history.forward": ActionText("Go forward again", "next history"),
    "back": ActionText("Go back to the list, or clear the filter"),
    "filter": ActionText("Filter this list", "find search narrow"),
    "next_pane": ActionText("Go to the next pane"),
    "previous_pane": ActionText("Go to the previous pane"),
    "reveal": ActionText("Reveal this one, or hide it again", "spoilers show uncover", waits=True),
    "spoilers": ActionText("Choose what's a spoiler", "spoilers hide show seen film sequel rumors"),
    "picture": ActionText("See the picture", "portrait emblem face photo", waits=True),
    "rate_up": ActionText("Rate it a star higher", "rating stars five", waits=True),
    "rate_down": ActionText("Rate it a star lower", "rating stars", waits=True),
    "star": ActionText("Star it, or take the star away", "favorite bookmark like", waits=True),
    "next_unread": ActionText("Go to the next unread", "new"),
    "toggle_read": ActionText("Mark it read, or unread", waits=True),
    "read_all": ActionText("Mark the whole list read", "all", waits=True),
    "undo": ActionText("Undo the last change", "revert back mistake", waits=True),
    "topics": ActionText("Pick a topic", "category subject filter starred rated"),
    "all_topics": ActionText("Show all topics", "category subject filter"),
    "next_page": ActionText("Go to the next page", waits=True),
    "previous_page": ActionText("Go to the previous page", waits=True),
    "dates.add": ActionText("Add a date of your own", "my countdown create new"),
    "dates.edit": ActionText("Edit a date of yours", "my change own", waits=True),
    "dates.delete": ActionText("Delete a date of yours", "my remove own", waits=True),
    "dates.undo": ActionText("Bring back the date you deleted", "undo", waits=True),
    "dates.open": ActionText("Open what's under the cursor"),
    "count_down": ActionText("Count down to it", waits=True),
    "next_order": ActionText("Sort the list another way", "order"),
    "note": ActionText("Note what you know about the sequel", "status date out canceled released"),
    "vote_today": ActionText(
        "Vote on the page's theory, or today's", "predict poll question of the day"
    ),
    "vote_by_number": ActionText("Vote, by number", "predict poll ballot answer", waits=True),
    "vote": ActionText("Vote for it", "choose predict poll ballot answer", waits=True),
    "settle": ActionText("Set the verdict", "settle decide outcome came true", waits=True),
    "more_sure": ActionText("Be more sure of your vote", "confidence percent up", waits=True),
    "less_sure": ActionText("Be less sure of your vote", "confidence percent down", waits=True),
    "withdraw": ActionText("Withdraw your vote", "my remove delete take back", waits=True),
    "annotate": ActionText("Add a note to your vote", "my comment reason why", waits=True),
    "score": ActionText("See your score", "my calibration points right wrong results"),
    "add": ActionText("Add a theory of your own", "my create new question"),
    "edit": ActionText("Edit a theory of yours", "my change own", waits=True),
    "archive": ActionText("Archive a theory of yours, or reopen it", "my delete own", waits=True),
    "group.switch": ActionText("Show your group's votes, or just yours", "board others mine"),
    "group.voters": ActionText("See the voters of your group", "board others people friends list"),
    "group.compare": ActionText("Compare your votes with a friend's", "agree clash together"),
    "next_tab": ActionText("Show all, open, voted or done", "board tab"),
    "list.down": ActionText("Go down"),
    "list.up": ActionText("Go up"),
    "list.first": ActionText("Go to the top"),
    "list.last": ActionText("Go to the end"),
    "list.page_down": ActionText("Go down a page"),
    "list.page_up": ActionText("Go up a page"),
    "list.open": ActionText("Open what's under the cursor"),
    "list.in": ActionText("Open it, too"),
    "reading.down": ActionText("Scroll down"),
    "reading.up": ActionText("Scroll up"),
    "reading.first": ActionText("Scroll to the top"),
    "reading.last": ActionText("Scroll to the end"),
    "reading.page_down": ActionText("Scroll down a page"),
    "reading.page_up": ActionText("Scroll up a page"),
    "reading.next_link": ActionText("Go to the next link"),
    "reading.prev_link": ActionText("Go to the previous link"),
    "reading.follow": ActionText("Open the link"),
    "reading.back": ActionText("Go back to the list"),
    "options.back": ActionText("Go back to the list"),
}


def text_of(binding: Binding) -> ActionText:
    """Return what a binding's action does; of one that has no text here, its label."""
    label = f"{binding.description[:1].upper()}{binding.description[1:]}"
    return TEXTS.get(str(binding.id)) or ActionText(label, waits=True)
