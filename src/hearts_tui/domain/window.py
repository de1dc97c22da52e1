"""How large a window has to be."""

LEAST_COLUMNS, LEAST_ROWS = 30, 8
"""Below this, hearts only asks for more room."""

USUAL_COLUMNS, USUAL_ROWS = 80, 24
"""What hearts is drawn for."""
