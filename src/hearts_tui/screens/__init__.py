"""The five screens and the windows over them, one a file."""
