"""Where a new reader is led to."""

START_HERE = (
    ("Meet", "cast/cassie", "Cassie Salazar"),
    ("Read", "news/no-public-confirmation", "So, is the sequel real?"),
    ("Song", "tracks/come-back-home", "Come Back Home"),
    ("Vote", "theories/t01", "Wedding film or divorce drama?"),
)
"""What a new reader is led to: a word for it, the address and the title.

The titles stand here too, so that the first page of all has not to wait for all of the content.
"""
