"""What can be said anywhere, and the places that this leads to."""

from collections.abc import Callable, Sequence
from functools import partial

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.query import parse_query
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.linear import own_dates, texts
from hearts_tui.linear.choices import Choice, Menu
from hearts_tui.linear.documents import DocumentPlace
from hearts_tui.linear.group import GroupDocuments
from hearts_tui.linear.items import ItemPlace
from hearts_tui.linear.lists import ListPlace
from hearts_tui.linear.session import Place, QuitError, Session
from hearts_tui.linear.settings import SettingsPlace, keep_setting, spoiler_settings
from hearts_tui.printing.ballot import ballot_document
from hearts_tui.printing.document import Document
from hearts_tui.printing.how_we_know import how_we_know
from hearts_tui.printing.search import found_by
from hearts_tui.printing.today import front_page

_THANKS = {
    SeenFilm.YES: "You know the ending! Everything from the film is open to you now.",
    SeenFilm.NOT_YET: "Lucky you, it's all ahead! Its plot stays hidden. Seen it? Say 'spoilers'.",
}


class Home:
    """The first place: where everything can be reached from."""

    def __init__(
        self, numbered: Callable[[], Sequence[Choice]], greet: Callable[[], Sequence[str]]
    ):
        """Make the place; ``greet`` is what is read there, before what can be chosen."""
        self._numbered = numbered
        self._greet = greet

    @property
    def lines(self) -> Sequence[str]:
        """What is read here."""
        return self._greet()

    @property
    def menu(self) -> Menu:
        """The places that there are."""
        return Menu(self._numbered())


