"""Read the rest of the content after the first page is shown; no key waits for it."""

import asyncio
import gc

from hearts_tui.screens.state import AppState

_SECONDS_BETWEEN_PARTS = 0.003
"""How long keys have their turn between two parts of the content."""


async def load_between_keys(state: AppState) -> None:
    """Read all of the content, part by part, so that no key waits for more than one."""
    for _ in state.load_in_steps():
        await asyncio.sleep(_SECONDS_BETWEEN_PARTS)
    # What was read stays for good: no key should wait for it to be looked through.
    gc.freeze()
