"""A window stands at once: its first frame already shows all that it holds."""

import pytest
from textual.screen import ModalScreen

from hearts_tui.app import HeartsApp
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver

KEYS = {
    "help": "question_mark",
    "settings": "comma",
    "palette": "ctrl+p",
    "certainty": "b",
    "about": "i",
    "QR code": "Q",
}


class Frames:
    """What each frame shows that an app sends while a window is open in it."""

    def __init__(self, app: HeartsApp) -> None:
        self.texts: list[str] = []
        self._app = app
        app.post_display_hook = self._note  # type: ignore[method-assign] - Textual's for tests

    def _note(self) -> None:
        if isinstance(self._app.screen, ModalScreen):
            strips = self._app.screen._compositor.render_strips()
            self.texts.append("\n".join(strip.text for strip in strips))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
async def test_a_window_opens_in_one_frame(
    make_app: MakeApp, key: str, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        driver = Driver(pilot, app)
        await driver.settle()
        frames = Frames(app)
        await driver.press(key)
        assert frames.texts[0] == driver.text