class Everywhere:
    """Opens places, and offers what can be said anywhere."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._group = GroupDocuments(session)
        self._lists = {section: ListPlace(session, section, self.open_item) for section in Section}
        self.home = Home(self.places, self._greeting)
        session.everywhere = [*self._moves(), *self.places(), *self._more_words()]

    def list_of(self, section: Section) -> Place:
        """Return the list of a section."""
        return self._lists[section]

    def open_item(self, address: Address) -> None:
        """Open the page of an item."""
        listed = self._lists[address.section]
        place = ItemPlace(self._session, address, self.open_item, lambda: listed.items)
        self._session.open(place)

    def places(self) -> Sequence[Choice]:
        """Return the places that can be gone to from anywhere."""
        return [*self._sections(), *self._pages(), *self._own()]

    def _sections(self) -> Sequence[Choice]:
        return [
            Choice(
                label=section.value.capitalize(),
                run=partial(self._open_list, section),
                actions=[f"go.{section}"],
            )
            for section in Section
        ]

    def _open_list(self, section: Section, _: str) -> None:
        self._session.open(self._lists[section])

    def _pages(self) -> Sequence[Choice]:
        view = self._session.state
        return [
            Choice(label="Today", run=self._opens("today", lambda: front_page(view.view))),
            Choice(
                label="Find",
                names=["search"],
                question="Words to look for everywhere:",
                run=self._find,
                actions=["command_palette"],
            ),
            Choice(label="Ballot", run=self._opens("ballot", lambda: ballot_document(view.view))),
            Choice(
                label="Score",
                run=self._opens("score", self._group.score),
                actions=["score"],
            ),
            Choice(label="Group", run=self._open_group, actions=["group.switch"]),
        ]

    def _own(self) -> Sequence[Choice]:
        session = self._session
        return [
            Choice(
                label="Sequel status",
                names=["sequel"],
                run=lambda _: own_dates.note_sequel(session),
                actions=["note"],
            ),
            Choice(
                label="Settings",
                run=lambda _: session.open(SettingsPlace(session)),
                actions=["settings"],
            ),
            Choice(
                label="Spoilers",
                run=lambda _: session.open(spoiler_settings(session)),
                actions=["spoilers"],
            ),
            Choice(
                label="How we know",
                run=self._opens("how we know", lambda: how_we_know(session.state.view)),
                actions=["how_we_know"],
            ),
            Choice(
                label="Welcome",
                run=self._opens("welcome", lambda: texts.welcome(session.state.view)),
                actions=["welcome"],
            ),
            Choice(label="About", run=self._opens("about", texts.about), actions=["about"]),
            Choice(label="Help", names=["?"], run=self._help, actions=["help"]),
            Choice(label="Quit", names=["exit", "q"], run=self._quit, actions=["quit"]),
        ]

    def _moves(self) -> Sequence[Choice]:
        session = self._session
        return [
            Choice(label="menu", run=lambda _: session.read_menu()),
            Choice(label="again", run=lambda _: session.read_place()),
            Choice(
                label="back",
                run=self._go_back,
                actions=["history.back", "reading.back", "options.back", "back"],
            ),
            Choice(label="forward", run=self._go_forward, actions=["history.forward"]),
            Choice(label="home", run=lambda _: session.open(self.home)),
            Choice(label="undo", run=self._undo, actions=["undo", "dates.undo"]),
        ]

    def _more_words(self) -> Sequence[Choice]:
        return [
            Choice(label="compare", run=self._compare, actions=["group.compare"]),
            Choice(label="yes", run=lambda _: self._answer(SeenFilm.YES)),
            Choice(label="not yet", names=["no"], run=lambda _: self._answer(SeenFilm.NOT_YET)),
        ]

    def _answer(self, seen: SeenFilm) -> None:
        """Take up whether the reader has seen the film, once; the settings change it later."""
        if self._session.state.settings.seen_film is not SeenFilm.UNANSWERED:
            told = "There's no question open. 'spoilers' changes what's hidden."
            self._session.say("unclear", told)
            return
        keep_setting(self._session, "seen_film", seen.value)
        self._session.say("spoilers", _THANKS[seen])

    def _greeting(self) -> Sequence[str]:
        is_new = self._session.state.settings.seen_film is SeenFilm.UNANSWERED
        question = [texts.QUESTION] if is_new else []
        return ["home: Purple Hearts. A fan work, not official.", *question]

    def _opens(self, word: str, make: Callable[[], Document]) -> Callable[[str], None]:
        def run(_: str) -> None:
            self._session.open(DocumentPlace(self._session, word, make, self.open_item))

        return run

    def _find(self, words: str) -> None:
        query = parse_query(words)
        if not query or query.problem:
            problem = query.problem or "What are you looking for? Say 'find wedding', for one."
            self._session.say("unclear", problem)
            return
        self._opens("find", lambda: found_by(self._session.state.view, query, words))("")

    def _open_group(self, _: str) -> None:
        more = [
            Choice(
                label="Voters",
                run=self._opens("voters", self._group.voters),
                actions=["group.voters"],
            ),
            Choice(label="Compare", run=self._compare, actions=["group.compare"]),
        ]
        make, session = self._group.results, self._session
        session.open(DocumentPlace(session, "group", make, self.open_item, lambda: more))

    def _compare(self, _: str) -> None:
        friends = self._group.friends()
        if not friends:
            self._session.say("group", "No friends yet. hearts board --help says how to add one.")
            return
        chosen = self._session.pick("compare", "With whom?", [*friends.items()])
        if chosen is not None:
            make = partial(self._group.comparison, chosen, friends[chosen])
            self._opens("compare", make)("")

    def _help(self, _: str) -> None:
        words = [choice.label for choice in self._session.everywhere]
        self._opens("help", lambda: texts.manual(words))("")

    def _go_back(self, _: str) -> None:
        if not self._session.go_back():
            self._session.say("back", "This is the beginning.")

    def _go_forward(self, _: str) -> None:
        if not self._session.go_forward():
            self._session.say("forward", "You didn't come back from anywhere.")

    def _undo(self, _: str) -> None:
        if self._session.undos:
            self._session.undos.pop()()
        else:
            self._session.say("undo", "Nothing to undo.")

    def _quit(self, _: str) -> None:
        raise QuitError
