"""The face of hearts: its colours."""

from textual.theme import Theme

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
        "border": "#7d4fc9",
        "scrollbar": "#3a2d57",
        "scrollbar-background": "#15101f",
        "input-cursor-background": "#c9a2ff",
    },
)
