"""Theories of the user's own: asked for line by line."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from hearts_tui.domain.ballot import Kind, OwnTheory
from hearts_tui.domain.custom_theories import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    MOST_OPTIONS,
    PREFIX,
    IncompleteTheoryError,
    build_custom_theory,
)
from hearts_tui.domain.theories import Theory
from hearts_tui.linear.ballots import change
from hearts_tui.linear.session import Session


class OwnTheories:
    """Adds, changes and archives theories of the user's own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self) -> str:
        """Ask for a theory and keep it; return its id, empty if there is none."""
        question = self._ask("Your question:", LONGEST_QUESTION)
        texts = self._ask_options(()) if question else None
        if not question or texts is None:
            return ""
        theory = self._built(question, texts, None, None)
        if theory is None:
            return ""
        theory_id = f"{PREFIX}{secrets.token_hex(4)}"
        is_saved = change(self._session, Kind.OWN, theory_id, theory, f"Your theory, {question}")
        return theory_id if is_saved else ""

    def edit(self, theory: Theory) -> None:
        """Ask for another wording; an empty line leaves a text as it is, '-' clears an option."""
        ballot = self._session.state.ballot
        own, vote = ballot.own(theory.id), ballot.vote(theory.id)
        if own is None:
            return
        told = "An empty line leaves a text as it is, and - clears an option."
        self._session.say("edit", told)
        question = self._ask(f"Your question, now {own.question}", LONGEST_QUESTION)
        texts = None if question is None else self._ask_options([o.text for o in own.options])
        if question is None or texts is None:
            return
        changed = self._built(question or own.question, texts, own, vote.option if vote else None)
        if changed is not None:
            said = f"Your theory, {changed.question}"
            change(self._session, Kind.OWN, theory.id, changed, said)

    def archive(self, theory: Theory) -> None:
        """Archive a theory or reopen it."""
        own = self._session.state.ballot.own(theory.id)
        if own is not None:
            changed = replace(own, retired=not own.retired, at=self._session.state.clock())
            said = "Archived." if changed.retired else "Reopened."
            change(self._session, Kind.OWN, theory.id, changed, said)

    def _ask_options(self, before: Sequence[str]) -> list[str] | None:
        """Ask for the options, as they were before; None where the user cancels."""
        texts: list[str] = []
        while len(texts) < MOST_OPTIONS:
            number = len(texts) + 1
            is_known = number <= len(before)
            now = f", now {before[number - 1]}:" if is_known else ", an empty line ends the list:"
            if number <= FEWEST_OPTIONS and not is_known:
                now = ":"
            text = self._ask(f"Option {number}{now}", LONGEST_OPTION)
            if text is None:
                return None
            if not text and not is_known:
                break
            texts.append("" if text == "-" else text or before[number - 1])
        return texts

    def _ask(self, question: str, most: int) -> str | None:
        while True:
            text = self._session.ask(question)
            if text is None or len(text) <= most:
                return text
            told = f"At most {most} characters fit there; that has {len(text):,}."
            self._session.say("unclear", told)

    def _built(
        self, question: str, texts: Sequence[str], before: OwnTheory | None, needed: str | None
    ) -> OwnTheory | None:
        now = self._session.state.clock()
        try:
            return build_custom_theory(question, texts, now, before, needed)
        except IncompleteTheoryError as error:
            self._session.say("not saved", str(error))
            return None
