"""hearts: an offline fan companion for Purple Hearts, in a terminal."""

__version__ = "0.1.0"
