"""Make the README's pictures from the running app: python docs/make_pictures.py."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.compose import build_app
from hearts_tui.domain.address import Section

PICTURES = Path(__file__).parent / "pictures"
MOMENT = "2026-11-23T12:00:00Z"

_FONT_FROM_THE_WEB = re.compile(r"@font-face \{.*?\}", re.DOTALL)
"""What Textual puts into its drawings; a picture of an offline app needs no network."""


async def picture(section: Section, keys: tuple[str, ...] = ()) -> None:
    """Write an SVG picture of a screen at 80x24, after some keys."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {"HEARTS_CONFIG_DIR": folder, "HEARTS_NOW": MOMENT}
        app = build_app(environ, content_folder(), section)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            drawing = app.export_screenshot(title="hearts")
            (PICTURES / f"{section}.svg").write_text(_FONT_FROM_THE_WEB.sub("", drawing))
        app.state.stores.queue.shutdown(wait=True)


async def main() -> None:
    """Write all pictures."""
    os.environ["TZ"] = "UTC"
    PICTURES.mkdir(exist_ok=True)
    await picture(Section.FILM, ("j", "j"))
    await picture(Section.CAST)
    await picture(Section.TRACKS)
    await picture(Section.COUNTDOWN)
    await picture(Section.THEORIES, ("enter", "j", "enter"))


if __name__ == "__main__":
    asyncio.run(main())
