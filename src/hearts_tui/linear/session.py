"""A session: places one after another, each of which is read and then asks what to do."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol, TypeVar

from hearts_tui.domain.storage import StorageError
from hearts_tui.linear.choices import Choice, Menu
from hearts_tui.linear.console import Console, EndOfInputError
from hearts_tui.linear.spoken import spoken
from hearts_tui.linear.state import State

Result = TypeVar("Result")

_QUESTION = "Your choice:"
_NO_CHOICES = "Nothing to choose here. 'back' goes back, and 'help' says what works anywhere."
_CANCELS = ("cancel", "back")
_MOST_UNDOS = 100


class QuitError(Exception):
    """The user wants to leave."""


class Place(Protocol):
    """Something to read, and what can be done there."""

    @property
    def lines(self) -> Sequence[str]:
        """What is read when one comes here; the first line begins with a word to search for."""

    @property
    def menu(self) -> Menu:
        """What can be chosen here."""


class Session:
    """Reads places to the user and does what is chosen.

    Saves go through the queue of the stores, so that an interrupt doesn't stop one midway.
    """

    def __init__(self, state: State, console: Console) -> None:
        self.state = state
        self.everywhere: Sequence[Choice] = ()
        """Words that mean the same in all places."""
        self.undos: list[Callable[[], object]] = []
        """What takes back the changes of this session, the last one last."""
        self.ballot_changed: Callable[[], object] = lambda: None
        """What is called when another session changed the ballot."""
        self._console = console
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._place: Place | None = None
        self._told: set[str] = set()

    def run(self, start: Place, prepare: Callable[[], object]) -> None:
        """Start at a place and go on until the user quits or there are no more lines.

        ``prepare`` is called before; it may ask questions too.
        """
        try:
            prepare()
            self._enter(start)
            while True:
                self._tell_warnings()
                answer = self._console.ask(_QUESTION)
                self._take_up_changes()
                self._answer(answer)
        except EndOfInputError:
            self._console.end_line()
        except QuitError:
            pass
        self.say("quit", "Everything is saved.")

    def mark_visit(self) -> None:
        """Keep that the reader was here; nothing is lost where that fails."""
        state, now = self.state, self.state.clock()
        with suppress(StorageError):
            state.stores.queue.submit(lambda: state.stores.marks.save_visit(now)).result()

    def say(self, word: str, text: str) -> None:
        """Write a line that begins with a word to search for."""
        self._console.say(f"{word}: {spoken(text)}")

    def read(self, lines: Sequence[str]) -> None:
        """Write lines as they are, with pauses where the screen has no room for more."""
        self._console.read(*lines)

    def warn(self, notice: str) -> None:
        """Tell something before the next question; what was told before is not told again."""
        if notice:
            self.state.warnings.append(notice)

    @property
    def place(self) -> Place:
        """Where the user is."""
        if self._place is None:
            raise RuntimeError("The session has not begun.")
        return self._place

    def open(self, place: Place) -> None:
        """Go to a place, from which one can come back."""
        self._behind.append(self.place)
        self._ahead.clear()
        self._enter(place)

    def go_back(self) -> bool:
        """Go where the user came from; return whether there was such a place."""
        if not self._behind:
            return False
        self._ahead.append(self.place)
        self._return_to(self._behind.pop())
        return True

    def go_forward(self) -> bool:
        """Go where the user came back from; return whether there was such a place."""
        if not self._ahead:
            return False
        self._behind.append(self.place)
        self._return_to(self._ahead.pop())
        return True

    def replace(self, place: Place) -> None:
        """Go to a place that takes the place of this one, as the next of a list does."""
        self._enter(place)

    def read_place(self) -> None:
        """Read the place and its menu again."""
        self.read([*self.place.lines, *self._menu_lines()])

    def read_menu(self) -> None:
        """Read what can be chosen."""
        self.read(self._menu_lines())

    def _menu_lines(self) -> Sequence[str]:
        return ["", *(self.place.menu.lines() or [_NO_CHOICES])]

    def ask(self, question: str) -> str | None:
        """Ask for a text; None where the user cancels."""
        answer = self._console.ask(question)
        if answer.lower() == "cancel":
            self.say("canceled", "Nothing changed.")
            return None
        return answer

    def pick(
        self, word: str, question: str, options: Sequence[tuple[str, str]], current: str = ""
    ) -> str | None:
        """Ask for one of some values, given with their texts; None where the user cancels."""
        menu = Menu(
            [
                Choice(
                    label=text,
                    names=[value],
                    detail="chosen now" if value == current else "",
                    run=str,
                )
                for value, text in options
            ]
        )
        values = dict(zip(map(id, menu.numbered), options, strict=True))
        self.read([f"{word}: {question}", *menu.lines()])
        while True:
            answer = self._console.ask("A number or words, or 'cancel':")
            if answer.lower() in _CANCELS:
                self.say("canceled", "Nothing changed.")
                return None
            if answer in ("", "menu"):
                self.read(menu.lines())
                continue
            try:
                choice, _ = menu.find(answer, ())
            except ValueError as error:
                self.say("unclear", str(error))
                continue
            self._echo(choice)
            return values[id(choice)][0]

    def save(self, save: Callable[[], Result]) -> Result | None:
        """Save something; return what that returns, or None where it failed, which is told."""
        try:
            return self.state.stores.queue.submit(save).result()
        except StorageError as error:
            self.say("not saved", str(error))
            return None

    def keep(self, save: Callable[[], str], said: str) -> bool:
        """Save something and say what; return whether it is saved."""
        notice = self.save(save)
        if notice is None:
            return False
        if said:
            self.say("saved", said)
        self.warn(notice)
        return True

    def can_undo(self, undo: Callable[[], object]) -> None:
        """Remember how the last change is taken back."""
        self.undos = [*self.undos, undo][-_MOST_UNDOS:]

    def _enter(self, place: Place) -> None:
        self._place = place
        self.read_place()

    def _return_to(self, place: Place) -> None:
        """Go to a place that was read before, and say which one it is."""
        self._place = place
        self._console.say(*place.lines[:1])

    def _echo(self, choice: Choice) -> None:
        self._console.say(f"Chose: {choice.label}")

    def _answer(self, answer: str) -> None:
        if answer == "":
            self.read_menu()
            return
        try:
            choice, rest = self.place.menu.find(answer, self.everywhere)
        except ValueError as error:
            self.say("unclear", str(error))
            return
        self._echo(choice)
        if choice.question and not rest:
            asked = self.ask(choice.question)
            if asked is None:
                return
            rest = asked
        choice.run(rest)

    def _take_up_changes(self) -> None:
        """Take up what another session changed of the ballot."""
        changes = self.save(self.state.stores.ballot.changes)
        if changes is not None:
            self.state.ballot = changes.value
            self.warn(changes.notice)
            self.ballot_changed()

    def _tell_warnings(self) -> None:
        slip = self.state.stores.own_slip
        if slip is not None:
            self.warn(slip.notice)
        for warning in self.state.warnings:
            if warning not in self._told:
                self._told.add(warning)
                self.say("note", warning)
        self.state.warnings.clear()
