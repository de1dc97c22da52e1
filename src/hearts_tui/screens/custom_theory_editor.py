"""Adding, changing and archiving theories of the user's own."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from hearts_tui.domain.ballot import Kind, OwnTheory
from hearts_tui.domain.custom_theories import PREFIX, build_custom_theory
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import BallotSaver
from hearts_tui.screens.custom_theory_form import CustomTheoryForm, Draft
from hearts_tui.screens.state import AppState
from hearts_tui.screens.voting import Host


class CustomTheoryEditor:
    """Asks for theories in a dialog and gives them to a saver. A draft survives Esc."""

    def __init__(self, state: AppState, saver: BallotSaver, host: Host) -> None:
        self._state = state
        self._saver = saver
        self._host = host
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
        self._host.app.push_screen(form, given)

    def _keep_draft(self, draft: Draft) -> None:
        self._draft = draft

    def edit(self, theory: Theory) -> None:
        """Ask for another wording of a theory, where it is the user's own."""
        own = self._own(theory)
        if own is None:
            return
        vote = self._state.ballot.vote(theory.id)

        def write(draft: Draft) -> OwnTheory:
            needed = vote.option if vote else None
            return build_custom_theory(
                draft.question, draft.options, self._state.clock(), own, needed
            )

        def given(changed: OwnTheory | None) -> None:
            if changed is not None and Draft.of(changed) != Draft.of(own):
                self._saver.change(Kind.OWN, theory.id, changed)

        form = CustomTheoryForm("Change your theory", Draft.of(own), write)
        self._host.app.push_screen(form, given)

    def archive(self, theory: Theory) -> None:
        """Archive a theory or reopen it, where it is the user's own."""
        own = self._own(theory)
        if own is not None:
            changed = replace(own, retired=not own.retired, at=self._state.clock())
            self._saver.change(Kind.OWN, theory.id, changed)

    def _own(self, theory: Theory) -> OwnTheory | None:
        """Return what the user wrote; tell where a theory is not the user's own."""
        own = self._state.ballot.own(theory.id)
        if own is None:
            self._host.tell("You can only edit your own theories. Press a to add one.")
        return own
