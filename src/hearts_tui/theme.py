"""The face of hearts: its colours."""

from typing import Any

from textual.app import App
from textual.theme import Theme

from hearts_tui.domain.settings import Look

PURPLE = Theme(
    name="hearts",
    primary="#7d4fc9",
    secondary="#e79ac9",
    accent="#c9a2ff",
    foreground="#ece6f6",
    background="#15101f",
    surface="#15101f",
    panel="#2a2040",
    success="#8fd8a8",
    warning="#f0c674",
    error="#ff9aa2",
    dark=True,
    variables={
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#5b3a99",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#ece6f6",
        "block-cursor-blurred-background": "#2a2040",
        "block-cursor-blurred-text-style": "none",
        "text-muted": "#a99cc4",
        "text-disabled": "#a99cc4",
        "border": "#7d4fc9",
        "scrollbar": "#3a2d57",
        "scrollbar-background": "#15101f",
        "input-cursor-background": "#c9a2ff",
    },
)

LIGHT = Theme(
    name="hearts-light",
    primary="#6a3fb5",
    secondary="#96376b",
    accent="#5b2fa0",
    foreground="#1e1630",
    background="#faf7ff",
    surface="#faf7ff",
    panel="#e6dcf5",
    success="#1f6b3a",
    warning="#7a5200",
    error="#a11b2b",
    dark=False,
    variables={
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#5b3a99",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#1e1630",
        "block-cursor-blurred-background": "#ddd0f2",
        "block-cursor-blurred-text-style": "none",
        "text-muted": "#5f5378",
        "text-disabled": "#5f5378",
        "border": "#6a3fb5",
        "scrollbar": "#c5b3e3",
        "scrollbar-background": "#faf7ff",
        "input-cursor-background": "#5b2fa0",
    },
)

CONTRAST = Theme(
    name="hearts-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    success="#7dff9b",
    warning="#ffd75f",
    error="#ff8f8f",
    dark=True,
    variables={
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffff00",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-background": "#3a3a3a",
        "block-cursor-blurred-text-style": "underline",
        "text-muted": "#e0e0e0",
        "text-disabled": "#e0e0e0",
        "border": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "input-cursor-background": "#ffff00",
    },
)

ANSI = Theme(
    name="hearts-ansi",
    ansi=True,
    # Of the terminal's own colours only these two can be read on black and on white alike, and the
    # grey that scroll bars have.
    primary="ansi_magenta",
    secondary="ansi_magenta",
    accent="ansi_magenta",
    warning="ansi_magenta",
    error="ansi_red",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_magenta",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-text-style": "underline",
        "block-hover-background": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "border": "ansi_magenta",
        "border-blurred": "ansi_default",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_black",
        "scrollbar-active": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-background": "ansi_magenta",
        "input-cursor-text-style": "none",
        "input-selection-foreground": "ansi_default",
        "input-selection-background": "ansi_magenta",
    },
)
"""For terminals with 16 colours or none: theirs, whatever they are.

What has a background here is shown in reverse video, by a filter of the terminal package.
"""


def theme_for(look: Look, colours: str, *, on_light: bool = False) -> Theme:
    """Return the theme of a look on a terminal with so many colours, dark or ``on_light``."""
    if colours not in ("256", "truecolor"):
        return ANSI
    if look is Look.AUTO and on_light:
        return LIGHT
    return {Look.LIGHT: LIGHT, Look.CONTRAST: CONTRAST}.get(look, PURPLE)


def start_in(app: App[Any], theme: Theme) -> None:
    """Let an app start in a theme.

    Assigning ``app.theme`` would do as much, and parse all style sheets once more for it.
    """
    app.register_theme(theme)
    app.set_reactive(App.theme, theme.name)
    app.add_class(f"-theme-{theme.name}", update=False)
    app.set_class(theme.dark, "-dark-mode", update=False)
    app.set_class(not theme.dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())
