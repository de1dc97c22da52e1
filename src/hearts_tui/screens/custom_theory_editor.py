"""Adding, changing and archiving theories of the user's own."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.app import App

from hearts_tui.domain.ballot import Kind, OwnTheory
from hearts_tui.domain.custom_theories import PREFIX, build_custom_theory
from hearts_tui.screens.ballot_saver import BallotSaver
from hearts_tui.screens.custom_theory_form import CustomTheoryForm, Draft
from hearts_tui.screens.state import AppState


class CustomTheoryEditor:
    """Asks for theories in a dialog and gives them to a saver. A draft survives Esc."""

    def __init__(self, app: Callable[[], App[Any]], state: AppState, saver: BallotSaver) -> None:
        self._app = app
        self._state = state
        self._saver = saver
        self._draft = Draft()

    def add(self, added: Callable[[str], object]) -> None:
        """Ask for a new theory; ``added`` is called with its id."""

        def write(draft: Draft) -> OwnTheory:
            return build_custom_theory(draft.question, draft.options, self._state.clock())

        def given(theory: OwnTheory | None) -> None:
            if theory is not None:
                self._draft = Draft()
                theory_id = f"{PREFIX}{secrets.token_hex(4)}"
                self._saver.change(Kind.OWN, theory_id, theory)
                added(theory_id)

        form = CustomTheoryForm("Your own theory", self._draft, write, self._keep_draft)
        self._app().push_screen(form, given)

    def _keep_draft(self, draft: Draft) -> None:
        self._draft = draft

    def edit(self, theory_id: str, own: OwnTheory) -> None:
        """Ask for another wording of a theory."""
        vote = self._state.ballot.vote(theory_id)

        def write(draft: Draft) -> OwnTheory:
            needed = vote.option if vote else None
            return build_custom_theory(
                draft.question, draft.options, self._state.clock(), own, needed
            )

        def given(theory: OwnTheory | None) -> None:
            if theory is not None and Draft.of(theory) != Draft.of(own):
                self._saver.change(Kind.OWN, theory_id, theory)

        form = CustomTheoryForm("Change your theory", Draft.of(own), write, lambda _: None)
        self._app().push_screen(form, given)

    def archive(self, theory_id: str, own: OwnTheory) -> None:
        """Archive a theory, or reopen it."""
        theory = replace(own, retired=not own.retired, at=self._state.clock())
        self._saver.change(Kind.OWN, theory_id, theory)
