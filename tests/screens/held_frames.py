"""Frames that are drawn where a test looks, and not in between.

Drawing is the larger part of what the app does, and on no terminal it's done for nothing. What one
key sets off is drawn here in one frame, as it is on a terminal that's slow enough.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor

from hearts_tui.app import HeartsApp

_render_update = Compositor.render_update


class HeldFrames:
    """Holds the frames of an app back, and draws them when it is asked to."""

    def __init__(self, app: HeartsApp) -> None:
        self._app = app
        self._held = True

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the frames back for as long as the context lasts."""

        def render_update(compositor: Compositor, **options: Any) -> RenderableType | None:
            return None if self._held else _render_update(compositor, **options)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Compositor, "render_update", render_update)
            yield

    def draw(self) -> None:
        """Draw what changed since this was last called."""
        self._held = False
        try:
            for screen in self._app.screen_stack[-1:]:
                screen._compositor_refresh()
        finally:
            self._held = True
