"""The user's own files. The only code of hearts that writes."""
