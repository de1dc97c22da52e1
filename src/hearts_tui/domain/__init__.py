"""The nouns of hearts and their pure rules: no input, no output, no clock."""
