"""What hearts is and what it is not, in Markdown."""

ABOUT = """\
hearts is a fan's companion to *Purple Hearts*, the 2022 film, and to the second film that the fan
press keeps whispering about.

Nobody who made the film has a part in it: not Netflix, not the cast, not the author, not the label.

It works offline. It was last updated on November 23, 2026, so the world may know more than it does.

Nothing leaves this machine unless you share it. Your votes, stars, and settings are files in your
own folder.
"""
