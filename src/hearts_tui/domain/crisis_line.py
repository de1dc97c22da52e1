"""Who listens, for pages that may be close to home."""

CRISIS_LINE = (
    "If this is close to home: in the US, dial 988 and press 1, or text 838255, day or night "
    "(Veterans Crisis Line). Elsewhere, your local crisis line."
)
