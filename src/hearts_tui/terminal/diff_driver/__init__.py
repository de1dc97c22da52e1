"""Sends a terminal only the cells that changed, for any full-screen Textual app."""
